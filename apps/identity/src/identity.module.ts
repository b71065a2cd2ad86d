import { Module } from '@nestjs/common';
import { AccountService } from './account/account.service.js';
import { Attempts } from './account/attempts.js';
import { NamesService } from './account/names.service.js';
import { PasswordService } from './account/password.service.js';
import { Passwords } from './account/passwords.js';
import { SignInService } from './account/sign-in.service.js';
import { NodeAccessService } from './node-access/node-access.service.js';
import { ProposalService } from './proposal/proposal.service.js';
import { RoleChangeService } from './role/role-change.service.js';
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
    NamesService,
    PasswordService,
    GrantService,
    ProposalService,
    NodeAccessService,
    RoleService,
    RoleChangeService,
    Passwords,
    Attempts,
    Door,
    OpenId,
    ProviderKeys,
    ProviderState,
  ],
})
export class IdentityModule {}
