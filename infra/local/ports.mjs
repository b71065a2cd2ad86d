import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below the ranges from which Linux, macOS and Windows take the local ports of outgoing connections: nobody gets in between. */
const RANGE = [15_000, 32_000];
const given = new Set();

/** A free TCP port of 127.0.0.1, never the same twice in one process. */
export async function freePort() {
  for (;;) {
    const port = randomInt(RANGE[0], RANGE[1]);
    if (given.has(port) || !(await portIsFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** Whether `port` can be listened on at 127.0.0.1 now. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
