import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

/** A service's door for its operators: `/health/live`, `/health/ready` (200 or 503, each check by name), `/metrics`. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on `config.host` and `config.healthPort` (0: any free one). */
export async function serveHealth(config: Config, health: Health, metrics: Metrics): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', response, health, metrics);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: config.healthPort, host: config.host }, resolve);
  });
  // An address of a TCP server is never a pipe's name.
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function answer(url: string, response: ServerResponse, health: Health, metrics: Metrics): Promise<void> {
  try {
    switch (url) {
      case '/health/live':
        return send(response, 200, '{"live":true}');
      case '/health/ready': {
        const state = await health.ready();
        return send(response, state.ready ? 200 : 503, JSON.stringify(state));
      }
      case '/metrics':
        return send(response, 200, await metrics.registry.metrics(), metrics.registry.contentType);
      default:
        return send(response, 404, '{}');
    }
  } catch {
    send(response, 500, '{}');
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
