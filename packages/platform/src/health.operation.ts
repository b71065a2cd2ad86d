import { Injectable, type Type } from '@nestjs/common';
import { readinessOf, type Readiness } from '@vungmanh/contracts/health';
import type { ServiceName } from '@vungmanh/contracts/service';
import { Health } from './health.js';
import { Rpc } from './rpc/rpc.js';

/** The provider with which every service answers the gateway whether it is ready. */
export function healthOperation(service: ServiceName): Type {
  @Injectable()
  class HealthOperation {
    constructor(private readonly health: Health) {}

    @Rpc(readinessOf(service))
    ready(): Promise<Readiness> {
      return this.health.ready();
    }
  }
  return HealthOperation;
}
