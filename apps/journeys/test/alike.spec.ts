import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import type { Operation } from '@vungmanh/contracts/operation';
import { nodeAccess } from '@vungmanh/contracts/identity/node-access';
import { committeesOf } from '@vungmanh/contracts/organization/committee';
import { operations } from '@vungmanh/contracts/registry';
import { z } from 'zod';
import { requestOf, send } from '../src/access/ask.js';
import { NOTHING, sampleOf } from '../src/access/sample.js';
import { Person } from '../src/person.js';
import { moveTo } from '../src/time.js';
import { foundVillage } from '../src/village.js';

/** Calls of each kind, one after the other in turn. */
const CALLS = 9;
const UNKNOWN = 'request/forbidden';

interface Kind {
  readonly codes: Set<string>;
  readonly statements: number[];
  readonly millis: number[];
}

const metricsOf: Record<string, string> = JSON.parse(process.env['TEST_METRICS'] ?? '{}');

/** How many statements a service's process has run so far. */
async function statementsOf(service: string): Promise<number> {
  const text = await (await fetch(metricsOf[service] ?? '')).text();
  return Number(/^sql_statements\{[^}]*\} (\d+)/m.exec(text)?.[1]);
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const codeOf = async (operation: Operation, input: Record<string, unknown>, cookie: string): Promise<string> =>
  (await send(requestOf(operation, input, { cookie }))).code;

/** The fields by which an operation names something. */
function idsOf(operation: Operation): string[] {
  return operation.input instanceof z.ZodObject ? Object.keys(operation.input.shape).filter((name) => name.endsWith('Id')) : [];
}

/** Operations about something that is named by its id, in the scope of a grant. */
const byId = operations.filter((o) => o.http && 'grant' in o.access && idsOf(o).some((name) => name in sampleOf(o)));

describe('what is out of scope', () => {
  const foreign: Record<string, string> = {};
  const cookies: string[] = [];

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    const ours = await foundVillage({ number: '251', official: 3, probationary: 1, termFrom: '2025-08-01' });
    const theirs = await foundVillage({ number: '252', official: 3, probationary: 1, termFrom: '2025-08-01' });
    const nodeId = theirs.cell.id;
    const officer = await Person.signedIn('canbo.tinh');
    const their = await Person.signedIn(theirs.accounts.secretary);
    await their.doOnceKnown(listMeetings, { nodeId });
    await their.do(generatePlan, { nodeId, year: 2026 });
    const [meeting] = (await their.do(listMeetings, { nodeId, from: '2026-12', to: '2026-12' })).items;
    const [body] = (await officer.do(committeesOf, { nodeId })).items.filter(({ kind }) => kind === 'CELL');
    const held = (await officer.do(nodeAccess, { nodeId, limit: 50 })).items.find(({ username }) => username === theirs.accounts.secretary);
    const personId = theirs.plain?.id ?? '';
    Object.assign(foreign, { nodeId, parentId: theirs.commune.id, toNodeId: nodeId, meetingId: meeting?.id, bodyId: theirs.bodyId, personId });
    Object.assign(foreign, { seatId: /"seats":\[\{"id":"([^"]+)/.exec(JSON.stringify(body))?.[1], accountId: held?.account.id, grantId: held?.id });
    for (const username of [ours.accounts.secretary, ours.accounts.minuteTaker, ours.accounts.officer]) {
      const person = await Person.signedIn(username);
      await person.doOnceKnown(listMeetings, { nodeId: ours.cell.id });
      cookies.push(person.sessionCookie);
    }
  }, 120_000);

  const input = (operation: Operation, ids: Record<string, string>): Record<string, unknown> => {
    const sample = sampleOf(operation);
    return { ...sample, ...Object.fromEntries(idsOf(operation).flatMap((name) => (name in sample ? [[name, ids[name] ?? NOTHING]] : []))) };
  };

  /** Somebody of the other cell who holds the permission there; undefined when none of them does. */
  async function holderOf(operation: Operation): Promise<string | undefined> {
    for (const cookie of cookies) if ((await codeOf(operation, input(operation, {}), cookie)) !== UNKNOWN) return cookie;
    return undefined;
  }

  async function ask(operation: Operation, cookie: string): Promise<{ absent: Kind; there: Kind }> {
    const kinds: Record<'absent' | 'there', Record<string, string>> = { absent: {}, there: foreign };
    const empty = (): Kind => ({ codes: new Set<string>(), statements: [], millis: [] });
    const result = { absent: empty(), there: empty() };
    const service = operation.subject.slice(0, operation.subject.indexOf('.'));
    for (let n = 0; n < CALLS; n += 1)
      for (const name of ['absent', 'there'] as const) {
        const before = await statementsOf(service);
        const began = performance.now();
        const code = await codeOf(operation, input(operation, kinds[name]), cookie);
        const took = performance.now() - began;
        result[name].codes.add(code);
        result[name].millis.push(took);
        result[name].statements.push((await statementsOf(service)) - before);
      }
    return result;
  }

  it('has something foreign of every kind that is asked for', () => {
    expect(Object.entries(foreign).filter(([, id]) => !/^[0-9a-f-]{36}$/.test(id))).toEqual([]);
    expect(Object.keys(foreign).length).toBeGreaterThan(6);
  });

  it('cannot be told from what is absent: the same answer, as many statements, as much time', async () => {
    const wrong: string[] = [];
    const asked: string[] = [];
    for (const operation of byId.filter((o) => idsOf(o).some((name) => name in foreign && name in sampleOf(o)))) {
      const cookie = await holderOf(operation);
      if (cookie === undefined) continue;
      asked.push(operation.subject);
      const { absent, there } = await ask(operation, cookie);
      const [codes, others] = [absent, there].map(({ codes: seen }) => [...seen].join(', '));
      if (codes !== others || codes === 'done') wrong.push(`${operation.subject}: absent ${codes}, foreign ${others}`);
      // What else the service does meanwhile only adds: the least of many calls is the request's own.
      const [least, otherLeast] = [absent, there].map(({ statements }) => Math.min(...statements));
      if (least !== otherLeast) wrong.push(`${operation.subject}: absent ${least} statements, foreign ${otherLeast}`);
      const [slow = 0, other = 0] = [absent, there].map(({ millis }) => median(millis));
      if (Math.abs(slow - other) > 10 + 0.5 * Math.max(slow, other)) wrong.push(`${operation.subject}: absent ${slow} ms, foreign ${other} ms`);
    }
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
  }, 600_000);
});
