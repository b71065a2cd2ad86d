import type { Operation } from '@vungmanh/contracts/operation';
import { operations } from '@vungmanh/contracts/registry';
import { Direct } from '@vungmanh/testing/direct';
import { createHash } from 'node:crypto';
import { demandsOf, overHttp } from '../../src/access/ask.js';
import { type Player, setStage, type Stage } from '../../src/access/cast.js';
import { type Verdict, verdictOn, wrongWith } from '../../src/access/oracle.js';
import { NOTHING, sampleOf } from '../../src/access/sample.js';
import { clockAheadMs } from '../../src/time.js';

/** `npm run test:access` asks everything; any other run a tenth, another tenth each day. ACCESS_SEED says which. */
const whole = process.env['ACCESS_MATRIX'] === 'whole';
const seed = Number(process.env['ACCESS_SEED'] ?? new Date().getUTCDate()) % 10;
const AT_ONCE = 8;

interface Case {
  readonly operation: Operation;
  readonly who: Player | undefined;
  readonly relation: string;
  readonly target: string;
  readonly way: 'HTTP' | 'NATS';
}

const nameOf = ({ operation, who, relation, way }: Case): string => `${operation.subject} · ${who?.name ?? 'nobody'} · ${relation} · ${way}`;
const chosen = (one: Case): boolean => whole || (createHash('sha256').update(nameOf(one)).digest()[0] ?? 0) % 10 === seed;
/** Signing in is the gateway's own and for everybody. */
const asked = operations.filter((o) => !('anyone' in o.access));
const fieldOf = ({ access }: Operation): string | undefined => ('grant' in access ? access.on : undefined);

function casesOn({ players, targets }: Stage): Case[] {
  const all = asked.flatMap((operation) =>
    players.flatMap((who) =>
      Object.entries(fieldOf(operation) === undefined ? { any: NOTHING } : targets).flatMap(([relation, target]) =>
        (['HTTP', 'NATS'] as const).filter((way) => way === 'NATS' || operation.http).map((way) => ({ operation, who, relation, target, way })),
      ),
    ),
  );
  return all.filter(chosen);
}

let stage: Stage;
let direct: Direct;

beforeAll(async () => {
  stage = await setStage(process.env['TEST_PROVINCE_ID'] ?? '', NOTHING);
  direct = await Direct.open(process.env['TEST_PLATFORM_NATS'] ?? '', process.env['TEST_KEYS_DIR'] ?? '', clockAheadMs());
});
afterAll(() => direct.close());

/** What was answered that should not have been. */
async function judge(one: Case): Promise<string | undefined> {
  const { operation, who, target, way } = one;
  const field = fieldOf(operation);
  const sample = sampleOf(operation);
  const input = field === undefined ? sample : { ...sample, [field]: target };
  const secondAt = Date.now() + clockAheadMs();
  const actor = who && { id: who.accountId, session: 'access', secondAt, ...(who.person ? { person: who.person } : {}) };
  const code = await (way === 'HTTP' ? overHttp(operation, input, who?.cookie) : direct.code(operation, input, actor, demandsOf(operation)));
  const verdict: Verdict = verdictOn(operation.access, who, target, stage.parents);
  const onlyNode = operation.type === 'query' && field !== undefined && Object.keys(sample).length === 1;
  const wrong = wrongWith(code, verdict, onlyNode);
  return wrong === undefined ? undefined : `${nameOf(one)}: ${code}, ${wrong}`;
}

it('has an input for every operation', () => {
  const without = asked.flatMap((operation) => {
    try {
      sampleOf(operation);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : operation.subject];
    }
  });
  expect(without).toEqual([]);
});

it(`lets in whoever the rules let in and nobody else: ${whole ? 'everything' : `a tenth, seed ${seed}`}`, async () => {
  const waiting = casesOn(stage);
  const asking = waiting.length;
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) {
        const found = await judge(one);
        if (found !== undefined) wrong.push(found);
      }
    }),
  );
  expect(asking).toBeGreaterThan(whole ? 10_000 : 1000);
  expect({ wrong: wrong.length, first: wrong.sort().slice(0, 40) }).toEqual({ wrong: 0, first: [] });
}, 1_200_000);
