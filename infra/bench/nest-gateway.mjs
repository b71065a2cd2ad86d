// The stock way: Nest on Fastify, and Nest's own NATS client.
import 'reflect-metadata';
import { Body, Controller, Get, Inject, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxy, ClientsModule, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { firstValueFrom } from 'rxjs';
import { answerParent, settings } from './ipc.mjs';

const { natsUrl } = await settings();

class Door {
  constructor(client) {
    this.client = client;
  }

  members(nodeId) {
    return firstValueFrom(this.client.send('nest.members', { nodeId }));
  }

  submit(meeting) {
    return firstValueFrom(this.client.send('nest.submit', meeting));
  }
}
class Application {}

const method = (name) => [Door.prototype, name, Object.getOwnPropertyDescriptor(Door.prototype, name)];
Get('members')(...method('members'));
Query('nodeId')(Door.prototype, 'members', 0);
Post('meetings')(...method('submit'));
Body()(Door.prototype, 'submit', 0);
Controller()(Door);
Inject('CLIENT')(Door, undefined, 0);
Reflect.defineMetadata('design:paramtypes', [ClientProxy], Door);
Module({
  imports: [ClientsModule.register([{ name: 'CLIENT', transport: Transport.NATS, options: { servers: [natsUrl] } }])],
  controllers: [Door],
})(Application);

const app = await NestFactory.create(Application, new FastifyAdapter(), { logger: ['error'] });
await app.listen(0, '127.0.0.1');
answerParent({}, { port: app.getHttpServer().address().port });
