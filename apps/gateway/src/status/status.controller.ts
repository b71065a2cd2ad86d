import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { readinessOf } from '@vungmanh/contracts/health';
import { openapi } from '@vungmanh/contracts/openapi';
import { operations } from '@vungmanh/contracts/registry';
import { serviceNames, type ServiceName } from '@vungmanh/contracts/service';
import { Clock } from '@vungmanh/platform/clock';
import { Health } from '@vungmanh/platform/health';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyReply } from 'fastify';

type State = 'ready' | 'not-ready';
interface Ready {
  ready: boolean;
  services: Partial<Record<ServiceName, State>>;
}

/** One round of questions serves everybody who asks within a second: this door is open to all. */
const FRESH_MS = 1000;

@Controller()
export class StatusController {
  private readonly document = JSON.stringify(openapi(operations));
  private last: { state: Promise<Ready>; at: number } | undefined;

  constructor(
    private readonly rpc: RpcClient,
    private readonly health: Health,
    private readonly clock: Clock,
  ) {}

  @Get('health/live')
  live(): { live: true } {
    return { live: true };
  }

  /** The state of every service, and nothing of the reasons: those are in each service's own health door. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const now = this.clock.millis();
    if (!this.last || now - this.last.at >= FRESH_MS) this.last = { state: this.ask(), at: now };
    const state = await this.last.state;
    void reply.code(state.ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return state;
  }

  @Get('api/openapi.json')
  openapi(@Res() reply: FastifyReply): void {
    void reply.type('application/json; charset=utf-8').send(this.document);
  }

  private async ask(): Promise<Ready> {
    const states = await Promise.all(serviceNames.map(async (service) => [service, await this.stateOf(service)] as const));
    return { ready: states.every(([, state]) => state === 'ready'), services: Object.fromEntries(states) };
  }

  private async stateOf(service: ServiceName): Promise<State> {
    try {
      const { ready } = service === 'gateway' ? await this.health.ready() : await this.rpc.call(readinessOf(service), {});
      return ready ? 'ready' : 'not-ready';
    } catch {
      return 'not-ready';
    }
  }
}
