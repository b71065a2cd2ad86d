import { Module } from '@nestjs/common';
import { AccountService } from './account/account.service.js';
import { Attempts } from './account/attempts.js';
import { NamesService } from './account/names.service.js';
import { Passwords } from './account/passwords.js';
import { SignInService } from './account/sign-in.service.js';
import { NodeAccessService } from './node-access/node-access.service.js';
import { ProposalService } from './proposal/proposal.service.js';
import { RoleChangeService } from './role/role-change.service.js';
import { GrantService } from './grant/grant.service.js';
import { RoleService } from './role/role.service.js';

@Module({
  providers: [SignInService, AccountService, NamesService, GrantService, ProposalService, NodeAccessService, RoleService, RoleChangeService, Passwords, Attempts],
})
export class IdentityModule {}
