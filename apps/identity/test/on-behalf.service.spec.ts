import { disableAccount, listAccounts, profile } from '@vungmanh/contracts/identity/account';
import { grantSnapshot } from '@vungmanh/contracts/identity/grant';
import { nodeAccess, nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import { endGrant, giveGrant } from '@vungmanh/contracts/identity/role';
import { neverOnBehalf } from '@vungmanh/contracts/permission';
import type { Person } from '@vungmanh/testing/person';
import { holdingsOf } from '../src/grant/giver.js';
import { cell, commune, otherCell, Province, province } from './world.js';

let p: Province;
let officer: Person;
let elder: Person;
let helper: Person;

beforeAll(async () => {
  p = await Province.start();
  officer = await p.begin('tinh', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
  elder = await p.open(officer, 'bithu', { roleCode: 'CELL_SECRETARY', nodeId: cell.id });
  helper = await p.open(officer, 'doanvien', { roleCode: 'MEMBER', nodeId: cell.id });
});
afterAll(() => p.world.stop());

const forElder = (rest: object = {}) => ({
  accountId: helper.actor.id,
  roleCode: 'CELL_SECRETARY',
  nodeId: cell.id,
  below: false,
  onBehalfOf: elder.actor.id,
  ...rest,
});
const secretaryGrant = async (of: Person) => {
  const { grants } = await p.world.rpc.call(profile, { accountId: of.actor.id });
  const grant = grants.find((g) => g.role.code === 'CELL_SECRETARY' && g.onBehalfOf === undefined);
  if (!grant) throw new Error('no secretary');
  return grant;
};
const acting = async () => (await p.world.rpc.call(profile, { accountId: helper.actor.id })).grants.filter((g) => g.onBehalfOf);

it.each([
  ['another role than theirs', { roleCode: 'MINUTE_TAKER' }],
  ['where they are not', { nodeId: otherCell.id }],
  ['more widely than they', { below: true }],
  ['for an account that is not', { onBehalfOf: '01900000-0000-7000-8000-000000000000' }],
  ['for themselves', { onBehalfOf: 'helper' }],
])('nobody does for another %s', async (_what, rest) => {
  const given = 'onBehalfOf' in rest && rest.onBehalfOf === 'helper' ? { onBehalfOf: helper.actor.id } : rest;
  expect(await officer.refused(giveGrant, forElder(given))).toBe('identity/behalf-lacks');
});

it('nobody acts for themselves, although they hold the role', async () => {
  expect(await officer.refused(giveGrant, forElder({ accountId: elder.actor.id }))).toBe('identity/behalf-lacks');
});

it('a helper does the work of the secretary under both names, and not in their own name', async () => {
  const given = await officer.do(giveGrant, forElder());
  expect(given).toMatchObject({ onBehalfOf: { id: elder.actor.id, name: 'Đồng chí bithu' } });
  expect((await p.world.rpc.call(grantSnapshot, { ids: [given.id] })).items).toMatchObject([{ onBehalfOf: elder.actor.id }]);
  await p.wait();
  expect(await helper.refused(nodeAccessShort, { nodeId: cell.id })).toBe('request/forbidden');
  const seen = await helper.actingFor(elder.actor.id).do(nodeAccessShort, { nodeId: cell.id });
  expect(seen.items).toContainEqual(expect.objectContaining({ name: 'Đồng chí doanvien', onBehalfOf: 'Đồng chí bithu', roleLabel: 'Bí thư chi bộ' }));
  expect((await officer.do(nodeAccess, { nodeId: cell.id })).items.filter((a) => a.onBehalfOf).map((a) => a.username)).toEqual(['doanvien']);
  expect(await officer.refused(giveGrant, forElder())).toBe('identity/grant-held');
  await officer.do(endGrant, { grantId: given.id, reason: 'thôi làm thay' }, { version: 1 });
  await p.wait();
  expect(await helper.actingFor(elder.actor.id).refused(nodeAccessShort, { nodeId: cell.id })).toBe('request/forbidden');
});

it('nobody gives rights or carries data out in the name of another', async () => {
  const manager = await p.open(officer, 'quanly', { roleCode: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true });
  const given = await officer.do(giveGrant, forElder({ roleCode: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true, onBehalfOf: manager.actor.id }));
  const [row] = (await p.world.rpc.call(grantSnapshot, { ids: [given.id] })).items;
  expect(row?.permissions.filter((q) => neverOnBehalf.includes(q))).toEqual([]);
  expect(given.role.permissions).toEqual(row?.permissions);
  expect(await p.db.query('select permissions from grant_view where grant_id = $1', [given.id])).toEqual([{ permissions: row?.permissions }]);
  await p.wait();
  const instead = helper.actingFor(manager.actor.id);
  expect(await instead.refused(listAccounts, {})).toBe('request/forbidden');
  expect(await instead.refused(giveGrant, forElder({ onBehalfOf: undefined, roleCode: 'MEMBER' }))).toBe('request/forbidden');
});

it('nobody hands on what they have in the name of another, be they one who gives rights', async () => {
  const technician = await p.open(officer, 'kythuat', { roleCode: 'MEMBER', nodeId: cell.id });
  await officer.do(giveGrant, { accountId: technician.actor.id, roleCode: 'TECHNICAL_ADMIN', nodeId: commune.id, below: true });
  await officer.do(giveGrant, forElder({ accountId: technician.actor.id }));
  await p.wait();
  const wanted = { accountId: helper.actor.id, roleCode: 'CELL_SECRETARY', nodeId: cell.id, below: false };
  expect(await technician.refused(giveGrant, wanted)).toBe('identity/permission-not-held');
  // The second line behind the guard, asked by itself: who acts for another has nothing to give, whatever they hold.
  const today = p.world.clock.today();
  const held = (actor: Person['actor']) => p.db.transaction('', (tx) => holdingsOf(tx, actor, today));
  expect(await held(technician.actor)).not.toEqual([]);
  expect(await held({ ...technician.actor, onBehalfOf: elder.actor.id })).toEqual([]);
});

it('lasts no longer than the right of the one whose work it is, and ends with it', async () => {
  const ends = '2026-05-01';
  const other = await p.open(officer, 'bithucu', { roleCode: 'MEMBER', nodeId: cell.id });
  await officer.do(giveGrant, { accountId: other.actor.id, roleCode: 'CELL_DEPUTY', nodeId: cell.id, below: false, validTo: ends });
  const wanted = forElder({ roleCode: 'CELL_DEPUTY', onBehalfOf: other.actor.id });
  expect(await officer.refused(giveGrant, wanted)).toBe('identity/behalf-lacks');
  expect(await officer.refused(giveGrant, { ...wanted, validTo: '2026-05-02' })).toBe('identity/behalf-lacks');
  await expect(officer.do(giveGrant, { ...wanted, validTo: ends })).resolves.toBeDefined();

  await officer.do(giveGrant, forElder());
  const before = await secretaryGrant(elder);
  expect((await acting()).map((g) => g.role.code).sort()).toEqual(['ACCOUNT_OFFICER', 'CELL_DEPUTY', 'CELL_SECRETARY']);
  await officer.do(endGrant, { grantId: before.id, reason: 'hết nhiệm kỳ' }, { version: before.version });
  expect((await acting()).map((g) => g.role.code).sort()).toEqual(['ACCOUNT_OFFICER', 'CELL_DEPUTY']);
  await officer.do(disableAccount, { accountId: other.actor.id, reason: 'nghỉ' }, { version: 1 });
  expect((await acting()).map((g) => g.role.code)).toEqual(['ACCOUNT_OFFICER']);
});
