import { Module } from '@nestjs/common';
import { AccountService } from './account/account.service.js';
import { Attempts } from './account/attempts.js';
import { OwnPassword } from './account/own-password.js';
import { NamesService } from './account/names.service.js';
import { PasswordService } from './account/password.service.js';
import { Passwords } from './account/passwords.js';
import { SignInService } from './account/sign-in.service.js';
import { InvitationService } from './invitation/invitation.service.js';
import { NodeAccessService } from './node-access/node-access.service.js';
import { ProposalService } from './proposal/proposal.service.js';
import { RoleChangeService } from './role/role-change.service.js';
import { GrantService } from './grant/grant.service.js';
import { TemporaryGrantService } from './grant/temporary.service.js';
import { Door } from './provider/door.js';
import { ProviderKeys } from './provider/keys.js';
import { OpenId } from './provider/open-id.js';
import { ProviderState } from './provider/state.js';
import { RoleService } from './role/role.service.js';
import { CodeService } from './second-factor/code.service.js';
import { Enrollment } from './second-factor/enrollment.js';
import { EnrollmentService } from './second-factor/enrollment.service.js';
import { Factors } from './second-factor/factors.js';
import { MyFactorService } from './second-factor/my-factor.service.js';
import { FactorOfficerService } from './second-factor/officer.service.js';
import { SignInSteps } from './second-factor/steps.js';
import { SimulatedData } from './simulated-data.js';

@Module({
  providers: [
    SignInService,
    AccountService,
    NamesService,
    PasswordService,
    GrantService,
    TemporaryGrantService,
    ProposalService,
    NodeAccessService,
    RoleService,
    RoleChangeService,
    Passwords,
    Attempts,
    OwnPassword,
    SimulatedData,
    Factors,
    Enrollment,
    SignInSteps,
    CodeService,
    MyFactorService,
    EnrollmentService,
    FactorOfficerService,
    InvitationService,
    Door,
    OpenId,
    ProviderKeys,
    ProviderState,
  ],
})
export class IdentityModule {}
