import net from 'node:net';

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return listenOnce(0).then((port) => port ?? freePort());
}

/** Whether `port` can be listened on at 127.0.0.1 now. */
export async function portIsFree(port) {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}
