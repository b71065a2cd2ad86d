import { Module } from '@nestjs/common';
import { AccountService } from './account/account.service.js';
import { Attempts } from './account/attempts.js';
import { PasswordService } from './account/password.service.js';
import { Passwords } from './account/passwords.js';
import { SignInService } from './account/sign-in.service.js';
import { GrantService } from './grant/grant.service.js';
import { Door } from './provider/door.js';
import { ProviderKeys } from './provider/keys.js';
import { OpenId } from './provider/open-id.js';
import { ProviderState } from './provider/state.js';
import { RoleService } from './role/role.service.js';

@Module({
  providers: [
    SignInService,
    AccountService,
    PasswordService,
    GrantService,
    RoleService,
    Passwords,
    Attempts,
    Door,
    OpenId,
    ProviderKeys,
    ProviderState,
  ],
})
export class IdentityModule {}
