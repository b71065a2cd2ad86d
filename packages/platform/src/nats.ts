import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import type { ServiceName } from '@vungmanh/contracts/service';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Nats = NatsConnection;
/** The injection token of the process's one NATS connection. */
export const NATS = Symbol('nats');

/** As whom a process connects: each service with a key of its own, and the operator's command line. */
export interface BrokerUser {
  readonly user: ServiceName | 'operator';
  /** Holds `<user>.nats.nk`. */
  readonly keysDir: string;
}

/** Where a user's replies arrive: nobody else may listen there. */
export const inboxOf = (user: BrokerUser['user']): string => `_INBOX.${user}`;

/** Connects and keeps trying for ever; `noAsyncTraces` because two stack traces a call cost more than the call. */
export async function connectNats(servers: string, { user, keysDir }: BrokerUser): Promise<Nats> {
  const seed = Buffer.from((await readFile(join(keysDir, `${user}.nats.nk`), 'utf8')).trim());
  return connect({
    servers,
    name: user,
    authenticator: nkeyAuthenticator(seed),
    inboxPrefix: inboxOf(user),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    noAsyncTraces: true,
  });
}
