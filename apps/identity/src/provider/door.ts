import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Log } from '@vungmanh/platform/log';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import { OpenId } from './open-id.js';

const MOUNT = '/oidc';

/** Where the provider listens, on an address that only the gateway reaches. */
@Injectable()
export class Door implements OnModuleInit, BeforeApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly openId: OpenId,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  get port(): number {
    // An address of a TCP server is never a pipe's name.
    return (this.server?.address() as AddressInfo | null)?.port ?? 0;
  }

  async onModuleInit(): Promise<void> {
    const provider = await this.openId.provider();
    provider.on('server_error', (_ctx, error) => this.log.error('the provider failed', error));
    const server = createServer(mounted(provider.callback()));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port: this.config.oidcPort ?? 0, host: this.config.host }, resolve);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.server?.closeIdleConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }
}

/** The provider writes its addresses below the path at which it is mounted, as Express would tell it. */
function mounted(provider: ReturnType<Provider['callback']>): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(`${MOUNT}/`)) return void response.writeHead(404).end();
    Object.assign(request, { originalUrl: url, url: url.slice(MOUNT.length) });
    void provider(request, response);
  };
}
