// The stock way: a Nest microservice over Nest's own NATS transport.
import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { answerParent, settings } from './ipc.mjs';
import { openPool } from './pool.mjs';
import { membersOf } from './w2-work.mjs';
import { storeMeeting } from './w4-work.mjs';

const { natsUrl, databaseUrl, today } = await settings();
const pool = databaseUrl && openPool(databaseUrl);

class Work {
  members({ nodeId }) {
    return membersOf(pool, { nodeId, today });
  }

  submit(meeting) {
    return storeMeeting(pool, meeting, { accountable: false });
  }

  echo(input) {
    return input;
  }
}
class Application {}

// Plain Node has no decorators: the same calls that a compiler would make of them.
for (const name of ['members', 'submit', 'echo']) {
  MessagePattern(`nest.${name}`)(Work.prototype, name, Object.getOwnPropertyDescriptor(Work.prototype, name));
  Payload()(Work.prototype, name, 0);
}
Controller()(Work);
Module({ controllers: [Work] })(Application);

const app = await NestFactory.createMicroservice(Application, {
  transport: Transport.NATS,
  options: { servers: [natsUrl], queue: 'nest' },
  logger: ['error'],
});
await app.listen();
answerParent({});
