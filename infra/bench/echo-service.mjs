// W7, the product's way in: its transport and dispatcher, with the check of who asks, the parsing of what comes and the checking of what goes.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Clock } from '@vungmanh/platform/clock';
import { Log } from '@vungmanh/platform/log';
import { connectNats } from '@vungmanh/platform/nats';
import { Dispatcher } from '@vungmanh/platform/rpc/dispatcher';
import { Guard } from '@vungmanh/platform/rpc/guard';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { RpcTransport } from '@vungmanh/platform/rpc/transport';
import { echo } from './echo.mjs';
import { answerParent, settings } from './ipc.mjs';

const { natsUrl, keysDir } = await settings();

class EchoService {
  async answer({ input }) {
    return input;
  }
}
class Application {}

const clock = new Clock();
const log = new Log({ service: 'meetings', logLevel: 'error' });
Rpc(echo)(EchoService.prototype, 'answer', Object.getOwnPropertyDescriptor(EchoService.prototype, 'answer'));
Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: ActorTokens, useFactory: async () => new ActorTokens(await readKeys(keysDir, 'meetings'), 'meetings', clock) },
    // Who may do what needs no database here: the operation is for a service.
    { provide: Guard, useFactory: () => new Guard(undefined) },
    { provide: Log, useValue: log },
    Dispatcher,
    EchoService,
  ],
})(Application);

const nats = await connectNats(natsUrl, { user: 'meetings', keysDir });
const app = await NestFactory.createMicroservice(Application, {
  logger: false,
  strategy: { listen: (done) => new RpcTransport(nats, app.get(Dispatcher), log).listen(done), close: () => {} },
});
await app.listen();
answerParent({});
