import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { readinessOf } from '@vungmanh/contracts/health';
import { events, operations } from '@vungmanh/contracts/registry';
import { serviceNames, type ServiceName } from '@vungmanh/contracts/service';
import { prepareStream } from '@vungmanh/platform/events/stream-config';
import { connectNats } from '@vungmanh/platform/nats';
import { rm } from 'node:fs/promises';
import { Broker } from '../src/broker.js';
import { makeKeys } from '../src/keys.js';

type User = ServiceName | 'operator';
type Act = 'publish' | 'subscribe' | `join ${string}`;
interface Probe {
  readonly act: Act;
  readonly subject: string;
}

const users: readonly User[] = [...serviceNames, 'operator'];
const all = [...operations, ...serviceNames.map(readinessOf)];

/** Who hears what, written by hand: consumers by the service whose they are. */
const consumers: Record<string, { owner: ServiceName; hears: string }> = {
  'gateway--identity_account_changed_v1--close-sessions': { owner: 'gateway', hears: 'identity.account.changed.v1' },
  'gateway--identity_account_factor-changed_v1--close-weak-sessions': { owner: 'gateway', hears: 'identity.account.factor-changed.v1' },
  'gateway--identity_account_password-changed_v1--close-other-sessions': { owner: 'gateway', hears: 'identity.account.password-changed.v1' },
  'identity--organization_node_changed_v1--project-node': { owner: 'identity', hears: 'organization.node.changed.v1' },
  'organization--identity_grant_changed_v1--project-grant': { owner: 'organization', hears: 'identity.grant.changed.v1' },
  'organization--membership_member_changed_v1--project-person': { owner: 'organization', hears: 'membership.member.changed.v1' },
  'membership--organization_node_changed_v1--project-node': { owner: 'membership', hears: 'organization.node.changed.v1' },
  'membership--identity_grant_changed_v1--project-grant': { owner: 'membership', hears: 'identity.grant.changed.v1' },
  'meetings--organization_node_changed_v1--project-node': { owner: 'meetings', hears: 'organization.node.changed.v1' },
  'meetings--identity_grant_changed_v1--project-grant': { owner: 'meetings', hears: 'identity.grant.changed.v1' },
  'meetings--organization_body_changed_v1--project-body': { owner: 'meetings', hears: 'organization.body.changed.v1' },
  'meetings--membership_member_changed_v1--project-roster': { owner: 'meetings', hears: 'membership.member.changed.v1' },
  'inspection--organization_node_changed_v1--project-node': { owner: 'inspection', hears: 'organization.node.changed.v1' },
  'inspection--identity_grant_changed_v1--project-grant': { owner: 'inspection', hears: 'identity.grant.changed.v1' },
  'inspection--organization_body_changed_v1--project-body': { owner: 'inspection', hears: 'organization.body.changed.v1' },
  'inspection--membership_member_changed_v1--project-roster': { owner: 'inspection', hears: 'membership.member.changed.v1' },
  'inspection--meetings_obligation_changed_v1--project-obligation': { owner: 'inspection', hears: 'meetings.obligation.changed.v1' },
  'training--organization_node_changed_v1--project-node': { owner: 'training', hears: 'organization.node.changed.v1' },
  'training--identity_grant_changed_v1--project-grant': { owner: 'training', hears: 'identity.grant.changed.v1' },
  'training--organization_body_changed_v1--project-body': { owner: 'training', hears: 'organization.body.changed.v1' },
  'membership--training_certificate_issued_v1--project-certificate': { owner: 'membership', hears: 'training.certificate.issued.v1' },
  'meetings--training_chapter_changed_v1--project-chapter': { owner: 'meetings', hears: 'training.chapter.changed.v1' },
  'training--membership_member_changed_v1--project-roster': { owner: 'training', hears: 'membership.member.changed.v1' },
  'membership--inspection_discipline_in-effect_v1--member': { owner: 'membership', hears: 'inspection.discipline.in-effect.v1' },
  'membership--inspection_discipline_ended_v1--member': { owner: 'membership', hears: 'inspection.discipline.ended.v1' },
  'membership--inspection_suspension_changed_v1--member': { owner: 'membership', hears: 'inspection.suspension.changed.v1' },
  'identity--organization_rule-override_changed_v1--project-rule': { owner: 'identity', hears: 'organization.rule-override.changed.v1' },
  'membership--organization_rule-override_changed_v1--project-rule': { owner: 'membership', hears: 'organization.rule-override.changed.v1' },
  'meetings--organization_rule-override_changed_v1--project-rule': { owner: 'meetings', hears: 'organization.rule-override.changed.v1' },
  'inspection--organization_rule-override_changed_v1--project-rule': { owner: 'inspection', hears: 'organization.rule-override.changed.v1' },
  'training--organization_rule-override_changed_v1--project-rule': { owner: 'training', hears: 'organization.rule-override.changed.v1' },
  'organization--inspection_discipline_in-effect_v1--seat': { owner: 'organization', hears: 'inspection.discipline.in-effect.v1' },
  'organization--inspection_discipline_ended_v1--seat': { owner: 'organization', hears: 'inspection.discipline.ended.v1' },
};

/** What a user may do, judged from the contracts and from the names of the subjects; shares nothing with what makes the permissions. */
function oracle(user: User, { act, subject }: Probe): boolean {
  const words = subject.split('.');
  const [kind, owner] = words;
  const joins = act === `join ${user}`;
  if (kind === '_INBOX') return act === 'subscribe' && owner === user && words.length > 2;
  if (kind === 'ctl') return act === 'publish' ? user === 'operator' && owner !== 'operator' : joins && owner === user;
  if (kind === 'evt') return act === 'publish' && owner === user && events.some(({ name }) => `evt.${name}` === subject);
  if (kind === 'rpc') {
    const operation = all.find((one) => `rpc.${one.subject}` === subject);
    if (!operation || user === 'operator' || owner === 'gateway') return false;
    if (act !== 'publish') return joins && owner === user;
    const { access } = operation;
    if ('anyone' in access) return false;
    return 'internal' in access ? access.internal.includes(user) : user === 'gateway';
  }
  if (act !== 'publish' || words.slice(0, 2).join('.') !== '$JS.API') return false;
  const [, , of, verb, ...rest] = words;
  if (of === 'STREAM') {
    if (rest.at(-1) !== 'EVT') return false;
    if (user === 'operator') return ['INFO', 'CREATE', 'UPDATE', 'PURGE', 'DELETE'].includes(verb ?? '');
    return verb === 'INFO' || verb === 'CREATE' || (verb === 'MSG' && rest[0] === 'GET');
  }
  const name = rest[verb === 'MSG' ? 2 : 1] ?? '';
  const consumer = consumers[name];
  if (of !== 'CONSUMER' || consumer?.owner !== user || !rest.includes('EVT')) return false;
  if (verb === 'CREATE') return rest.slice(2).join('.') === `evt.${consumer.hears}`;
  return verb === 'INFO' || verb === 'DELETE' || (verb === 'MSG' && rest[0] === 'NEXT');
}

const both = (subject: string): Probe[] => [
  { act: 'publish', subject },
  { act: 'subscribe', subject },
];
const joining = (subject: string): Probe[] => [...serviceNames, 'strangers'].map((queue): Probe => ({ act: `join ${queue}`, subject }));

const probes: readonly Probe[] = [
  ...all.flatMap(({ subject }) => [...both(`rpc.${subject}`), ...joining(`rpc.${subject}`)]),
  ...events.flatMap(({ name }) => [...both(`evt.${name}`), ...joining(`evt.${name}`)]),
  ...users.flatMap((user) => [...both(`_INBOX.${user}.any.thing`), ...both(`_INBOX.${user}`), ...both(`ctl.${user}.reproject`)]),
  ...serviceNames.flatMap((user) => joining(`ctl.${user}.reproject`)),
  ...['EVT', 'OTHER'].flatMap((stream) =>
    ['INFO', 'CREATE', 'UPDATE', 'PURGE', 'DELETE', 'SNAPSHOT', 'RESTORE', 'MSG.GET', 'MSG.DELETE'].flatMap((verb) =>
      both(`$JS.API.STREAM.${verb}.${stream}`),
    ),
  ),
  ...Object.keys(consumers).flatMap((name) => [
    ...['INFO', 'DELETE', 'MSG.NEXT', 'PAUSE', 'UNPIN'].flatMap((verb) => both(`$JS.API.CONSUMER.${verb}.EVT.${name}`)),
    ...events.flatMap((event) => both(`$JS.API.CONSUMER.CREATE.EVT.${name}.evt.${event.name}`)),
    ...both(`$JS.API.CONSUMER.CREATE.EVT.${name}`),
    ...both(`$JS.API.CONSUMER.DURABLE.CREATE.EVT.${name}`),
    ...both(`$JS.ACK.EVT.${name}.1.1.1.1.1`),
  ]),
  ...['$JS.API.INFO', '$JS.API.STREAM.LIST', '$JS.API.STREAM.NAMES', '$JS.API.CONSUMER.CREATE.EVT', '$SYS.REQ.SERVER.PING', 'anything'].flatMap(both),
  ...['>', '*.>', 'rpc.>', 'evt.>', 'ctl.>', '_INBOX.>', '_INBOX.*.>', '$JS.>', '$SYS.>', ...serviceNames.map((name) => `rpc.${name}.>`)].flatMap(
    (subject) => [{ act: 'subscribe', subject } as const, ...joining(subject)],
  ),
];

const keyOf = ({ act, subject }: Probe): string => `${act} ${subject}`;

/** The probes that the server refuses, found by doing them. */
async function refusedOf(nats: NatsConnection): Promise<Set<string>> {
  const refused = new Set<string>();
  // Errors come in order, and reach us after the flush that brought them: the last probe ends the wait.
  const told = (async () => {
    for await (const status of nats.status()) {
      if (status.type !== 'error' || !(status.error instanceof PermissionViolationError)) continue;
      const { operation, subject, queue } = status.error;
      if (subject === 'the.end') return;
      refused.add(`${operation === 'publish' ? 'publish' : queue === undefined ? 'subscribe' : `join ${queue}`} ${subject}`);
    }
  })();
  for (const [n, { act, subject }] of probes.entries()) {
    if (act === 'publish') nats.publish(subject);
    else nats.subscribe(subject, { callback: () => {}, ...(act === 'subscribe' ? {} : { queue: act.slice('join '.length) }) });
    if (n % 200 === 0) await nats.flush();
  }
  nats.publish('the.end');
  await told;
  return refused;
}

describe('the broker', () => {
  let keysDir: string;
  let broker: Broker;
  const open: NatsConnection[] = [];
  const as = async (user: User): Promise<NatsConnection> => {
    const nats = await connectNats(broker.url, { user, keysDir });
    open.push(nats);
    return nats;
  };

  beforeAll(async () => {
    keysDir = await makeKeys();
    broker = await Broker.start(keysDir);
  });
  afterAll(async () => {
    await Promise.all(open.map((nats) => nats.close()));
    await broker.stop();
    await rm(keysDir, { recursive: true });
  });

  it.each(users)('lets %s do what the contracts say, subject by subject, and nothing else', async (user) => {
    const nats = await as(user);
    const refused = await refusedOf(nats);
    await nats.close();
    const wrong = probes.filter((probe) => refused.has(keyOf(probe)) === oracle(user, probe));
    expect(wrong.map((probe) => `${keyOf(probe)}: ${refused.has(keyOf(probe)) ? 'refused' : 'allowed'}`)).toEqual([]);
    // The probes reach both sides of the line.
    expect(refused.size).toBeGreaterThan(1000);
    expect(probes.length - refused.size).toBeGreaterThan(user === 'gateway' ? 100 : 5);
  });

  it('knows every consumer of the contracts', () => {
    const named = events.flatMap(({ name, heardBy = {} }) =>
      Object.entries(heardBy).flatMap(([owner, names]) => names.map(() => `${owner} ${name}`)),
    );
    expect(named.toSorted()).toEqual(
      Object.values(consumers)
        .map(({ owner, hears }) => `${owner} ${hears}`)
        .sort(),
    );
  });

  it('serves nobody without a key, nor with a key that it does not know', async () => {
    await expect(connect({ servers: broker.url, reconnect: false })).rejects.toThrow(/authorization/i);
    const other = await makeKeys();
    const stranger = connectNats(broker.url, { user: 'gateway', keysDir: other });
    const settled = await Promise.race([
      stranger.then(
        () => 'let in',
        () => 'refused',
      ),
      new Promise((resolve) => setTimeout(resolve, 1000, 'kept out')),
    ]);
    expect(settled).not.toBe('let in');
    await rm(other, { recursive: true });
  });

  it('carries an answer to whoever asked, and to nobody else', async () => {
    const [gateway, meetings, membership] = await Promise.all([as('gateway'), as('meetings'), as('membership')]);
    const { subject } = readinessOf('meetings');
    meetings.subscribe(`rpc.${subject}`, { queue: 'meetings', callback: (_error, msg) => void msg.respond('yes') });
    await meetings.flush();
    expect((await gateway.request(`rpc.${subject}`, '', { timeout: 2000 })).string()).toBe('yes');

    const heard: string[] = [];
    gateway.subscribe('_INBOX.gateway.waiting', { callback: (_error, msg) => void heard.push(msg.string()) });
    await gateway.flush();
    membership.publish('_INBOX.gateway.waiting', 'forged');
    await membership.flush();
    await gateway.flush();
    expect(heard).toEqual([]);
  });

  it('keeps events for those who hear them, and its stream from every service', async () => {
    await prepareStream(broker.url, keysDir);
    const [identity, membership, meetings] = await Promise.all([as('identity'), as('membership'), as('meetings')]);
    await jetstream(identity).publish('evt.identity.grant.changed.v1', '{}', { msgID: '1' });
    const durable = 'membership--identity_grant_changed_v1--project-grant';
    const manager = await jetstreamManager(membership, { checkAPI: false });
    await manager.consumers.add('EVT', { durable_name: durable, filter_subject: 'evt.identity.grant.changed.v1', ack_policy: AckPolicy.Explicit });
    const consumer = await jetstream(membership).consumers.get('EVT', durable);
    const message = await consumer.next({ expires: 2000 });
    message?.working();
    expect(await message?.ackAck({ timeout: 2000 })).toBe(true);

    const foreign = await jetstreamManager(meetings, { checkAPI: false });
    await expect(foreign.consumers.info('EVT', durable)).rejects.toThrow(/permission/i);
    await expect(foreign.streams.purge('EVT')).rejects.toThrow(/permission/i);
    await expect(foreign.streams.delete('EVT')).rejects.toThrow(/permission/i);
  });
});
