// The bare limit: this very process asks PostgreSQL.
import { answerParent, settings } from './ipc.mjs';
import { closedLoop } from './loop.mjs';
import { openPool } from './pool.mjs';
import { membersOf } from './w2-work.mjs';
import { meetingAt, storeMeeting } from './w4-work.mjs';

const { workload, databaseUrl, today, cells, slots } = await settings();
const pool = openPool(databaseUrl);

const any = (list) => list[Math.floor(Math.random() * list.length)];

const prepared = [];
const one = {
  w2: () => membersOf(pool, { nodeId: any(cells), today }),
  w4: async () => {
    const meeting = prepared.pop();
    return meeting !== undefined && storeMeeting(pool, meeting, { accountable: true });
  },
}[workload];

answerParent({
  prepare: ({ count }) => {
    while (prepared.length < count) prepared.push(meetingAt(any(slots)));
  },
  run: ({ clients, seconds, atLeast }) => closedLoop({ clients, seconds, atLeast, one }),
  ask: (input) => membersOf(pool, { ...input, today }),
});
