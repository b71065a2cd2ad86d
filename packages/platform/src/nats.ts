import { connect, type NatsConnection } from '@nats-io/transport-node';

export type Nats = NatsConnection;
/** The injection token of the process's one NATS connection. */
export const NATS = Symbol('nats');

/** Connects and keeps trying for ever; `noAsyncTraces` because two stack traces a call cost more than the call. */
export function connectNats(servers: string, name: string): Promise<Nats> {
  return connect({ servers, name, maxReconnectAttempts: -1, reconnectTimeWait: 250, waitOnFirstConnect: true, noAsyncTraces: true });
}
