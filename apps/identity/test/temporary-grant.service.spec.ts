import { nodeAccess, nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import { giveGrant, endGrant, listRoles } from '@vungmanh/contracts/identity/role';
import { endTemporaryGrants, giveTemporaryGrants, TEMPORARY_ROLE } from '@vungmanh/contracts/identity/temporary-grant';
import type { InputOf } from '@vungmanh/contracts/operation';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { Problem } from '@vungmanh/platform/problem';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { cell, commune, elsewhere, otherCell, Province, province } from './world.js';

const LAST = '2026-03-20';
let p: Province;
let officer: Person;
let secretary: Person;
let tokens: ActorTokens;
const reader = randomUUID();
const stranger = randomUUID();

type Give = InputOf<typeof giveTemporaryGrants>;
const asked = (more: Partial<Give> = {}): Give => ({
  source: { kind: 'MEETING_CHECK', id: randomUUID() },
  openerId: p.idOf('canboxa'),
  checkingNodeId: commune.id,
  nodeIds: [cell.id, otherCell.id],
  personIds: [reader, stranger],
  addedIds: [],
  validTo: LAST,
  ...more,
});
const give = async (input: Give, key: string = randomUUID()) =>
  p.world.rpc.call(giveTemporaryGrants, input, { actor: await tokens.forService(), key });
const end = async (source: Give['source']) => p.world.rpc.call(endTemporaryGrants, { source }, { actor: await tokens.forService() });
const refused = (input: Give) =>
  give(input).then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
/** What the reader may do today, and where. */
const open = async () => {
  const rows = await p.db.query<{ node_id: string; permissions: string[] }>(
    'select node_id, permissions from grant_view where account_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)',
    [p.idOf('nguoidoc'), p.world.clock.today()],
  );
  return rows
    .filter((r) => r.permissions.includes('meetings:read'))
    .map((r) => r.node_id)
    .toSorted();
};

beforeAll(async () => {
  p = await Province.start();
  tokens = new ActorTokens(await readKeys(p.world.keysDir, 'inspection'), 'inspection', p.world.clock);
  officer = await p.begin('tinh', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
  secretary = await p.begin('bithu', { role: 'CELL_SECRETARY', nodeId: cell.id, below: false });
  await p.begin('canboxa', { role: 'COMMITTEE_OFFICER', nodeId: commune.id, below: true });
  await p.begin('xamotcap', { role: 'COMMITTEE_OFFICER', nodeId: commune.id, below: false });
  await p.begin('nguoidoc', { role: 'MEMBER', nodeId: cell.id, below: false });
  await p.db.transaction('', (tx) => tx.query('update account set person_id = $2 where id = $1', [p.idOf('nguoidoc'), reader]));
});
afterAll(() => p.world.stop());

it('opens reading at each cell to whoever has an account, says who has none, and is seen there with its reason', async () => {
  const input = asked();
  expect(await give(input)).toEqual({ given: 2, without: [stranger], ended: false });
  expect(await open()).toEqual([cell.id, otherCell.id].toSorted());
  const { items } = await officer.do(nodeAccess, { nodeId: cell.id });
  expect(items.find((a) => a.source)).toMatchObject({
    kind: 'READ',
    username: 'nguoidoc',
    role: { label: 'Đoàn kiểm tra sinh hoạt chi bộ', permissions: ['meetings:read'] },
    validTo: LAST,
    givenBy: { name: 'Đồng chí canboxa' },
    source: input.source,
  });
  const short = await secretary.do(nodeAccessShort, { nodeId: cell.id });
  expect(short.items.find((a) => a.source)).toMatchObject({ name: 'Đồng chí nguoidoc', source: input.source, validTo: LAST });
  expect(await end(input.source)).toEqual({ ended: 2 });
  expect(await open()).toEqual([]);
  expect((await officer.do(nodeAccess, { nodeId: cell.id })).items.filter((a) => a.source)).toEqual([]);
});

it('gives once however often and by however many it is asked, and after the end nothing in any order', async () => {
  const input = asked();
  const answers = await Promise.all(Array.from({ length: 6 }, () => give(input)));
  expect(answers.map((a) => a.given).reduce((a, b) => a + b)).toBe(2);
  expect(await open()).toHaveLength(2);
  const shuffled = await Promise.all([end(input.source), give(input), end(input.source), give(input)]);
  expect(shuffled).toHaveLength(4);
  expect(await open()).toEqual([]);
  expect(await give(input)).toEqual({ given: 0, without: [], ended: true });
  expect(await end(input.source)).toEqual({ ended: 0 });
  const early = asked();
  await end(early.source);
  expect(await give(early)).toMatchObject({ given: 0, ended: true });
  expect(await open()).toEqual([]);
});

it('follows who is named and until when; what was ended by hand stays ended', async () => {
  const input = asked();
  const until = async () => {
    const rows = await p.db.query<{ last: string }>('select distinct valid_to::text as last from account_grant where source_id = $1', [
      input.source.id,
    ]);
    return rows.map((row) => row.last);
  };
  await give(input);
  await give({ ...input, validTo: '2026-03-25' });
  expect(await until()).toEqual(['2026-03-25']);
  await give({ ...input, personIds: [stranger] });
  expect(await open()).toEqual([]);
  // Named all along, and closed since: only who is named anew reads again.
  await give(input);
  expect(await open()).toEqual([]);
  expect(await give({ ...input, addedIds: [reader] })).toMatchObject({ given: 0 });
  expect(await open()).toHaveLength(2);
  await end(input.source);
  expect(await give({ ...input, addedIds: [reader] })).toMatchObject({ given: 0, ended: true });
  expect(await open()).toEqual([]);
});

it('is over by itself on its last day', async () => {
  const input = asked({ validTo: '2026-03-10' });
  await give(input);
  p.world.clock.set('2026-03-09T16:00:00Z');
  expect(await open()).toHaveLength(2);
  p.world.clock.set('2026-03-09T17:30:00Z');
  expect(await open()).toEqual([]);
  p.world.clock.set('2026-03-02T02:00:00Z');
  await end(input.source);
});

it('judges the opener by its own grants and the cells by its own tree', async () => {
  expect(await refused(asked({ openerId: p.idOf('xamotcap') }))).toBe('identity/temporary-not-covered');
  expect(await refused(asked({ openerId: p.idOf('bithu') }))).toBe('identity/temporary-not-covered');
  expect(await refused(asked({ openerId: randomUUID() }))).toBe('identity/temporary-not-covered');
  expect(await refused(asked({ checkingNodeId: elsewhere.id }))).toBe('identity/temporary-not-covered');
  expect(await refused(asked({ nodeIds: [cell.id, commune.id] }))).toBe('identity/temporary-not-below');
  expect(await refused(asked({ nodeIds: [province.id] }))).toBe('identity/temporary-not-below');
  expect(await refused(asked({ nodeIds: [randomUUID()] }))).toBe('identity/temporary-not-below');
  expect(await refused(asked({ validTo: '2026-12-31' }))).toBe('identity/temporary-too-long');
  expect(await open()).toEqual([]);
});

it('is given by no person, lends nothing further, and reads only, whatever the role has become', async () => {
  const about = { accountId: p.idOf('nguoidoc'), roleCode: TEMPORARY_ROLE, nodeId: cell.id, below: false };
  expect(await officer.refused(giveGrant, about)).toBe('identity/role-unknown');
  expect((await officer.do(listRoles, {})).items.map((r) => r.code)).not.toContain(TEMPORARY_ROLE);
  expect(await officer.refused(giveTemporaryGrants, asked())).toBe('request/forbidden');
  await p.db.transaction('', (tx) =>
    tx.query(`update role set permissions = permissions || '{meetings:take-minutes}' where code = $1`, [TEMPORARY_ROLE]),
  );
  const input = asked();
  await give(input);
  const { items } = await officer.do(nodeAccess, { nodeId: cell.id });
  const grant = items.find((a) => a.source);
  expect(grant?.role.permissions).toEqual(['meetings:read']);
  // Whoever manages accounts there may end it sooner, and it is not opened again behind their back.
  await officer.do(endGrant, { grantId: grant?.id ?? '', reason: 'chi bộ phản ánh' }, { version: grant?.version ?? 0 });
  expect(await give(input)).toMatchObject({ given: 0 });
  expect(await open()).toEqual([otherCell.id]);
});
