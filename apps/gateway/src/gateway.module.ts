import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { CertificateController } from './certificate/certificate.controller.js';
import { CheckBudget } from './certificate/check-budget.js';
import { Downloads } from './file/downloads.js';
import { Uploads } from './file/uploads.js';
import { Budget } from './http/budget.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Routes } from './route/routes.js';
import { Closing } from './session/closing.js';
import { SessionCookie } from './session/cookie.js';
import { MySessionsController } from './session/my-sessions.controller.js';
import { SessionController } from './session/session.controller.js';
import { StepUpController } from './session/step-up.controller.js';
import { Sessions } from './session/sessions.js';
import { HoldController } from './session/hold.controller.js';
import { SignInController } from './session/sign-in.controller.js';
import { SignedIn } from './session/signed-in.js';
import { Attempts } from './sign-on/attempt.js';
import { Issuer } from './sign-on/issuer.js';
import { KnownDevices } from './sign-on/known-devices.js';
import { Opening } from './sign-on/opening.js';
import { ProviderProxy } from './sign-on/provider-proxy.js';
import { SignOnController } from './sign-on/sign-on.controller.js';
import { StatusController } from './status/status.controller.js';

@Module({
  controllers: [
    SignInController,
    SessionController,
    MySessionsController,
    StepUpController,
    HoldController,
    SignOnController,
    StatusController,
    CertificateController,
  ],
  providers: [
    Routes,
    Uploads,
    Downloads,
    Budget,
    CheckBudget,
    SignedIn,
    Sessions,
    Closing,
    Issuer,
    Attempts,
    Opening,
    KnownDevices,
    ProviderProxy,
    { provide: SessionCookie, inject: [CONFIG], useFactory: (config: Config) => new SessionCookie(config.mode === 'production') },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class GatewayModule {}
