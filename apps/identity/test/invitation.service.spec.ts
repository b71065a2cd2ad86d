import { disableAccount, profile } from '@vungmanh/contracts/identity/account';
import { acceptInvitation, inviteAccount } from '@vungmanh/contracts/identity/invitation';
import { changePassword } from '@vungmanh/contracts/identity/password';
import { createAccount } from '@vungmanh/contracts/identity/account';
import { Problem } from '@vungmanh/platform/problem';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { Browser } from './browser.js';
import { cell, commune, elsewhere, Province, province } from './world.js';

const password = 'bốn từ không liên quan';
let place: Province;
let tinh: Person;
let qtxa: Person;
let made = 0;

beforeAll(async () => {
  place = await Province.start();
  tinh = await place.begin('tinh', { role: 'PROVINCIAL_OFFICER', nodeId: province.id, below: true });
  qtxa = await place.begin('qtxa', { role: 'ACCOUNT_OFFICER', nodeId: commune.id, below: true });
});
afterAll(() => place.world.stop());

/** An account that waits for its invitation. */
async function opened(): Promise<{ username: string; accountId: string }> {
  made += 1;
  const username = `moi.${made}`;
  const { id } = await qtxa.do(createAccount, { username, displayName: 'Người mới', roleCode: 'MEMBER', nodeId: cell.id, below: false });
  return { username, accountId: id };
}

async function accepts(username: string, code: string, more: { password?: string; address?: string } = {}): Promise<string> {
  const input = { username, code, password, address: '10.0.0.7', ...more };
  const answer: unknown = await place.world.rpc.call(acceptInvitation, input).catch((e: unknown) => e);
  return answer instanceof Problem ? answer.code : JSON.stringify(answer);
}

const signIn = async (username: string, typed = password): Promise<string> => (await Browser.open(place.world)).signIn(username, typed);

describe('an invitation', () => {
  it('lets a person set their own password once, and nobody knows it but they', async () => {
    const { username, accountId } = await opened();
    await expect(signIn(username)).rejects.toMatchObject({ code: 'identity/sign-in-refused' });
    const key = randomUUID();
    const { code, expiresAt, ...rest } = await qtxa.do(inviteAccount, { accountId }, { key });
    expect(rest).toEqual({ username });
    expect((Date.parse(expiresAt) - place.world.clock.millis()) / 86_400_000).toBeCloseTo(7, 2);
    expect((await qtxa.do(inviteAccount, { accountId }, { key })).code).toBe(code);
    expect(await accepts(username, 'AAAAAAAAAA')).toBe('identity/invitation-wrong');
    expect(await accepts(username, code, { password: 'password' })).toBe('identity/password-common');
    expect(await accepts(` ${username.toUpperCase()}`, `${code.slice(0, 5)}-${code.slice(5).toLowerCase()}`)).toBe('{"done":true}');
    expect(await accepts(username, code)).toBe('identity/invitation-wrong');
    await expect(signIn(username)).resolves.toBe(accountId);
    const dump = JSON.stringify(
      await Promise.all(['invitation', 'idempotency', 'audit', 'outbox'].map((t) => place.db.query(`select ${t}::text from ${t}`))),
    );
    for (const secret of [code, password]) expect(dump).not.toContain(secret);
    const acts = await place.db.query('select 1 as row from audit where operation = any($1) and target_id = $2', [
      [inviteAccount.subject, acceptInvitation.subject],
      accountId,
    ]);
    expect(acts).toHaveLength(2);
  });

  it('is void after its days, when another is made, and when the account is closed', async () => {
    const { username, accountId } = await opened();
    const first = (await qtxa.do(inviteAccount, { accountId })).code;
    const second = (await qtxa.do(inviteAccount, { accountId })).code;
    expect(await accepts(username, first)).toBe('identity/invitation-wrong');
    const now = place.world.clock.millis();
    place.world.clock.set(new Date(now + 7 * 86_400_000 + 1000).toISOString());
    expect(await accepts(username, second)).toBe('identity/invitation-wrong');
    place.world.clock.set(new Date(now).toISOString());
    const { version } = await place.world.rpc.call(profile, { accountId });
    await qtxa.do(disableAccount, { accountId, reason: 'nhầm' }, { version });
    expect(await accepts(username, second)).toBe('identity/invitation-wrong');
    expect(await qtxa.refused(inviteAccount, { accountId })).toBe('identity/account-disabled');
  });

  it('is taken by one of many who bring it at once', async () => {
    const { username, accountId } = await opened();
    const { code } = await qtxa.do(inviteAccount, { accountId });
    const answers = await Promise.all([1, 2, 3].map((i) => accepts(username, code, { address: `10.0.3.${i}` })));
    expect(answers.filter((a) => a === '{"done":true}')).toHaveLength(1);
  });

  it('is no easier to guess than a password', async () => {
    const { username, accountId } = await opened();
    const answers = [];
    for (let i = 0; i < 7; i += 1) answers.push(await accepts(username, 'BBBBBBBBBB', { address: `10.0.4.${i}` }));
    expect(answers.filter((a) => a === 'identity/sign-in-too-often')).toHaveLength(2);
    const told = await place.db.query(`select 1 as row from audit where operation = 'identity.invitation.refused' and target_id = $1`, [accountId]);
    expect(told).toHaveLength(7);
  });

  it('also takes the place of a password that was forgotten, and ends the sessions that it opened', async () => {
    const { username, accountId } = await opened();
    await accepts(username, (await qtxa.do(inviteAccount, { accountId })).code);
    await accepts(username, (await qtxa.do(inviteAccount, { accountId })).code, { password: 'mật khẩu mới hẳn' });
    await expect(signIn(username, 'mật khẩu mới hẳn')).resolves.toBe(accountId);
    const person = place.world.person(accountId);
    expect(await person.refused(changePassword, { currentPassword: password, newPassword: 'khác hẳn mọi từ đã có' })).toBe(
      'identity/current-password-wrong',
    );
    const told = await place.db.query(`select 1 as told from outbox where name like 'identity.account.password-changed%' and payload::text like $1`, [
      `%${accountId}%`,
    ]);
    expect(told).toHaveLength(2);
  });

  it('is made by whoever manages all that the account holds, freshly confirmed, and never for oneself', async () => {
    expect(await qtxa.refused(inviteAccount, { accountId: place.idOf('qtxa') })).toBe('identity/own-account');
    expect(await qtxa.refused(inviteAccount, { accountId: place.idOf('tinh') })).toBe('request/not-found');
    await place.begin('haidau', { role: 'MEMBER', nodeId: cell.id, below: false }, { role: 'MEMBER', nodeId: elsewhere.id, below: false });
    expect(await qtxa.refused(inviteAccount, { accountId: place.idOf('haidau') })).toBe('identity/held-elsewhere');
    expect(await tinh.withSecond().refused(inviteAccount, { accountId: place.idOf('haidau') })).toBe('request/step-up');
    await expect(tinh.do(inviteAccount, { accountId: place.idOf('haidau') })).resolves.toMatchObject({ username: 'haidau' });
  });
});
