// W7, the product's way out: its client with token, deadline and headers.
import 'reflect-metadata';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Clock } from '@vungmanh/platform/clock';
import { connectNats } from '@vungmanh/platform/nats';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { echo, inputOf } from './echo.mjs';
import { answerParent, settings } from './ipc.mjs';
import { closedLoop } from './loop.mjs';

const { natsUrl, keysDir } = await settings();
const nats = await connectNats(natsUrl, { user: 'gateway', keysDir });
const rpc = new RpcClient(nats, new ActorTokens(await readKeys(keysDir, 'gateway'), 'gateway', new Clock()));
rpc.onModuleInit();
await nats.flush();
answerParent({
  run: ({ clients, seconds, atLeast, bytes }) => {
    const input = inputOf(bytes);
    return closedLoop({ clients, seconds, atLeast, one: async () => (await rpc.call(echo, input)).text.length === input.text.length });
  },
});
