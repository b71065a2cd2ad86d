import { systemDb } from '@vungmanh/testing/system-db';
import { authenticate, createAccount, disableAccount, enter, listAccounts, profile } from '@vungmanh/contracts/identity/account';
import { changePassword } from '@vungmanh/contracts/identity/password';
import { grantSnapshot } from '@vungmanh/contracts/identity/grant';
import { endGrant, giveGrant, listRoles } from '@vungmanh/contracts/identity/role';
import type { Operation, SentOf } from '@vungmanh/contracts/operation';
import { permissions } from '@vungmanh/contracts/permission';
import { Db } from '@vungmanh/platform/db/db';
import { Problem } from '@vungmanh/platform/problem';
import { expectNoDrift } from '@vungmanh/testing/drift';
import { cellNode, committeeNode } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { Passwords } from '../src/account/passwords.js';
import { applyBootstrap, Bootstrap } from '../src/bootstrap-accounts.js';
import { identity } from '../src/service.js';
import { Browser } from './browser.js';

const province = committeeNode('Đảng bộ tỉnh');
const commune = committeeNode('Đảng bộ xã', province);
const cell = cellNode('Chi bộ bản', commune);
const elsewhere = committeeNode('Đảng bộ xã khác', province);
const password = 'mật khẩu đủ dài';

let world: World;
let db: Db;

/** Accounts as the start script opens them. */
async function bootstrap(...accounts: Bootstrap['accounts']): Promise<{ accounts: number; grants: number }> {
  return applyBootstrap(Bootstrap.parse({ demo: true, accounts }), { db, clock: world.clock, passwords: new Passwords() });
}

async function idOf(username: string): Promise<string> {
  const [row] = await db.query<{ id: string }>('select id from account where username = $1', [username]);
  return row?.id ?? '';
}

/** Asks as the gateway in its own name. */
const asked = <O extends Operation>(contract: O, input: SentOf<O>) => world.rpc.call(contract, input);

async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((e: unknown) => e);
  return thrown instanceof Problem ? thrown.code : `not refused: ${JSON.stringify(thrown)}`;
}

/** The whole way through the provider; answers the account that it vouches for. */
const signIn = async (username: string, tried: string, address?: string) => (await Browser.open(world)).signIn(username, tried, address);

beforeAll(async () => {
  world = await World.start(identity, { nodes: [province, commune, cell, elsewhere], now: '2026-03-02T02:00:00Z' });
  db = systemDb(world.service);
  await bootstrap(
    { username: 'tinh', password, displayName: 'Cán bộ tỉnh', grants: [{ role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true }] },
    { username: 'qtxa', password, displayName: 'Quản trị xã', grants: [{ role: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true }] },
    { username: 'motcap', password, displayName: 'Quản trị một cấp', grants: [{ role: 'ACCOUNT_OFFICER', nodeId: commune.id, below: false }] },
    { username: 'bithu', password, displayName: 'Bí thư', grants: [{ role: 'CELL_SECRETARY', nodeId: cell.id, below: false }] },
  );
});
afterAll(() => world.stop());

it('has no drift between entities and migrations', async () => {
  await expect(expectNoDrift(db.dataSource)).resolves.toBeUndefined();
});

describe('the first accounts', () => {
  const account = { username: 'lai', password, displayName: 'Chạy lại', grants: [{ role: 'MEMBER', nodeId: cell.id, below: false }] };

  it('are opened once, whatever is run again', async () => {
    expect(await bootstrap(account)).toEqual({ accounts: 1, grants: 1 });
    expect(await bootstrap({ ...account, password: 'another password' })).toEqual({ accounts: 0, grants: 0 });
    await expect(signIn('lai', password)).resolves.toBe(await idOf('lai'));
  });

  it('come all or not at all', async () => {
    await expect(
      bootstrap({ ...account, username: 'moi1' }, { ...account, username: 'moi2', grants: [{ role: 'NOBODY', nodeId: cell.id, below: false }] }),
    ).rejects.toThrow('NOBODY');
    expect(await idOf('moi1')).toBe('');
  });
});

describe('signing in', () => {
  it('answers the account for the right password, typed in either Unicode form, in any case of the name', async () => {
    const personId = randomUUID();
    await bootstrap({ username: 'hoa', password, displayName: 'Hòa', personId, grants: [] });
    const accountId = await idOf('hoa');
    expect(await signIn('hoa', password.normalize('NFC'))).toBe(accountId);
    expect(await signIn(' HOA ', password.normalize('NFD'))).toBe(accountId);
    expect(await asked(enter, { subject: accountId, issuer: 'OURS' })).toEqual({ accountId, personId });
    expect(await asked(enter, { subject: 'Hoa', issuer: 'OTHER' })).toEqual({ accountId, personId });
    expect(await refusal(asked(enter, { subject: accountId, issuer: 'OTHER' }))).toBe('identity/sign-in-refused');
    expect(await refusal(asked(enter, { subject: 'hoa', issuer: 'OURS' }))).toBe('identity/sign-in-refused');
  });

  it('refuses an unknown name, a wrong password and a disabled account with one and the same answer', async () => {
    await bootstrap({ username: 'khoa', password, displayName: 'Đã khóa', grants: [{ role: 'MEMBER', nodeId: cell.id, below: false }] });
    const { version } = await asked(profile, { accountId: await idOf('khoa') });
    await world.person(await idOf('tinh')).do(disableAccount, { accountId: await idOf('khoa'), reason: 'nghỉ công tác' }, { version });
    const answers = await Promise.all(
      [signIn('khong-co', password), signIn('qtxa', 'sai mật khẩu'), signIn('khoa', password)].map((s) => s.catch((e: unknown) => JSON.stringify(e))),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('identity/sign-in-refused');
  });

  it('makes whoever guesses wait longer and longer, and forgets after success', async () => {
    await bootstrap({ username: 'doan', password, displayName: 'Bị đoán', grants: [] });
    world.clock.set('2026-03-03T02:00:00Z');
    for (let i = 0; i < 5; i += 1) expect(await refusal(signIn('doan', 'sai', '10.9.9.9'))).toBe('identity/sign-in-refused');
    expect(await refusal(signIn('doan', password, '10.9.9.9'))).toBe('identity/sign-in-too-often');
    expect(await refusal(signIn('doan', password, '10.1.1.1'))).toBe('identity/sign-in-too-often');
    world.clock.set('2026-03-03T02:00:10Z');
    await expect(signIn('doan', password, '10.9.9.9')).resolves.toBe(await idOf('doan'));
    expect(await refusal(signIn('doan', 'sai', '10.9.9.9'))).toBe('identity/sign-in-refused');
    await expect(signIn('doan', password, '10.9.9.9')).resolves.toBeDefined();
  });

  it('makes an address wait that tries many names', async () => {
    const address = '10.8.8.8';
    await Promise.all(Array.from({ length: 42 }, (_, i) => signIn(`ten-${i}`, 'sai', address).catch(() => undefined)));
    expect(await refusal(signIn('ten-99', 'sai', address))).toBe('identity/sign-in-too-often');
    expect(await refusal(signIn('ten-99', 'sai', '10.8.8.9'))).toBe('identity/sign-in-refused');
  });

  it('leaves an audit row that the person can find, and no trace of the password', async () => {
    const rows = await db.query<{ n: number }>(`select count(*)::int n from audit where operation = $1 and actor_id = $2`, [
      enter.subject,
      await idOf('hoa'),
    ]);
    expect(rows[0]?.n).toBe(2);
    expect(await db.query('select 1 from idempotency where operation = $1', [authenticate.subject])).toEqual([]);
  });

  it('that is refused is on record by the account that was tried, and without the name that was typed', async () => {
    await bootstrap({ username: 'bi.thu.sai', password, displayName: 'Bị thử', grants: [] });
    const tries = ['bi.thu.sai', 'MatKhau-go-nham-o'];
    for (const [i, name] of tries.entries()) expect(await refusal(signIn(name, 'sai', `10.7.7.${i}`))).toBe('identity/sign-in-refused');
    const rows = await db.query<{ target: string | null; actor: string; all: string }>(
      `select target_id as target, actor_id as actor, a::text as all from audit a where operation = 'identity.sign-in.refused' order by id desc limit 2`,
    );
    expect(rows.map((r) => [r.target, r.actor])).toEqual([
      [null, 'service:gateway'],
      [await idOf('bi.thu.sai'), 'service:gateway'],
    ]);
    for (const { all } of rows) for (const typed of [...tries, 'sai']) expect(all.toLowerCase()).not.toContain(typed.toLowerCase());
  });

  it('that is no further than the password, and one that another issuer vouches for in vain, are on record too', async () => {
    const last = async () => {
      const [row] = await db.query<{ operation: string; actor: string; target: string | null }>(
        'select operation, actor_id as actor, target_id as target from audit order by id desc limit 1',
      );
      return row;
    };
    const id = await idOf('qtxa');
    const browser = await Browser.open(world);
    await browser.begin();
    await browser.password('qtxa', password);
    expect(await last()).toEqual({ operation: authenticate.subject, actor: id, target: id });
    const refused = { operation: 'identity.sign-in.refused', actor: 'service:gateway' };
    for (const [subject, target] of [
      ['khong-ai', null],
      ['khoa', await idOf('khoa')],
    ] as const) {
      expect(await refusal(asked(enter, { subject, issuer: 'OTHER' }))).toBe('identity/sign-in-refused');
      expect(await last()).toEqual({ ...refused, target });
    }
    expect(await refusal(asked(enter, { subject: randomUUID(), issuer: 'OURS' }))).toBe('identity/sign-in-refused');
    expect(await last()).toEqual({ ...refused, target: null });
  });

  it('of the command line leaves a row for each account and each grant', async () => {
    const of = { username: 'dong.lenh', password, displayName: 'Dòng Lệnh', grants: [{ role: 'MEMBER', nodeId: cell.id, below: false }] };
    await bootstrap(of);
    const rows = await db.query<{ operation: string; node: string | null }>(
      `select operation, node_id as node from audit where target_id = $1 order by id`,
      [await idOf(of.username)],
    );
    expect(rows).toEqual([
      { operation: 'identity.bootstrap.open', node: null },
      { operation: 'identity.bootstrap.grant', node: cell.id },
    ]);
  });

  it('is for the gateway alone', async () => {
    expect(await world.person(await idOf('tinh')).refused(authenticate, { interaction: 'x', username: 'x', password: 'x', address: 'x' })).toBe(
      'request/forbidden',
    );
    expect(await world.person(await idOf('tinh')).refused(profile, { accountId: await idOf('qtxa') })).toBe('request/forbidden');
  });
});

describe('accounts', () => {
  const wanted = (username: string, nodeId: string) => ({ username, password, displayName: 'Người Mới', roleCode: 'MEMBER', nodeId, below: false });

  it('are opened with their first grant by whoever gives grants there, and by nobody else', async () => {
    const admin = world.person(await idOf('qtxa'));
    const opened = await admin.do(createAccount, wanted('moi', cell.id));
    expect(opened).toMatchObject({
      username: 'moi',
      version: 1,
      disabled: false,
      grants: [{ nodeId: cell.id, role: { code: 'MEMBER', label: 'Đảng viên' } }],
    });
    expect(await admin.refused(createAccount, wanted('moi', cell.id))).toBe('identity/username-taken');
    expect(await admin.refused(createAccount, wanted('ngoai', elsewhere.id))).toBe('request/not-found');
    expect(await admin.refused(createAccount, wanted('Có Dấu', cell.id))).toBe('request/invalid');
    expect(await world.person(await idOf('bithu')).refused(createAccount, wanted('khac', cell.id))).toBe('request/forbidden');
    await expect(signIn('moi', password)).resolves.toBe(opened.id);
  });

  it('reach no further than their giver', async () => {
    const oneLevel = world.person(await idOf('motcap'));
    expect(await oneLevel.refused(createAccount, { ...wanted('rong', commune.id), below: true })).toBe('identity/beyond-own');
    await expect(oneLevel.do(createAccount, wanted('hep', commune.id))).resolves.toBeDefined();
  });

  it('are not opened by one with what takes two', async () => {
    const whole = { ...wanted('motminh', province.id), roleCode: 'PROVINCIAL_OFFICER', below: true };
    expect(await world.person(await idOf('tinh')).refused(createAccount, whole)).toBe('identity/four-eyes');
    expect(await idOf('motminh')).toBe('');
  });

  it('of one person are one', async () => {
    const personId = randomUUID();
    const admin = world.person(await idOf('qtxa'));
    await admin.do(createAccount, { ...wanted('motnguoi', cell.id), personId });
    expect(await admin.refused(createAccount, { ...wanted('hainguoi', cell.id), personId })).toBe('identity/person-has-account');
  });

  it('are closed only by whoever manages everything they hold, never by themselves', async () => {
    await bootstrap({
      username: 'hainoi',
      password,
      displayName: 'Hai nơi',
      grants: [cell, elsewhere].map((n) => ({ role: 'MEMBER', nodeId: n.id, below: false })),
    });
    const reason = 'thôi việc';
    const accountId = await idOf('hainoi');
    expect(await world.person(await idOf('qtxa')).refused(disableAccount, { accountId, reason }, { version: 1 })).toBe('identity/held-elsewhere');
    const officer = world.person(await idOf('tinh'));
    expect(await officer.refused(disableAccount, { accountId: officer.actor.id, reason }, { version: 1 })).toBe('identity/own-account');
    expect(await officer.do(disableAccount, { accountId, reason }, { version: 1 })).toMatchObject({ disabled: true, version: 2 });
    expect(await officer.refused(disableAccount, { accountId, reason }, { version: 1 })).toBe('request/stale');
  });

  it('that two open at once go to one of them', async () => {
    const admin = world.person(await idOf('qtxa'));
    const tries = await Promise.all(
      Array.from({ length: 4 }, () =>
        refusal(admin.do(createAccount, wanted('cungluc', cell.id)).then(() => Promise.reject(new Problem('conflict', 'opened', '')))),
      ),
    );
    expect(tries.sort()).toEqual(['identity/username-taken', 'identity/username-taken', 'identity/username-taken', 'opened']);
  });

  it('keep nothing of the password but its hash', async () => {
    const { rows } = {
      rows: await db.query<{ all: string }>(
        `select string_agg(t::text, ' ') as all from (select a::text t from account a union all select i::text from idempotency i union all select o::text from outbox o) x`,
      ),
    };
    expect(rows[0]?.all).toContain('$argon2id$v=19$m=47104,t=1,p=1$');
    expect(rows[0]?.all).not.toContain(password);
  });

  it('are listed within the scope, found without diacritics, page by page', async () => {
    const names = async (who: string, input: SentOf<typeof listAccounts>) =>
      (await world.person(await idOf(who)).do(listAccounts, input)).items.map((a) => a.username);
    expect(await names('tinh', { search: 'can bo tinh' })).toEqual(['tinh']);
    expect(await names('qtxa', {})).not.toContain('tinh');
    expect(await names('qtxa', {})).toContain('bithu');
    const first = await world.person(await idOf('tinh')).do(listAccounts, { limit: 2 });
    const second = await world.person(await idOf('tinh')).do(listAccounts, { limit: 2, ...(first.next ? { cursor: first.next } : {}) });
    const all = [...first.items, ...second.items].map((a) => a.username);
    expect(all).toEqual([...all].sort());
    expect(new Set(all).size).toBe(4);
    expect(await world.person(await idOf('tinh')).refused(listAccounts, { cursor: 'x' })).toBe('request/invalid');
  });
});

describe('a password', () => {
  it.each(['password', 'PassWord', '12345678', 'mật khẩu', 'anh yêu em', 'qwertyuiop', 'aaaaaaaaaaaa', 'iloveyou!!'])(
    'that is among the first to be tried opens no account: %s',
    async (common) => {
      const wanted = { username: 'phobien', password: common, displayName: 'x', roleCode: 'MEMBER', nodeId: cell.id, below: false };
      expect(await world.person(await idOf('tinh')).refused(createAccount, wanted)).toBe('identity/password-common');
    },
  );

  it('is changed by whoever knows it, ends other sessions by an event, and lies nowhere', async () => {
    await bootstrap({ username: 'doimk', password, displayName: 'Đổi mật khẩu', grants: [] });
    const accountId = await idOf('doimk');
    const person = world.person(accountId);
    const newPassword = 'bốn từ chẳng liên quan';
    expect(await person.refused(changePassword, { currentPassword: 'sai', newPassword })).toBe('identity/current-password-wrong');
    expect(await person.refused(changePassword, { currentPassword: password, newPassword: 'ngắn' })).toBe('request/invalid');
    expect(await person.refused(changePassword, { currentPassword: password, newPassword: '123456789' })).toBe('identity/password-common');
    await person.do(changePassword, { currentPassword: password, newPassword });
    expect(await refusal(signIn('doimk', password, '10.2.2.2'))).toBe('identity/sign-in-refused');
    await expect(signIn('doimk', newPassword, '10.2.2.2')).resolves.toBe(accountId);
    const [told] = await db.query<{ item: unknown }>(
      `select payload #> '{items,0}' as item from outbox where name = 'identity.account.password-changed.v1'`,
    );
    expect(told?.item).toEqual({ id: accountId, version: 2, keptSession: person.actor.session });
    const [kept] = await db.query<{ all: string }>(`select string_agg(i::text, ' ') as all from idempotency i`);
    expect(kept?.all).not.toContain('liên quan');
  });

  it('cannot be guessed at where somebody left the screen open', async () => {
    await bootstrap({ username: 'bongo', password, displayName: 'Bỏ ngỏ', grants: [] });
    const person = world.person(await idOf('bongo'));
    const guess = (currentPassword: string) => person.refused(changePassword, { currentPassword, newPassword: 'bốn từ chẳng liên quan' });
    for (let i = 0; i < 5; i += 1) expect(await guess(`sai ${i}`)).toBe('identity/current-password-wrong');
    expect(await guess(password)).toBe('identity/sign-in-too-often');
  });
});

describe('grants', () => {
  it('are given with their dates, told with their permissions, and end today', async () => {
    const admin = world.person(await idOf('qtxa'));
    const accountId = await idOf('bithu');
    const grant = await admin.do(giveGrant, { accountId, roleCode: 'MINUTE_TAKER', nodeId: cell.id, below: false });
    const told = await asked(grantSnapshot, { ids: [grant.id] });
    expect(told.items).toEqual([
      { id: grant.id, version: 1, accountId, nodeId: cell.id, below: false, permissions: grant.role.permissions, validFrom: grant.validFrom },
    ]);
    expect(await admin.refused(giveGrant, { accountId, roleCode: 'MINUTE_TAKER', nodeId: cell.id, below: false })).toBe('identity/grant-held');
    expect(await admin.refused(endGrant, { grantId: grant.id, reason: 'thôi nhiệm vụ' }, { version: 7 })).toBe('request/stale');
    const ended = await admin.do(endGrant, { grantId: grant.id, reason: 'thôi nhiệm vụ' }, { version: 1 });
    expect(ended).toMatchObject({ version: 2, validTo: world.clock.today() });
    expect(await admin.refused(endGrant, { grantId: grant.id, reason: 'lần nữa' }, { version: 2 })).toBe('identity/grant-ended');
    const outbox = await db.query<{ item: unknown }>(
      `select payload #> '{items,0}' as item from outbox where name = 'identity.grant.changed.v1' and payload #>> '{items,0,id}' = $1 order by id`,
      [grant.id],
    );
    expect(outbox.map((o) => o.item)).toEqual([told.items[0], { ...told.items[0], version: 2, validTo: world.clock.today() }]);
    const own = await db.query('select version, valid_to::text from grant_view where grant_id = $1', [grant.id]);
    expect(own).toEqual([{ version: 2, valid_to: world.clock.today() }]);
  });

  it('are nothing that one gives oneself, elsewhere, or for no day', async () => {
    const admin = world.person(await idOf('qtxa'));
    const accountId = await idOf('bithu');
    const grant = { accountId, roleCode: 'MEMBER', nodeId: cell.id, below: false };
    expect(await admin.refused(giveGrant, { ...grant, accountId: await idOf('qtxa') })).toBe('identity/own-account');
    expect(await admin.refused(giveGrant, { ...grant, nodeId: elsewhere.id })).toBe('request/not-found');
    expect(await admin.refused(giveGrant, { ...grant, roleCode: 'KING' })).toBe('identity/role-unknown');
    expect(await admin.refused(giveGrant, { ...grant, accountId: randomUUID() })).toBe('request/not-found');
    expect(await admin.refused(giveGrant, { ...grant, validFrom: '2026-05-01', validTo: '2026-05-01' })).toBe('identity/period-empty');
  });

  it('count from the moment they are given and no longer than they hold', async () => {
    const admin = world.person(await idOf('qtxa'));
    const account = await admin.do(createAccount, {
      username: 'tamthoi',
      password,
      displayName: 'Tạm thời',
      roleCode: 'TECHNICAL_ADMIN',
      nodeId: cell.id,
      below: false,
    });
    const holder = world.person(account.id);
    await expect(holder.do(listAccounts, {})).resolves.toBeDefined();
    await admin.do(endGrant, { grantId: account.grants[0]?.id ?? '', reason: 'hết việc' }, { version: 1 });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await holder.refused(listAccounts, {})).toBe('request/forbidden');
  });

  it('carry roles that are data', async () => {
    const { items } = await world.person(await idOf('bithu')).do(listRoles, {});
    expect(items.map((r) => r.code)).toEqual(
      expect.arrayContaining(['PROVINCIAL_OFFICER', 'COMMITTEE_OFFICER', 'CELL_SECRETARY', 'MINUTE_TAKER', 'MEMBER']),
    );
    expect(permissions.filter((p) => !items.some((r) => r.permissions.includes(p)))).toEqual([]);
  });
});
