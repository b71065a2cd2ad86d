import type { Provider } from '@nestjs/common';
import type { ServiceName } from '@vungmanh/contracts/service';
import { Cleaning } from './events/cleaning.js';
import { Consumers } from './events/consumers.js';
import { Control } from './events/control.js';
import { DeadLetters } from './events/dead-letters.js';
import { Handlers } from './events/handlers.js';
import { Inbox } from './events/inbox.js';
import { OutboxMetrics } from './events/outbox-metrics.js';
import { Projections } from './events/projections.js';
import { Reconciler } from './events/reconciler.js';
import { Relay } from './events/relay.js';
import { EventStream } from './events/stream.js';
import { Jobs } from './jobs/jobs.js';
import { JobWorker } from './jobs/worker.js';
import { GrantProjection } from './scope/grant.projection.js';
import { NodeProjection } from './scope/node.projection.js';
import { RuleProjection } from './scope/rule.projection.js';

/**
 * What carries events and jobs in every service. The owner of the tree and the rules, and of the grants, keeps its own rows itself; the gateway
 * decides nothing and keeps neither.
 */
export function eventProviders(service: ServiceName): Provider[] {
  return [
    EventStream,
    Reconciler,
    Relay,
    Projections,
    Handlers,
    Inbox,
    Consumers,
    DeadLetters,
    Control,
    OutboxMetrics,
    Jobs,
    JobWorker,
    Cleaning,
    ...(service === 'organization' || service === 'gateway' ? [] : [NodeProjection, RuleProjection]),
    ...(service === 'identity' || service === 'gateway' ? [] : [GrantProjection]),
  ];
}
