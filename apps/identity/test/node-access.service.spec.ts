import { disableAccount } from '@vungmanh/contracts/identity/account';
import { accessKindOf, nodeAccess, nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import { endGrant, giveGrant, listRoles } from '@vungmanh/contracts/identity/role';
import { permissions } from '@vungmanh/contracts/permission';
import { counting } from '@vungmanh/platform/db/counter';
import type { Person } from '@vungmanh/testing/person';
import { NodeAccessService } from '../src/node-access/node-access.service.js';
import { cell, commune, elsewhere, otherCell, Province, province } from './world.js';

let p: Province;
let officer: Person;
let manager: Person;
let secretary: Person;

const nodes = [province, commune, cell, otherCell, elsewhere];
const byId = new Map(nodes.map((n) => [n.id, n]));
/** Who holds what, as this test gave it: the expected answers come from walking up the parents, not from the closure. */
const held: { username: string; role: string; nodeId: string; below: boolean }[] = [];

const given = (username: string, role: string, nodeId: string, below: boolean) => {
  held.push({ username, role, nodeId, below });
  return { role, nodeId, below };
};

beforeAll(async () => {
  p = await Province.start();
  officer = await p.begin('tinh', given('tinh', 'PROVINCIAL_OFFICER', province.id, true));
  manager = await p.begin('quanly', given('quanly', 'ACCOUNT_OFFICER', commune.id, true));
  secretary = await p.begin('bithu', given('bithu', 'CELL_SECRETARY', cell.id, false));
  await p.begin('canboxa', given('canboxa', 'COMMITTEE_OFFICER', commune.id, true));
  await p.begin('xamotcap', given('xamotcap', 'COMMITTEE_OFFICER', commune.id, false));
  await p.begin('bankythuat', given('bankythuat', 'TECHNICAL_ADMIN', province.id, true));
  await p.begin('benkia', given('benkia', 'COMMITTEE_OFFICER', elsewhere.id, true));
  await p.begin('haivai', given('haivai', 'CELL_DEPUTY', otherCell.id, false), given('haivai', 'MEMBER', cell.id, false));
});
afterAll(() => p.world.stop());

function expectedAt(nodeId: string): string[] {
  const way: string[] = [];
  for (let at = byId.get(nodeId); at; at = at.parentId === undefined ? undefined : byId.get(at.parentId)) way.push(at.id);
  return held.filter((g) => (g.below ? way.includes(g.nodeId) : g.nodeId === nodeId)).map((g) => `${g.username} ${g.role} ${g.nodeId} ${g.below}`);
}

it.each(nodes.map((n) => [n.name, n]))('everybody who can see %s is named with the grant by which they can', async (_name, node) => {
  const { items } = await officer.do(nodeAccess, { nodeId: node.id });
  expect(items.map((a) => `${a.username} ${a.role.code} ${a.nodeId} ${a.below}`).sort()).toEqual(expectedAt(node.id).sort());
});

it('says what they may do, where the grant stands, from when, by whom, and puts the most first', async () => {
  const { id } = await officer.do(giveGrant, {
    accountId: p.idOf('xamotcap'),
    roleCode: 'MINUTE_TAKER',
    nodeId: cell.id,
    below: false,
    validTo: '2026-03-20',
  });
  const { items } = await officer.do(nodeAccess, { nodeId: cell.id });
  expect(items.find((a) => a.id === id)).toMatchObject({
    kind: 'CHANGE',
    account: { name: 'Đồng chí xamotcap' },
    nodeName: 'Chi bộ bản',
    validTo: '2026-03-20',
    endsSoon: true,
    givenBy: { name: 'Đồng chí tinh' },
  });
  const { items: roles } = await officer.do(listRoles, {});
  const expected = (code: string) =>
    ['CHANGE', 'READ', 'FIGURES', 'RIGHTS', 'NAMES'].find((k) => roles.find((r) => r.code === code)?.permissions.some((q) => accessKindOf[q] === k));
  expect(items.map((a) => a.kind)).toEqual(items.map((a) => expected(a.role.code)));
  expect(items.find((a) => a.username === 'bankythuat')?.kind).toBe('RIGHTS');
  const order = items.map((a) => ['CHANGE', 'READ', 'FIGURES', 'RIGHTS', 'NAMES'].indexOf(a.kind));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  await officer.do(endGrant, { grantId: id, reason: 'xong việc' }, { version: 1 });
  expect((await officer.do(nodeAccess, { nodeId: cell.id })).items.map((a) => a.id)).not.toContain(id);
});

it('comes page by page without gap or repeat, with two statements whatever stands there', async () => {
  const whole = (await officer.do(nodeAccess, { nodeId: cell.id })).items.map((a) => a.id);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await officer.do(nodeAccess, { nodeId: cell.id, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    paged.push(...page.items.map((a) => a.id));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(paged).toEqual(whole);
  const service = p.world.service.app.get(NodeAccessService);
  const statements = async (nodeId: string) => {
    // As the guard hands it over: covering this organization.
    const scope = await p.scopeOf(officer, 'identity:manage-grants', nodeId);
    return (await counting(() => service.list({ contract: nodeAccess, input: { nodeId, limit: 50 }, actor: officer.actor, scope, trace: '' })))
      .statements;
  };
  // One of them for the values of rules that the province has set.
  expect([await statements(cell.id), await statements(province.id)]).toEqual([2, 2]);
});

it('is for those who give rights there, and in short for the secretary of the cell', async () => {
  expect((await manager.do(nodeAccess, { nodeId: cell.id })).items.length).toBeGreaterThan(3);
  expect(await manager.refused(nodeAccess, { nodeId: elsewhere.id })).toBe('request/not-found');
  expect(await manager.refused(nodeAccess, { nodeId: province.id })).toBe('request/not-found');
  expect(await secretary.refused(nodeAccess, { nodeId: cell.id })).toBe('request/forbidden');
  const short = await secretary.do(nodeAccessShort, { nodeId: cell.id });
  const full = await officer.do(nodeAccess, { nodeId: cell.id });
  expect(short.items).toEqual(
    full.items.map((a) => ({ id: a.id, kind: a.kind, name: a.account.name, roleLabel: a.role.label, nodeName: a.nodeName })),
  );
  expect(await secretary.refused(nodeAccessShort, { nodeId: otherCell.id })).toBe('request/not-found');
  const member = await p.begin('thuong', { role: 'MEMBER', nodeId: cell.id, below: false });
  expect(await member.refused(nodeAccessShort, { nodeId: cell.id })).toBe('request/forbidden');
});

it('names nobody whose account is closed or whose right has not begun', async () => {
  const target = await p.open(officer, 'seked', { roleCode: 'MEMBER', nodeId: otherCell.id });
  const names = async () => (await officer.do(nodeAccess, { nodeId: cell.id })).items.map((a) => a.username);
  await officer.do(giveGrant, { accountId: target.actor.id, roleCode: 'MEMBER', nodeId: cell.id, below: false, validFrom: '2026-03-03' });
  expect(await names()).not.toContain('seked');
  p.world.clock.set('2026-03-04T02:00:00Z');
  expect(await names()).toContain('seked');
  await officer.do(disableAccount, { accountId: target.actor.id, reason: 'nghỉ' }, { version: 1 });
  expect(await names()).not.toContain('seked');
});

it('knows the kind of every permission', () => {
  expect(permissions.filter((q) => accessKindOf[q] === undefined)).toEqual([]);
});
