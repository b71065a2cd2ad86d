import { systemDb } from '@vungmanh/testing/system-db';
import { disableAccount, profile } from '@vungmanh/contracts/identity/account';
import {
  acknowledgeRecovery,
  answerCode,
  beginTotp,
  changeEditorFactorRule,
  checkCode,
  confirmTotp,
  editorFactorRule,
  mySecondFactor,
  printCodeCard,
  renewRecoveryCodes,
  resetSecondFactor,
} from '@vungmanh/contracts/identity/second-factor';
import { giveGrant } from '@vungmanh/contracts/identity/role';
import { STEP_UP_MINUTES } from '@vungmanh/contracts/operation';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { Problem } from '@vungmanh/platform/problem';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { Attempts } from '../src/account/attempts.js';
import { Passwords } from '../src/account/passwords.js';
import { applyBootstrap, Bootstrap } from '../src/bootstrap-accounts.js';
import { codeAt } from '../src/second-factor/totp.js';
import { identity } from '../src/service.js';
import { SimulatedData } from '../src/simulated-data.js';
import { Browser, toOf } from './browser.js';
import { cell, commune, elsewhere, otherCell, province } from './world.js';

const password = 'mật khẩu đủ dài';
let world: World;
let db: Db;
const people: Record<string, Person> = {};
/** Secrets of apps by account name. */
const apps: Record<string, string> = {};

async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((e: unknown) => e);
  return thrown instanceof Problem ? thrown.code : `not refused: ${JSON.stringify(thrown)}`;
}
const idOf = (username: string): string => people[username]?.actor.id ?? '';
const person = (username: string): Person => people[username] ?? world.person('');
const forward = (seconds: number): void => world.clock.set(new Date(world.clock.millis() + seconds * 1000).toISOString());
/** The code that the phone shows now; each counts once, so the next moment comes first. */
function nextCode(username: string): string {
  forward(60);
  return codeAt(apps[username] ?? '', world.clock.millis());
}

async function began(): Promise<Browser> {
  const browser = await Browser.open(world);
  await browser.begin();
  return browser;
}

/** The password, and whatever app it asks for set up; answers the app's first code and the codes for an emergency. */
async function setUp(username: string): Promise<{ first: string; codes: string[] }> {
  const browser = await began();
  const asked = await browser.password(username, password);
  if (asked.next !== 'ENROLL') throw new Error(JSON.stringify(asked));
  apps[username] = asked.totp.secret;
  const first = nextCode(username);
  const answer = await browser.code(first);
  if (answer.next !== 'RECOVERY_CODES') throw new Error(JSON.stringify(answer));
  await browser.exchange(await browser.go(answer.to));
  return { first, codes: answer.codes };
}

const amrOf = async (browser: Browser, to: string): Promise<unknown> => (await browser.exchange(await browser.go(to)))['amr'];

beforeAll(async () => {
  world = await World.start(identity, { nodes: [province, commune, cell, otherCell, elsewhere], now: '2026-03-02T02:00:00Z' });
  db = systemDb(world.service);
  const grants: Record<string, Bootstrap['accounts'][number]['grants']> = {
    tinh: [{ role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true }],
    motphan: [{ role: 'PROVINCIAL_OFFICER', nodeId: commune.id, below: true }],
    qtxa: [{ role: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true }],
    bithu: [{ role: 'CELL_SECRETARY', nodeId: cell.id, below: false }],
    thuky: [{ role: 'MINUTE_TAKER', nodeId: cell.id, below: false }],
    dangvien: [{ role: 'MEMBER', nodeId: cell.id, below: false }],
    haidau: [
      { role: 'CELL_SECRETARY', nodeId: cell.id, below: false },
      { role: 'MEMBER', nodeId: elsewhere.id, below: false },
    ],
  };
  const accounts = Object.entries(grants).map(([username, held]) => ({ username, password, displayName: username, grants: held }));
  await applyBootstrap(Bootstrap.parse({ demo: false, accounts }), { db, clock: world.clock, passwords: new Passwords() });
  for (const { id, username } of await db.query<{ id: string; username: string }>('select id, username from account'))
    people[username] = world.person(id);
});
afterAll(() => world.stop());

describe('signing in', () => {
  it('asks a plain member for the password alone, and says so in the id token', async () => {
    const browser = await began();
    expect(await amrOf(browser, toOf(await browser.password('dangvien', password)))).toEqual(['pwd']);
  });

  it.each(['tinh', 'qtxa', 'bithu', 'thuky'])('leads %s to set up an app first, and goes nowhere without its code', async (username) => {
    const browser = await began();
    const asked = await browser.password(username, password);
    expect(asked).toMatchObject({ next: 'ENROLL', mayUseCard: ['bithu', 'thuky'].includes(username) });
    expect(await refusal(browser.code('000000'))).toBe('identity/code-wrong');
    expect(JSON.stringify(await db.query('select * from totp_factor'))).not.toContain(idOf(username));
  });

  it('asks for the code of the app from then on, and each counts once', async () => {
    const { first, codes } = await setUp('tinh');
    expect(new Set(codes).size).toBe(10);
    // The code that proved the app is used up by that.
    expect(await refusal(world.rpc.call(checkCode, { accountId: idOf('tinh'), code: first, address: 'x' }))).toBe('identity/code-wrong');
    const browser = await began();
    expect(await browser.password('tinh', password)).toEqual({ next: 'CODE', asked: { totp: true } });
    const code = nextCode('tinh');
    expect(await refusal(browser.code(String((Number(code) + 1) % 1_000_000).padStart(6, '0')))).toBe('identity/code-wrong');
    expect(await amrOf(browser, toOf(await browser.code(` ${code.slice(0, 3)} ${code.slice(3)}`)))).toEqual(['pwd', 'otp']);
    const again = await began();
    await again.password('tinh', password);
    expect(await refusal(again.code(code))).toBe('identity/code-wrong');
  });

  it('takes one of many who bring the same code at once', async () => {
    const code = nextCode('tinh');
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => refusal(world.rpc.call(checkCode, { accountId: idOf('tinh'), code, address: 'x' }))),
    );
    expect(tries.filter((t) => t.startsWith('not refused'))).toHaveLength(1);
  });

  it('forgives a phone that goes half a minute wrong, and no more', async () => {
    await setUp('qtxa');
    for (const [off, right] of [
      [-30, true],
      [30, true],
      [-90, false],
      [90, false],
    ] as const) {
      forward(300);
      const code = codeAt(apps['qtxa'] ?? '', world.clock.millis() + off * 1000);
      const answer = await refusal(world.rpc.call(checkCode, { accountId: idOf('qtxa'), code, address: 'x' }));
      expect([off, answer]).toEqual([off, right ? 'not refused: {"way":"TOTP"}' : 'identity/code-wrong']);
    }
  });

  it('waits for the code only after the right password, in the browser that gave it', async () => {
    const [browser, other] = [await began(), await began()];
    expect(await refusal(browser.code('123456'))).toBe('identity/sign-in-over');
    await browser.password('tinh', password);
    expect(await refusal(other.code(nextCode('tinh')))).toBe('identity/sign-in-over');
    expect(await other.begin()).toBe('/sign-in');
  });

  it('makes whoever guesses codes wait, and the owner at a device that is known does not wait with them', async () => {
    await setUp('thuky');
    const mine = { device: { id: 'may-o-nha', accounts: [idOf('thuky')] } };
    const guess = (address: string) => refusal(world.rpc.call(checkCode, { accountId: idOf('thuky'), code: '000000', address }));
    for (let i = 0; i < 5; i += 1) expect(await guess(`10.0.1.${i}`)).toBe('identity/code-wrong');
    expect(await guess('10.0.1.9')).toBe('identity/sign-in-too-often');
    const rows = await db.query(`select 1 as row from audit where operation = 'identity.sign-in.code-refused' and target_id = $1`, [idOf('thuky')]);
    expect(rows).toHaveLength(7);
    const code = codeAt(apps['thuky'] ?? '', world.clock.millis() + 30_000);
    expect(await world.rpc.call(checkCode, { accountId: idOf('thuky'), code, address: '10.0.1.9', ...mine })).toEqual({ way: 'TOTP' });
  });

  it('makes whoever knows the password and guesses codes wait as well', async () => {
    // What was tried before is forgotten.
    forward(3700);
    const browser = await began();
    await browser.password('qtxa', password);
    const guess = (i: number) => refusal(browser.code('000000', { address: `10.0.2.${i}` }));
    for (let i = 0; i < 5; i += 1) expect(await guess(i)).toBe('identity/code-wrong');
    expect(await guess(9)).toBe('identity/sign-in-too-often');
    forward(301);
    toOf(await browser.code(nextCode('qtxa')));
  });
});

describe('codes for an emergency', () => {
  it('open the door once each, are on record, and the person is told until they say that they know', async () => {
    const codes = (await person('tinh').do(renewRecoveryCodes, {})).codes;
    const [first = ''] = codes;
    const browser = await began();
    await browser.password('tinh', password);
    toOf(await browser.code(`${first.slice(0, 5)}-${first.slice(5).toLowerCase()}`));
    const again = await began();
    await again.password('tinh', password);
    expect(await refusal(again.code(first))).toBe('identity/code-wrong');
    expect(await person('tinh').do(mySecondFactor, {})).toMatchObject({ recoveryLeft: 9, recoveryUsedAt: expect.stringMatching(/^2026/) });
    const rows = await db.query('select 1 as row from audit where operation = $1 and target_id = $2', ['identity.sign-in.recovery', idOf('tinh')]);
    expect(rows).toHaveLength(1);
    // Other codes do not hide that one was used.
    await person('tinh').do(renewRecoveryCodes, {});
    expect(await person('tinh').do(mySecondFactor, {})).toHaveProperty('recoveryUsedAt');
    await person('tinh').do(acknowledgeRecovery, {});
    expect(await person('tinh').do(mySecondFactor, {})).not.toHaveProperty('recoveryUsedAt');
  });

  it('are void when new ones are made, answered again under the same key, and kept nowhere', async () => {
    const key = randomUUID();
    const before = (await person('tinh').do(renewRecoveryCodes, {})).codes;
    const { codes } = await person('tinh').do(renewRecoveryCodes, {}, { key });
    expect((await person('tinh').do(renewRecoveryCodes, {}, { key })).codes).toEqual(codes);
    expect(await refusal(world.rpc.call(checkCode, { accountId: idOf('tinh'), code: before[0] ?? '', address: 'x' }))).toBe('identity/code-wrong');
    const tables = ['one_time_code', 'idempotency', 'audit', 'totp_factor', 'outbox'];
    const dump = JSON.stringify(await Promise.all(tables.map((t) => db.query(`select ${t}::text from ${t}`))));
    for (const secret of [...codes, ...before, apps['tinh'] ?? '']) expect(dump).not.toContain(secret);
  });

  it('are for whoever has an app of their own', async () => {
    expect(await person('dangvien').refused(renewRecoveryCodes, {})).toBe('identity/no-factor');
  });
});

describe('an app that somebody sets up for themselves', () => {
  it('counts from its first code, after the password, and a fresh code where there was a factor already', async () => {
    const weak = person('dangvien').withSecond();
    expect(await weak.refused(beginTotp, { currentPassword: 'sai' })).toBe('identity/current-password-wrong');
    const key = randomUUID();
    const { secret, uri } = await weak.do(beginTotp, { currentPassword: password }, { key });
    expect(uri).toContain('otpauth://totp/');
    expect((await weak.do(beginTotp, { currentPassword: password }, { key })).secret).toBe(secret);
    expect(await weak.do(mySecondFactor, {})).toEqual({ need: 'NONE' });
    expect(await weak.refused(confirmTotp, { code: '000000' })).toBe('identity/code-wrong');
    apps['dangvien'] = secret;
    expect((await weak.do(confirmTotp, { code: nextCode('dangvien') })).codes).toHaveLength(10);
    expect(await weak.do(mySecondFactor, {})).toEqual({ need: 'NONE', asked: { totp: true }, recoveryLeft: 10 });
    expect(await weak.refused(beginTotp, { currentPassword: password })).toBe('request/step-up');
    const dump = JSON.stringify(await db.query('select t::text from totp_factor t union all select i::text from idempotency i'));
    expect(dump).not.toContain(secret);
  });
});

describe('a printed card', () => {
  let codes: string[];
  const card = () => codes;

  it('is printed by an officer for somebody whom a card is enough for', async () => {
    expect(await person('qtxa').refused(printCodeCard, { accountId: idOf('qtxa') })).toBe('identity/own-account');
    expect(await person('tinh').refused(printCodeCard, { accountId: idOf('qtxa') })).toBe('identity/card-not-enough');
    expect(await person('qtxa').refused(printCodeCard, { accountId: idOf('haidau') })).toBe('identity/held-elsewhere');
    expect(await person('bithu').refused(printCodeCard, { accountId: idOf('thuky') })).toBe('request/forbidden');
    expect(await person('qtxa').refused(printCodeCard, { accountId: idOf('tinh') })).toBe('request/not-found');
    ({ codes } = await person('qtxa').do(printCodeCard, { accountId: idOf('bithu') }));
    expect(new Set(card()).size).toBe(40);
    expect(card().every((code) => /^\d{8}$/.test(code))).toBe(true);
  });

  it('opens the door with the code of the number that is asked for, once', async () => {
    const browser = await began();
    expect(await browser.password('bithu', password)).toEqual({ next: 'CODE', asked: { totp: false, cardNumber: 1 } });
    expect(await refusal(browser.code(card()[1] ?? ''))).toBe('identity/code-wrong');
    expect(await amrOf(browser, toOf(await browser.code(card()[0] ?? '')))).toEqual(['pwd', 'otp']);
    const again = await began();
    expect(await again.password('bithu', password)).toMatchObject({ asked: { cardNumber: 2 } });
    expect(await refusal(again.code(card()[0] ?? ''))).toBe('identity/code-wrong');
  });

  it('is void when another is printed', async () => {
    const [, second = ''] = card();
    ({ codes } = await person('qtxa').do(printCodeCard, { accountId: idOf('bithu') }));
    const browser = await began();
    expect(await browser.password('bithu', password)).toMatchObject({ asked: { cardNumber: 1 } });
    expect(await refusal(browser.code(second))).toBe('identity/code-wrong');
  });

  it('is not enough where the province rules so: it leads to an app, and is void with it', async () => {
    expect(await person('qtxa').refused(changeEditorFactorRule, { editors: 'APP' })).toBe('request/forbidden');
    expect(await person('motphan').refused(changeEditorFactorRule, { editors: 'APP' })).toBe('identity/not-whole');
    expect(await person('tinh').withSecond().refused(changeEditorFactorRule, { editors: 'APP' })).toBe('request/step-up');
    expect(await person('tinh').do(changeEditorFactorRule, { editors: 'APP' })).toEqual({ editors: 'APP' });
    expect(await person('qtxa').do(editorFactorRule, {})).toEqual({ editors: 'APP' });
    expect(await person('qtxa').refused(printCodeCard, { accountId: idOf('bithu') })).toBe('identity/card-not-enough');
    const browser = await began();
    await browser.password('bithu', password);
    const asked = await browser.code(card()[0] ?? '');
    if (asked.next !== 'ENROLL') throw new Error(JSON.stringify(asked));
    expect(asked.mayUseCard).toBe(false);
    apps['bithu'] = asked.totp.secret;
    expect(await refusal(browser.code(card()[1] ?? ''))).toBe('identity/code-wrong');
    toOf(await browser.code(nextCode('bithu')));
    expect(await person('bithu').do(mySecondFactor, {})).toEqual({ need: 'EDITOR', asked: { totp: true }, recoveryLeft: 10 });
    await person('tinh').do(changeEditorFactorRule, { editors: 'APP_OR_CARD' });
  });

  it('that is used up opens nothing and leads to no other way', async () => {
    await person('qtxa').do(resetSecondFactor, { accountId: idOf('thuky'), reason: 'mất điện thoại' });
    await person('qtxa').do(printCodeCard, { accountId: idOf('thuky') });
    await db.write(`update one_time_code set used_at = now() where account_id = $1`, [idOf('thuky')]);
    expect(await (await began()).password('thuky', password)).toEqual({ next: 'CODE', asked: { totp: false } });
  });
});

describe('a lost second factor', () => {
  it('is taken away by an officer who holds all of the account in their scope, never by oneself, and the person begins anew', async () => {
    const reset = (by: string, of: string) => person(by).refused(resetSecondFactor, { accountId: idOf(of), reason: 'mất điện thoại' });
    expect(await reset('qtxa', 'qtxa')).toBe('identity/own-account');
    expect(await reset('qtxa', 'haidau')).toBe('identity/held-elsewhere');
    expect(await reset('qtxa', 'tinh')).toBe('request/not-found');
    expect(await reset('bithu', 'dangvien')).toBe('request/forbidden');
    const input = { accountId: idOf('bithu'), reason: 'mất điện thoại' };
    expect(await person('qtxa').withSecond().refused(resetSecondFactor, input)).toBe('request/step-up');
    await person('qtxa').do(resetSecondFactor, input);
    expect(await (await began()).password('bithu', password)).toMatchObject({ next: 'ENROLL' });
    // A card goes with it, be it lost or used up.
    await person('qtxa').do(resetSecondFactor, { ...input, accountId: idOf('thuky') });
    expect(await (await began()).password('thuky', password)).toMatchObject({ next: 'ENROLL' });
    const [row] = await db.query<{ payload: unknown }>(
      `select payload from outbox where name like 'identity.account.factor-changed%' order by id desc limit 1`,
    );
    expect(row?.payload).toMatchObject({ items: [{ id: idOf('thuky'), ends: 'ALL' }] });
    const audit = await db.query('select 1 as row from audit where operation = $1 and target_id = $2 and actor_id = $3', [
      resetSecondFactor.subject,
      idOf('bithu'),
      idOf('qtxa'),
    ]);
    expect(audit).toHaveLength(1);
  });

  it('is nothing for an account that is closed', async () => {
    const { version } = await world.rpc.call(profile, { accountId: idOf('dangvien') });
    await person('qtxa').do(disableAccount, { accountId: idOf('dangvien'), reason: 'chuyển đi' }, { version });
    expect(await person('qtxa').refused(resetSecondFactor, { accountId: idOf('dangvien'), reason: 'x' })).toBe('identity/account-disabled');
  });
});

describe('what wants a fresh code', () => {
  const give = () => ({ accountId: idOf('haidau'), roleCode: 'MEMBER', nodeId: otherCell.id, below: false });

  it.each([
    ['never given', () => undefined],
    ['given too long ago', () => world.clock.millis() - STEP_UP_MINUTES * 60_000 - 1000],
  ])('is refused to whoever holds the right with a code %s', async (_, secondAt) => {
    expect(await person('tinh').withSecond(secondAt()).refused(giveGrant, give())).toBe('request/step-up');
  });

  it('tells whoever has no right nothing of codes, and lets a fresh one through', async () => {
    expect(await person('bithu').withSecond().refused(giveGrant, give())).toBe('request/forbidden');
    await person('tinh')
      .withSecond(world.clock.millis() - STEP_UP_MINUTES * 60_000 + 5000)
      .do(giveGrant, give());
  });

  it('ends the sessions without a code of whoever is given what needs one', async () => {
    const sent = async () =>
      (await db.query(`select 1 as sent from outbox where payload::text like '%"WEAK"%' and payload::text like $1`, [`%${idOf('haidau')}%`])).length;
    const before = await sent();
    await person('tinh').do(giveGrant, { ...give(), nodeId: elsewhere.id, roleCode: 'CELL_COMMITTEE_MEMBER' });
    expect((await sent()) - before).toBe(1);
    await person('tinh').do(giveGrant, { ...give(), nodeId: commune.id });
    expect((await sent()) - before).toBe(1);
  });
});

describe('ten thousand guesses from ten thousand addresses', () => {
  it('are hardly looked at, at once or over a day, and the owner gets in at once where they have been before', async () => {
    const attempts = world.service.app.get(Attempts);
    const at = (i: number) => ({ what: 'account:chu-may', address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}` });
    let looked = 0;
    const guess = async (i: number) => {
      if (!(await attempts.begin(at(i)))) return;
      looked += 1;
      await attempts.wrong(at(i));
    };
    // A burst: of all that come together only the free ones.
    await Promise.all(Array.from({ length: 60 }, (_, i) => guess(i)));
    expect(looked).toBe(5);
    for (let i = 60; i < 10_000; i += 20) {
      forward(172.8);
      await Promise.all(Array.from({ length: 20 }, (_, j) => guess(i + j)));
    }
    expect(looked).toBeLessThan(300);
    const home = { ...at(10_001), device: 'may-o-nha' };
    expect(await attempts.begin(at(10_000))).toBe(false);
    expect(await attempts.begin(home)).toBe(true);
    await attempts.right(home);
    // Who holds the device guesses there no faster.
    let there = 0;
    for (let i = 0; i < 50; i += 1) if (await attempts.begin(home)) there += 1;
    expect(there).toBe(5);
    // And elsewhere the owner waits five minutes at the longest.
    forward(301);
    expect(await attempts.begin(at(10_002))).toBe(true);
  }, 300_000);
});

describe('simulated accounts', () => {
  const demo = Bootstrap.parse({ demo: true, accounts: [] });

  it('never enter where somebody works', async () => {
    await expect(applyBootstrap(demo, { db, clock: world.clock, passwords: new Passwords() })).rejects.toThrow('Demo accounts');
  });

  it('show the code of the moment, and their data set does not run in production', async () => {
    const simulated = new SimulatedData(db, { ...world.service.app.get<Config>(CONFIG), mode: 'production' });
    await expect(simulated.onModuleInit()).resolves.toBeUndefined();
    await db.write('insert into simulated_data default values');
    try {
      await expect(simulated.onModuleInit()).rejects.toThrow('production');
      const browser = await began();
      const asked = await browser.password('bithu', password);
      if (asked.next !== 'CODE') throw new Error(JSON.stringify(asked));
      expect(asked.asked.simulatedCode).toMatch(/^\d{6}$/);
      toOf(await browser.code(asked.asked.simulatedCode ?? ''));
      // Two people may look around in the same half minute.
      expect(await world.rpc.call(checkCode, { accountId: idOf('bithu'), code: asked.asked.simulatedCode ?? '', address: 'x' })).toEqual({
        way: 'TOTP',
      });
      // Whoever has an app of their own is asked for its code, and it is shown nowhere.
      expect(await (await began()).password('tinh', password)).toEqual({ next: 'CODE', asked: { totp: true } });
    } finally {
      await db.write('delete from simulated_data');
    }
  });
});

it('codes are for the gateway alone to ask about', async () => {
  expect(await person('tinh').refused(checkCode, { accountId: idOf('tinh'), code: '123456', address: 'x' })).toBe('request/forbidden');
  expect(await person('tinh').refused(answerCode, { interaction: 'x', code: '123456', address: 'x' })).toBe('request/forbidden');
});
