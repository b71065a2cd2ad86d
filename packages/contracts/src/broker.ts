import { consumerName, STREAM } from './event.js';
import { readinessOf } from './health.js';
import type { Operation } from './operation.js';
import { events, operations } from './registry.js';
import { serviceNames, type ServiceName } from './service.js';

/** What a user of the broker may do, as nats-server writes it: subjects, and `<subject> <queue>` for subscriptions in a queue group. */
export interface BrokerPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

const everyOperation: readonly Operation[] = [...operations, ...serviceNames.map(readinessOf)];
const ownerOf = ({ subject }: Operation): string => subject.slice(0, subject.indexOf('.'));

/**
 * The least that a service needs of the broker, from the contracts alone. Replies, and acknowledgements of what was delivered to it,
 * are allowed besides: a service answers whom it was asked by, once, and nobody else.
 */
export function brokerPermissionsOf(service: ServiceName): BrokerPermissions {
  const api = '$JS.API';
  const heard = events.flatMap((event) => (event.heardBy?.[service] ?? []).map((name) => ({ event, consumer: consumerName(service, event, name) })));
  return {
    publish: [
      ...everyOperation.filter((operation) => ownerOf(operation) !== 'gateway' && callersOf(operation).includes(service)).map(rpc),
      ...events.filter(({ name }) => name.startsWith(`${service}.`)).map(({ name }) => `evt.${name}`),
      // The stream may be lost at any moment; whoever misses it first makes it anew. Changing, purging, deleting it is not theirs.
      ...['STREAM.INFO', 'STREAM.CREATE', 'STREAM.MSG.GET'].map((verb) => `${api}.${verb}.${STREAM}`),
      ...heard.flatMap(({ event, consumer }) => [
        `${api}.CONSUMER.CREATE.${STREAM}.${consumer}.evt.${event.name}`,
        ...['INFO', 'DELETE', 'MSG.NEXT'].map((verb) => `${api}.CONSUMER.${verb}.${STREAM}.${consumer}`),
      ]),
    ],
    subscribe: [
      `_INBOX.${service}.>`,
      `ctl.${service}.reproject ${service}`,
      // The gateway is asked over HTTP alone.
      ...(service === 'gateway' ? [] : everyOperation.filter((o) => ownerOf(o) === service).map((o) => `${rpc(o)} ${service}`)),
    ],
  };
}

/** The operator's command line: has copies made anew, and looks after the stream. It asks no operation. */
export const operatorPermissions: BrokerPermissions = {
  publish: [
    ...serviceNames.map((service) => `ctl.${service}.reproject`),
    ...['INFO', 'CREATE', 'UPDATE', 'PURGE', 'DELETE'].map((verb) => `$JS.API.STREAM.${verb}.${STREAM}`),
  ],
  subscribe: ['_INBOX.operator.>'],
};

const rpc = ({ subject }: Operation): string => `rpc.${subject}`;

/** Who carries a request of it: the services that it names, or the gateway, which speaks for people. */
function callersOf({ access }: Operation): readonly ServiceName[] {
  if ('internal' in access) return access.internal;
  return 'anyone' in access ? [] : ['gateway'];
}
