// The load on one HTTP side, in a process of its own so that the sides do not share one event loop.
import { newId } from '@vungmanh/contracts/new-id';
import { HttpConnection, requestBytes } from './http-client.mjs';
import { answerParent, settings } from './ipc.mjs';
import { closedLoop } from './loop.mjs';
import { meetingAt } from './w4-work.mjs';

const { workload, port, paths, headers, whole, cells, slots } = await settings();

const any = (list) => list[Math.floor(Math.random() * list.length)];
const reads = new Map(cells?.map((nodeId) => [nodeId, requestBytes('GET', `${paths.w2}?nodeId=${nodeId}&limit=10`, { headers })]));
const keys = [...reads.keys()];
const writes = [];

const submission = (slot) => {
  const meeting = meetingAt(slot);
  return requestBytes('POST', paths.w4, {
    headers: { ...headers, ...(whole ? { 'idempotency-key': newId(Date.now()) } : {}) },
    body: JSON.stringify(whole ? { origin: 'OFFLINE', meeting } : meeting),
  });
};

const next = { w2: () => reads.get(any(keys)), w4: () => writes.pop() }[workload];

async function send(connection, bytes) {
  const { status, body } = await connection.request(bytes);
  if (status >= 300) throw new Error(`HTTP ${status}: ${body}`);
  return body;
}

answerParent({
  /** Makes the submissions of the next run, which is not part of what is timed. A slot of the product holds one meeting. */
  prepare: ({ count }) => {
    while (writes.length < count) {
      const slot = whole ? slots.pop() : any(slots);
      if (!slot) return;
      writes.push(submission(slot));
    }
  },
  run: async ({ clients, seconds, atLeast }) => {
    const connections = Array.from({ length: clients }, () => new HttpConnection(port));
    const one = async (client) => {
      const bytes = next();
      if (bytes === undefined) return false;
      await send(connections[client], bytes);
      return true;
    };
    const result = await closedLoop({ clients, seconds, atLeast, one });
    for (const connection of connections) connection.close();
    return result;
  },
  ask: async ({ nodeId }) => {
    const connection = new HttpConnection(port);
    const body = await send(connection, reads.get(nodeId));
    connection.close();
    return JSON.parse(body.toString());
  },
});
