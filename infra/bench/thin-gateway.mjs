// node:http → NATS with nothing in it: the reply's bytes are the answer.
import { createServer } from 'node:http';
import { connect } from '@nats-io/transport-node';
import { answerParent, settings } from './ipc.mjs';

const { natsUrl } = await settings();
const nats = await connect({ servers: natsUrl, noAsyncTraces: true });

const answer = async (response, subject, body) => {
  const { data } = await nats.request(`thin.${subject}`, body, { timeout: 10_000 });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': data.length });
  response.end(data);
};

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const nodeId = new URLSearchParams(request.url.slice(request.url.indexOf('?'))).get('nodeId');
    void answer(response, 'w2', JSON.stringify({ nodeId }));
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => void answer(response, 'w4', Buffer.concat(chunks)));
});
server.listen(0, '127.0.0.1', () => answerParent({}, { port: server.address().port }));
