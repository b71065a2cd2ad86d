// W7, the stock way out: Nest's own NATS client.
import 'reflect-metadata';
import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import { inputOf } from './echo.mjs';
import { answerParent, settings } from './ipc.mjs';
import { closedLoop } from './loop.mjs';

const { natsUrl } = await settings();
const client = ClientProxyFactory.create({ transport: Transport.NATS, options: { servers: [natsUrl] } });
await client.connect();
answerParent({
  run: ({ clients, seconds, atLeast, bytes }) => {
    const input = inputOf(bytes);
    return closedLoop({
      clients,
      seconds,
      atLeast,
      one: async () => (await firstValueFrom(client.send('nest.echo', input))).text.length === input.text.length,
    });
  },
});
