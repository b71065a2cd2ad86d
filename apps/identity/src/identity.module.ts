import { Module } from '@nestjs/common';
import { AccountService } from './account/account.service.js';
import { Attempts } from './account/attempts.js';
import { NamesService } from './account/names.service.js';
import { Passwords } from './account/passwords.js';
import { SignInService } from './account/sign-in.service.js';
import { GrantService } from './grant/grant.service.js';
import { RoleService } from './role/role.service.js';

@Module({ providers: [SignInService, AccountService, NamesService, GrantService, RoleService, Passwords, Attempts] })
export class IdentityModule {}
