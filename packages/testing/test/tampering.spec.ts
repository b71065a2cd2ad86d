import { chainOf, hashOf, BEGINNING, SEALED_COLUMNS, type SealedRow } from '@vungmanh/platform/audit/chain';
import { readFile, writeFile } from 'node:fs/promises';
import { Audited } from './audited.fixture.js';
import { random } from './things.js';

const ROWS = 200;
const EDITS = 1000;

let audited: Audited;
beforeAll(async () => {
  audited = await Audited.make();
  for (let part = 0; part < 4; part += 1) {
    await audited.write(ROWS / 4);
    await audited.seal();
  }
  await audited.superuser.query('create table audit_copy as table audit; create table audit_seal_copy as table audit_seal');
}, 180_000);
afterAll(() => audited.stop());

const next = random(36);
const pick = <T>(all: readonly T[]): T => {
  const one = all[Math.floor(next() * all.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
};
const idsOf = async () => (await audited.superuser.query<{ id: string }>('select id from audit_copy order by id')).rows.map((r) => r.id);
const chainRows = async (chain: number) =>
  (
    await audited.superuser.query<SealedRow & { position: number }>(
      `select s.position::int as position, ${SEALED_COLUMNS} from audit_seal s join audit a on a.id = s.audit_id where s.chain = $1 order by s.position`,
      [chain],
    )
  ).rows;

/** Somebody who knows how seals are made: hashes the chain anew from its beginning, as it now stands. */
async function sealAnew(chain: number): Promise<void> {
  let previous = BEGINNING.hash;
  const rows = await chainRows(chain);
  for (const [i, { position: _old, ...row }] of rows.entries()) {
    previous = hashOf('meetings', { chain, position: i + 1, previous }, row);
    await audited.tamper(`update audit_seal set position = $2, hash = decode($3, 'hex') where audit_id = $1`, [row.id, i + 1, previous]);
  }
}

const columns: Readonly<Record<string, string>> = {
  id: 'uuidv7()',
  at: `at + interval '1 microsecond'`,
  actor_id: `actor_id || ' '`,
  person_id: 'case when person_id is null then gen_random_uuid() end',
  on_behalf_of: `case when on_behalf_of is null then '' end`,
  operation: `operation || 's'`,
  node_id: 'case when next_bit then null else gen_random_uuid() end',
  target_id: 'gen_random_uuid()',
  persons: 'case when cardinality(persons) > 1 then persons[2:] else persons || gen_random_uuid() end',
  trace: `replace(trace, 'trace', 'tráce')`,
};
const sealEdits = [
  // Where it stands, another stands there.
  'chain = (chain + 1) % 64, position = position + 1000',
  'position = position + 1000',
  'audit_id = gen_random_uuid()',
  'hash = sha256(hash)',
];

type Edit = (ids: readonly string[]) => Promise<number>;
const edits: Readonly<Record<string, Edit>> = {
  'a column changed': (ids) => {
    const column = pick(Object.keys(columns));
    const value = columns[column]?.replace('next_bit', String(next() < 0.5)) ?? '';
    return audited.tamper(`update audit set ${column} = ${value} where id = $1`, [pick(ids)]);
  },
  'a seal changed': (ids) => audited.tamper(`update audit_seal set ${pick(sealEdits)} where audit_id = $1`, [pick(ids)]),
  'a row taken away': (ids) => audited.tamper('delete from audit where id = $1', [pick(ids)]),
  'a seal taken away': (ids) => audited.tamper('delete from audit_seal where audit_id = $1', [pick(ids)]),
  'a row and its seal taken away': async (ids) => {
    const id = pick(ids);
    await audited.tamper('delete from audit_seal where audit_id = $1', [id]);
    return audited.tamper('delete from audit where id = $1', [id]);
  },
  'the tail cut off': async (ids) => {
    const id = pick(ids);
    const gone = 'select audit_id from audit_seal_copy where chain = $1 and position >= (select position from audit_seal_copy where audit_id = $2)';
    await audited.tamper(`delete from audit where id in (${gone})`, [chainOf(id), id]);
    return audited.tamper(`delete from audit_seal where audit_id in (${gone})`, [chainOf(id), id]);
  },
  'two rows in each other’s place': (ids) => {
    const [one, two] = [pick(ids), pick(ids)];
    const others = one === two ? ids.find((id) => id !== one) : two;
    return audited.tamper(
      `update audit a set (at, actor_id, operation, trace, persons) = (select c.at, c.actor_id, c.operation, c.trace, c.persons from audit_copy c
         where c.id = case when a.id = $1 then $2::uuid else $1::uuid end) where a.id in ($1, $2)`,
      [one, others],
    );
  },
  'two rows of a chain reordered': async (ids) => {
    const chain = chainOf(pick(ids));
    const [one, two] = await chainRows(chain);
    if (!one || !two) return edits['a row taken away']?.(ids) ?? 0;
    await audited.tamper('delete from audit_seal where chain = $1 and position in (1, 2)', [chain]);
    return audited.tamper(
      `insert into audit_seal select chain, 3 - position, audit_id, hash from audit_seal_copy where chain = $1 and position in (1, 2)`,
      [chain],
    );
  },
  'an older copy put in its place': async (ids) => {
    const id = pick(ids);
    await audited.tamper('delete from audit where id = $1', [id]);
    // As it stood in a copy from before the row was completed. Past the trigger or through it: neither helps.
    const sql = `insert into audit select id, at - interval '1 day', actor_id, null, null, operation, node_id, null, '{}', trace from audit_copy where id = $1`;
    return next() < 0.5 ? audited.tamper(sql, [id]) : ((await audited.superuser.query(sql, [id])).rowCount ?? 0);
  },
  'a row changed and its chain sealed anew': async (ids) => {
    const id = pick(ids);
    const changed = await audited.tamper(`update audit set actor_id = 'somebody-else' where id = $1`, [id]);
    await sealAnew(chainOf(id));
    return changed;
  },
  'a row taken out and its chain closed up': async (ids) => {
    const id = pick(ids);
    await audited.tamper('delete from audit_seal where audit_id = $1', [id]);
    const gone = await audited.tamper('delete from audit where id = $1', [id]);
    await sealAnew(chainOf(id));
    return gone;
  },
  'the rows of two chains exchanged': async (ids) => {
    const one = chainOf(pick(ids));
    const other = (one + 1) % 64;
    await audited.tamper('update audit_seal set position = position + 100000, chain = $2 where chain = $1', [one, other]);
    await audited.tamper('update audit_seal set chain = $1 where chain = $2 and position < 100000', [one, other]);
    const changed = await audited.tamper('update audit_seal set position = position - 100000 where chain = $1 and position > 100000', [other]);
    await sealAnew(one);
    await sealAnew(other);
    return changed;
  },
  'an older state of the whole': async (ids) => {
    const id = pick(ids);
    await audited.tamper('delete from audit where id >= $1', [id]);
    return audited.tamper('delete from audit_seal where audit_id >= $1', [id]);
  },
};

/** Signed heads as somebody leaves them who has the disk and not the key. */
const headsEdits: Readonly<Record<string, (lines: string[]) => string[]>> = {
  'a line of the heads taken away': (lines) => lines.toSpliced(Math.floor(next() * (lines.length - 1)), 1),
  'two lines of the heads in each other’s place': ([one = '', two = '', ...rest]) => [two, one, ...rest],
  'a digit of the heads changed': (lines) => {
    const at = Math.floor(next() * lines.length);
    return lines.with(
      at,
      (lines[at] ?? '').replace(/\d(?=\D*$)|(?<="digest":".)./, (digit) => (digit === '7' ? '8' : '7')),
    );
  },
  'a line of the heads twice': (lines) => [...lines, lines[0] ?? ''],
};

async function editHeads(kind: string): Promise<readonly string[]> {
  const whole = await readFile(audited.headsFile, 'utf8');
  const edited = headsEdits[kind]?.(whole.trimEnd().split('\n')) ?? [];
  await writeFile(audited.headsFile, `${edited.join('\n')}\n`);
  try {
    return (await audited.found(() => Promise.resolve(1))).findings;
  } finally {
    await writeFile(audited.headsFile, whole);
  }
}

it('finds every one of a thousand edits that a superuser makes, and nothing once they are undone', async () => {
  const ids = await idsOf();
  const missed: string[] = [];
  const made = new Map<string, number>();
  const kinds = [...Object.keys(edits), ...Object.keys(headsEdits)];
  for (let n = 0; n < EDITS; n += 1) {
    const kind = pick(kinds);
    made.set(kind, (made.get(kind) ?? 0) + 1);
    const edit = edits[kind];
    const { changed, findings } = edit ? await audited.found(() => edit(ids)) : { changed: 1, findings: await editHeads(kind) };
    if (changed === 0) throw new Error(`Nothing was edited: ${kind}`);
    if (findings.length === 0) missed.push(`${n}: ${kind}`);
  }
  expect(missed).toEqual([]);
  expect([...made.keys()].toSorted()).toEqual(kinds.toSorted());
  expect(await audited.verify()).toMatchObject({ rows: ROWS, findings: [] });
}, 180_000);
