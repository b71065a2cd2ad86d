import { listAccounts, profile } from '@vungmanh/contracts/identity/account';
import { expiringGrants } from '@vungmanh/contracts/identity/grant-expiry';
import { approveGrant, listProposals, proposeGrant, rejectGrant } from '@vungmanh/contracts/identity/grant-proposal';
import { endGrant, giveGrant, listRoles } from '@vungmanh/contracts/identity/role';
import { approveRole, changeRole, createRole, managedRoles, rejectRole } from '@vungmanh/contracts/identity/role-change';
import { isContent, type Permission } from '@vungmanh/contracts/permission';
import { operations } from '@vungmanh/contracts/registry';
import type { Person } from '@vungmanh/testing/person';
import { cell, commune, elsewhere, Province, province } from './world.js';

let p: Province;
let first: Person;
let second: Person;
let commander: Person;
let technician: Person;

beforeAll(async () => {
  p = await Province.start();
  first = await p.begin('tinh1', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
  second = await p.begin('tinh2', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
  commander = await p.begin('quanly', { role: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true });
  technician = await p.begin('kythuat', { role: 'TECHNICAL_ADMIN', nodeId: province.id, below: true });
});
afterAll(() => p.world.stop());

const roleNamed = async (code: string) => {
  const role = (await first.do(managedRoles, {})).items.find((r) => r.code === code);
  if (!role) throw new Error(`No role ${code}`);
  return role;
};

describe('nobody gives what they do not hold', () => {
  const member = { roleCode: 'MEMBER', below: false };

  it.each([
    ['an account officer a secretary of a cell below', () => commander, 'CELL_SECRETARY', cell.id, false, 'given'],
    [
      'an account officer an officer with rights of their superior',
      () => commander,
      'COMMITTEE_OFFICER',
      commune.id,
      true,
      'identity/permission-not-held',
    ],
    ['an account officer a role that is given by two', () => commander, 'PROVINCIAL_OFFICER', commune.id, true, 'identity/permission-not-held'],
    ['an account officer in another commune', () => commander, 'MEMBER', elsewhere.id, false, 'request/not-found'],
    ['an account officer above their own', () => commander, 'MEMBER', province.id, false, 'request/not-found'],
    ['a technician a second technician', () => technician, 'TECHNICAL_ADMIN', cell.id, true, 'given'],
    ['a technician a member', () => technician, 'MEMBER', cell.id, false, 'identity/permission-not-held'],
    ['a technician a secretary', () => technician, 'CELL_SECRETARY', cell.id, false, 'identity/permission-not-held'],
    ['a provincial officer a secretary', () => first, 'CELL_SECRETARY', cell.id, false, 'given'],
    ['a provincial officer an officer of a commune', () => first, 'COMMITTEE_OFFICER', commune.id, true, 'given'],
    ['a provincial officer a provincial officer alone', () => first, 'PROVINCIAL_OFFICER', province.id, true, 'identity/four-eyes'],
  ])('%s', async (_case, by, roleCode, nodeId, below, expected) => {
    const target = await p.open(first, `nguoi${Math.random().toString(36).slice(2, 9)}`, { roleCode: 'MEMBER', nodeId: elsewhere.id });
    const given = { accountId: target.actor.id, roleCode, nodeId, below };
    if (expected === 'given')
      await expect(by().do(giveGrant, given)).resolves.toMatchObject({ role: { code: roleCode }, givenBy: { id: by().actor.id } });
    else expect(await by().refused(giveGrant, given)).toBe(expected);
  });

  it('nor for longer than they hold it, nor to a closed account', async () => {
    const target = await p.open(first, 'thoihan', { roleCode: 'MEMBER', nodeId: cell.id });
    const guest = await p.open(first, 'tamtuyen', { roleCode: 'MEMBER', nodeId: cell.id });
    await first.do(giveGrant, { accountId: guest.actor.id, roleCode: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true, validTo: '2026-06-01' });
    await p.wait();
    const wanted = { accountId: target.actor.id, roleCode: 'MINUTE_TAKER', nodeId: cell.id, below: false };
    expect(await guest.refused(giveGrant, wanted)).toBe('identity/longer-than-own');
    expect(await guest.refused(giveGrant, { ...wanted, validTo: '2026-06-02' })).toBe('identity/longer-than-own');
    await expect(guest.do(giveGrant, { ...wanted, validTo: '2026-06-01' })).resolves.toMatchObject({ validTo: '2026-06-01' });
    expect(await first.refused(giveGrant, { ...member, accountId: first.actor.id, nodeId: cell.id })).toBe('identity/own-account');
  });
});

describe('nobody ends or proposes', () => {
  it('what stands outside of their organizations', async () => {
    const target = await p.open(first, 'noikhac', { roleCode: 'MEMBER', nodeId: elsewhere.id });
    const { grants } = await p.world.rpc.call(profile, { accountId: target.actor.id });
    const end = { grantId: grants[0]?.id ?? '', reason: 'không thuộc phạm vi' };
    for (const by of [commander, target])
      expect(['request/not-found', 'request/forbidden']).toContain(await by.refused(endGrant, end, { version: 1 }));
    expect(await p.rights('noikhac')).toHaveLength(1);
    expect(await first.do(endGrant, end, { version: 1 })).toMatchObject({ version: 2 });
  });

  it('more than they hold', async () => {
    const target = await p.open(first, 'denghi', { roleCode: 'MEMBER', nodeId: cell.id });
    const wanted = { accountId: target.actor.id, roleCode: 'PROVINCIAL_OFFICER', nodeId: commune.id, below: true };
    expect(await commander.refused(proposeGrant, wanted)).toBe('identity/permission-not-held');
    expect(await technician.refused(proposeGrant, wanted)).toBe('identity/permission-not-held');
    expect((await second.do(listProposals, {})).items.filter((q) => q.account.id === target.actor.id)).toEqual([]);
  });
});

describe('a role that is given by two', () => {
  const wanted = (accountId: string) => ({ accountId, roleCode: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });

  it('gives nothing until another has approved it, and then keeps both names', async () => {
    const target = await p.open(first, 'moilen', { roleCode: 'MEMBER', nodeId: cell.id });
    const before = await p.rights('moilen');
    const proposal = await first.do(proposeGrant, wanted(target.actor.id));
    expect(proposal).toMatchObject({ state: 'PROPOSED', proposedBy: { name: 'Đồng chí tinh1' }, nodeName: 'Đảng bộ tỉnh', version: 1 });
    expect(await p.rights('moilen')).toEqual(before);
    await p.wait();
    expect(await target.refused(listAccounts, {})).toBe('request/forbidden');
    expect(await first.refused(proposeGrant, wanted(target.actor.id))).toBe('identity/already-proposed');
    expect((await second.do(listProposals, {})).items.map((q) => q.id)).toContain(proposal.id);
    expect((await commander.do(listProposals, {})).items).toEqual([]);
    const about = { proposalId: proposal.id };
    expect(await first.refused(approveGrant, about, { version: 1 })).toBe('identity/same-person');
    expect(await commander.refused(approveGrant, about, { version: 1 })).toBe('request/not-found');
    expect(await technician.refused(approveGrant, about, { version: 1 })).toBe('identity/permission-not-held');
    expect(await second.refused(approveGrant, about, { version: 9 })).toBe('request/stale');
    expect(await second.do(approveGrant, about, { version: 1 })).toMatchObject({ state: 'APPROVED', decidedBy: { name: 'Đồng chí tinh2' } });
    await p.wait();
    await expect(target.do(listAccounts, {})).resolves.toBeDefined();
    const { grants } = await p.world.rpc.call(profile, { accountId: target.actor.id });
    expect(grants.find((g) => g.role.code === 'PROVINCIAL_OFFICER')).toMatchObject({
      givenBy: { name: 'Đồng chí tinh1' },
      approvedBy: { name: 'Đồng chí tinh2' },
    });
    const trail = await p.db.query<{ operation: string; actor_id: string }>(
      `select operation, actor_id from audit where target_id = $1 and operation like 'identity.grant-proposal.%' order by at, id`,
      [target.actor.id],
    );
    expect(trail).toEqual([
      { operation: proposeGrant.subject, actor_id: first.actor.id },
      { operation: approveGrant.subject, actor_id: second.actor.id },
    ]);
    expect(await second.refused(approveGrant, about, { version: 2 })).toBe('identity/already-decided');
  });

  it('is not approved by whoever gets it, can be turned down or taken back, and is for such roles alone', async () => {
    const target = await p.open(first, 'nguoinhan', { roleCode: 'MEMBER', nodeId: cell.id });
    await first.do(giveGrant, { accountId: target.actor.id, roleCode: 'TECHNICAL_ADMIN', nodeId: province.id, below: true });
    const proposal = await first.do(proposeGrant, wanted(target.actor.id));
    await p.wait();
    expect(await target.refused(approveGrant, { proposalId: proposal.id }, { version: 1 })).toBe('identity/same-person');
    const reason = 'chưa đủ căn cứ';
    expect(await first.do(rejectGrant, { proposalId: proposal.id, reason }, { version: 1 })).toMatchObject({ state: 'REJECTED' });
    expect((await p.rights('nguoinhan')).length).toBe(2);
    expect(await first.refused(proposeGrant, { ...wanted(target.actor.id), roleCode: 'MEMBER' })).toBe('identity/one-is-enough');
    expect(await first.refused(proposeGrant, { ...wanted(first.actor.id) })).toBe('identity/own-account');
  });

  it('is approved once, whoever approves at the same time', async () => {
    const third = await p.begin('tinh3', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
    const target = await p.open(first, 'cungduyet', { roleCode: 'MEMBER', nodeId: cell.id });
    const { id } = await first.do(proposeGrant, wanted(target.actor.id));
    const done = await Promise.allSettled([second, third].map((by) => by.do(approveGrant, { proposalId: id }, { version: 1 })));
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await p.rights('cungduyet')).filter((g) => g.permissions.includes('identity:manage-roles'))).toHaveLength(1);
  });

  it('cannot be slipped past the second person in the database either', async () => {
    await expect(p.db.write(`update account_grant set approved_by = given_by where given_by is not null`)).rejects.toThrow('check');
    await expect(p.db.write(`update grant_proposal set decided_by = proposed_by where state = 'APPROVED'`)).rejects.toThrow('check');
  });
});

describe('roles', () => {
  const contentOf = async (code: string) => {
    const { label, permissions, handsOn, fourEyes, version } = await roleNamed(code);
    return { input: { code, label, permissions, handsOn, fourEyes }, version };
  };

  it('are named and cut at once, and every grant of them is told anew', async () => {
    const holder = await p.open(first, 'chiuyvien', { roleCode: 'CELL_COMMITTEE_MEMBER', nodeId: cell.id });
    const { input, version } = await contentOf('CELL_COMMITTEE_MEMBER');
    const permissions = input.permissions.filter((q) => q !== 'meetings:prepare');
    const changed = await first.do(changeRole, { ...input, label: 'Ủy viên chi ủy', permissions }, { version });
    expect(changed).toMatchObject({ label: 'Ủy viên chi ủy', permissions, version: version + 1, holders: 1 });
    expect(changed.pending).toBeUndefined();
    expect(await p.rights('chiuyvien')).toEqual([{ node_id: cell.id, permissions }]);
    const told = await p.db.query<{ item: unknown }>(
      `select payload #> '{items,0}' as item from outbox where payload #>> '{items,0,accountId}' = $1 order by id desc limit 1`,
      [holder.actor.id],
    );
    expect(told[0]?.item).toMatchObject({ version: 2, permissions });
    expect(await first.refused(changeRole, input, { version })).toBe('request/stale');
  });

  it('get more only when a second person has approved it', async () => {
    await p.open(first, 'thukyhop', { roleCode: 'MINUTE_TAKER', nodeId: cell.id });
    const { input, version } = await contentOf('MINUTE_TAKER');
    const wider: Permission[] = [...input.permissions, 'meetings:prepare'];
    const pending = await first.do(changeRole, { ...input, permissions: wider }, { version });
    expect(pending).toMatchObject({ permissions: input.permissions, pending: { by: { name: 'Đồng chí tinh1' } } });
    expect((await p.rights('thukyhop'))[0]?.permissions).toEqual(input.permissions);
    expect(await first.refused(approveRole, { code: 'MINUTE_TAKER' }, { version: version + 1 })).toBe('identity/same-person');
    const approved = await second.do(approveRole, { code: 'MINUTE_TAKER' }, { version: version + 1 });
    expect(new Set(approved.permissions)).toEqual(new Set(wider));
    expect(approved.pending).toBeUndefined();
    expect((await p.rights('thukyhop'))[0]?.permissions).toContain('meetings:prepare');
    expect(await second.refused(approveRole, { code: 'MINUTE_TAKER' }, { version: version + 2 })).toBe('identity/nothing-pending');
  });

  it('never get what their changer lacks, nor from anybody but the province', async () => {
    const { input, version } = await contentOf('MEMBER');
    const cutter = await p.begin('suavaitro');
    const making = { code: 'ROLE_KEEPER', label: 'Người giữ vai trò', permissions: ['identity:manage-roles' as const], handsOn: [], fourEyes: false };
    await first.do(createRole, making);
    expect(await first.refused(createRole, making)).toBe('identity/role-exists');
    await second.do(approveRole, { code: 'ROLE_KEEPER' }, { version: 2 });
    await first.do(giveGrant, { accountId: cutter.actor.id, roleCode: 'ROLE_KEEPER', nodeId: province.id, below: true });
    await p.wait();
    expect(await cutter.refused(changeRole, { ...input, permissions: [...input.permissions, 'membership:read'] }, { version })).toBe(
      'identity/permission-not-held',
    );
    expect(await cutter.refused(changeRole, { ...input, handsOn: ['membership:read'] }, { version })).toBe('identity/permission-not-held');
    expect(await cutter.refused(createRole, { ...making, code: 'SECOND', permissions: ['meetings:read'] })).toBe('identity/permission-not-held');
    await expect(cutter.do(changeRole, { ...input, label: 'Đảng viên chi bộ' }, { version })).resolves.toMatchObject({ label: 'Đảng viên chi bộ' });

    const local = await p.begin('suaoxa', { role: 'ROLE_KEEPER', nodeId: commune.id, below: true });
    expect((await local.do(managedRoles, {})).items).toEqual([]);
    expect(await local.refused(changeRole, { ...input, permissions: [] }, { version: version + 1 })).toBe('identity/not-whole');
    const alone = await p.begin('suamotcap', { role: 'ROLE_KEEPER', nodeId: province.id, below: false });
    expect(await alone.refused(changeRole, { ...input, permissions: [] }, { version: version + 1 })).toBe('identity/not-whole');
    expect(await commander.refused(managedRoles, {})).toBe('request/forbidden');
  });

  it('keep their second person unless a second person agrees, and somebody who can change them', async () => {
    const { input, version } = await contentOf('PROVINCIAL_OFFICER');
    const open = await first.do(changeRole, { ...input, fourEyes: false }, { version });
    expect(open).toMatchObject({ fourEyes: true, pending: { fourEyes: false } });
    expect(await second.do(rejectRole, { code: input.code }, { version: version + 1 })).toMatchObject({ fourEyes: true });
    const permissions = input.permissions.filter((q) => q !== 'identity:manage-roles');
    expect(await first.refused(changeRole, { ...input, permissions }, { version: version + 2 })).toBe('identity/nobody-left');
    expect((await roleNamed(input.code)).permissions).toContain('identity:manage-roles');
  });
});

describe('what ends soon', () => {
  it('is said to its holder and to those who give there, thirty days before', async () => {
    const target = await p.open(first, 'saphet', { roleCode: 'MEMBER', nodeId: cell.id });
    const give = (roleCode: string, validTo: string) =>
      first.do(giveGrant, { accountId: target.actor.id, roleCode, nodeId: cell.id, below: false, validTo });
    // Today is 2026-03-02.
    const soon = await give('MINUTE_TAKER', '2026-04-01');
    const later = await give('CELL_DEPUTY', '2026-04-02');
    expect([soon.endsSoon, later.endsSoon]).toEqual([true, false]);
    const { grants } = await p.world.rpc.call(profile, { accountId: target.actor.id });
    expect(Object.fromEntries(grants.map((g) => [g.role.code, g.endsSoon]))).toEqual({ MEMBER: false, MINUTE_TAKER: true, CELL_DEPUTY: false });
    const { items } = await commander.do(expiringGrants, {});
    expect(items.filter((g) => g.account.id === target.actor.id)).toMatchObject([
      { id: soon.id, account: { name: 'Đồng chí saphet' }, nodeName: 'Chi bộ bản' },
    ]);
    expect((await first.do(expiringGrants, { limit: 1 })).items).toHaveLength(1);
    const outside = await p.begin('ngoaixa', { role: 'ACCOUNT_OFFICER', nodeId: elsewhere.id, below: true });
    expect((await outside.do(expiringGrants, {})).items).toEqual([]);
    await commander.do(endGrant, { grantId: soon.id, reason: 'đổi người' }, { version: 1 });
    expect((await commander.do(expiringGrants, {})).items.map((g) => g.id)).not.toContain(soon.id);
  });
});

it('a technical administrator can ask for nothing that shows content, over all contracts', async () => {
  const { items } = await technician.do(listRoles, {});
  const role = items.find((r) => r.code === 'TECHNICAL_ADMIN');
  expect([...(role?.permissions ?? []), ...(role?.handsOn ?? [])].filter(isContent)).toEqual([]);
  const open = operations.filter((o) => 'grant' in o.access && role?.permissions.includes(o.access.grant)).map((o) => o.subject);
  // Whoever adds an operation here says with it that names of organizations and rights of accounts are all that it shows.
  expect(open.filter((s) => !s.startsWith('identity.')).sort()).toEqual([
    'organization.node.children',
    'organization.node.detail',
    'organization.node.history',
    'organization.node.roots',
    'organization.node.search',
  ]);
});
