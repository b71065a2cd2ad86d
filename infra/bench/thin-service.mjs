// NATS → PostgreSQL with nothing in it.
import { connect } from '@nats-io/transport-node';
import { answerParent, settings } from './ipc.mjs';
import { openPool } from './pool.mjs';
import { membersOf } from './w2-work.mjs';
import { storeMeeting } from './w4-work.mjs';

const { natsUrl, databaseUrl, today } = await settings();
const pool = openPool(databaseUrl);
const nats = await connect({ servers: natsUrl, noAsyncTraces: true });

const serve = (subject, work) =>
  nats.subscribe(`thin.${subject}`, {
    callback: async (_error, message) => message.respond(JSON.stringify(await work(message.json()))),
  });
serve('w2', ({ nodeId }) => membersOf(pool, { nodeId, today }));
serve('w4', (meeting) => storeMeeting(pool, meeting, { accountable: false }));
await nats.flush();
answerParent({});
