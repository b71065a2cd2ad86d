import { systemDb } from '@vungmanh/testing/system-db';
import { disableAccount, profile } from '@vungmanh/contracts/identity/account';
import { Db } from '@vungmanh/platform/db/db';
import { Problem } from '@vungmanh/platform/problem';
import { committeeNode } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { Bootstrap, applyBootstrap } from '../src/bootstrap-accounts.js';
import { Passwords } from '../src/account/passwords.js';
import { Door } from '../src/provider/door.js';
import { OpenId } from '../src/provider/open-id.js';
import { ProviderKeys } from '../src/provider/keys.js';
import { identity } from '../src/service.js';
import { Browser, ISSUER } from './browser.js';

const province = committeeNode('Đảng bộ tỉnh');
const password = 'mật khẩu đủ dài';

let world: World;
let db: Db;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await World.start(identity, { nodes: [province], now: new Date().toISOString() });
  db = systemDb(world.service);
  const accounts = ['canbo', 'khac', 'sapkhoa'].map((username) => ({
    username,
    password,
    displayName: username,
    grants: [{ role: 'TECHNICAL_ADMIN', nodeId: province.id, below: true }],
  }));
  await applyBootstrap(Bootstrap.parse({ demo: true, accounts }), { db, clock: world.clock, passwords: new Passwords() });
  for (const { id, username } of await db.query<{ id: string; username: string }>('select id, username from account')) ids[username] = id;
});
afterAll(() => world.stop());

async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((e: unknown) => e);
  return thrown instanceof Problem ? thrown.code : `not refused: ${JSON.stringify(thrown)}`;
}

describe('the provider', () => {
  it('leads to the page of signing in, waits for the password and vouches for the account in an id token', async () => {
    const browser = await Browser.open(world);
    expect(await browser.begin()).toBe('/sign-in');
    const to = await browser.type('canbo', password);
    expect(to).toMatch(/^\/oidc\/auth\/[\w-]+$/);
    const claims = await browser.exchange(await browser.go(to));
    expect(claims).toMatchObject({ iss: ISSUER, aud: 'gateway', sub: ids['canbo'] });
    const said = new Set(['amr', 'at_hash', 'aud', 'auth_time', 'exp', 'iat', 'iss', 'nonce', 'sub']);
    expect(Object.keys(claims).filter((name) => !said.has(name))).toEqual([]);
  });

  it('remembers nobody: the next sign-in of the same browser asks for the password again, also of somebody else', async () => {
    const browser = await Browser.open(world);
    expect(await browser.signIn('canbo', password)).toBe(ids['canbo']);
    expect([...browser.cookies.keys()]).toEqual(['oidc-interaction']);
    expect(await browser.begin()).toBe('/sign-in');
    expect(await browser.begin({ prompt: 'none' })).toContain('error=login_required');
    expect(await browser.signIn('khac', password)).toBe(ids['khac']);
  });

  it('goes on only in the browser that began', async () => {
    const [mine, theirs] = [await Browser.open(world), await Browser.open(world)];
    await mine.begin();
    const to = await mine.type('canbo', password);
    expect(await theirs.go(to)).toBe('/sign-in?trouble=1');
    await theirs.begin();
    expect(await theirs.go(to)).toBe('/sign-in');
  });

  it('waits for a password once, and not for ever', async () => {
    const browser = await Browser.open(world);
    expect(await refusal(browser.type('canbo', password))).toBe('identity/sign-in-over');
    await browser.begin();
    await browser.go(await browser.type('canbo', password));
    expect(await refusal(browser.type('canbo', password))).toBe('identity/sign-in-over');
    await browser.begin();
    const now = world.clock.now();
    world.clock.set(new Date(Date.parse(now) + 3601_000).toISOString());
    expect(await refusal(browser.type('canbo', password))).toBe('identity/sign-in-over');
    world.clock.set(now);
  });

  it('goes nowhere without the password', async () => {
    const browser = await Browser.open(world);
    await browser.begin();
    const provider = await world.service.app.get(OpenId).provider();
    const waiting = await provider.Interaction.find(browser.cookies.get('oidc-interaction') ?? '');
    expect(await browser.go(waiting?.returnTo ?? '')).toBe('/sign-in');
  });

  it.each<[string, Record<string, string>]>([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with the verifier itself as challenge', { code_challenge_method: 'plain' }],
    ['for tokens in the address', { response_type: 'id_token' }],
    ['to be led elsewhere', { redirect_uri: 'https://evil.example/' }],
    ['as another client', { client_id: 'another' }],
  ])('refuses whoever asks %s', async (_, more) => {
    const answer = await (await Browser.open(world)).begin(more);
    expect(answer).toMatch(/^\/sign-in\?trouble=1$|^http:\/\/127\.0\.0\.1:8080\/api\/sign-in\/callback[?#]error=/);
    expect(answer).not.toContain('code=');
  });

  it('gives one token for one code, also to those who ask at once', async () => {
    const browser = await Browser.open(world);
    await browser.begin();
    const callback = await browser.go(await browser.type('canbo', password));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => browser.exchange(callback)));
    expect(tries.filter((t) => t.status === 'fulfilled').length).toBeLessThanOrEqual(1);
    await expect(browser.exchange(callback)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('gives none to whoever is not the gateway or has another verifier', async () => {
    const [mine, theirs] = [await Browser.open(world), await Browser.open(world)];
    await mine.begin();
    await theirs.begin();
    const callback = await mine.go(await mine.type('canbo', password));
    await expect(theirs.exchange(callback)).rejects.toThrow('invalid response encountered');
    const code = new URL(callback).searchParams.get('code') ?? '';
    const body = new URLSearchParams({ grant_type: 'authorization_code', code, client_id: 'gateway', redirect_uri: callback.split('?')[0] ?? '' });
    const answer = await fetch(`http://127.0.0.1:${world.service.app.get(Door).port}/oidc/token`, { method: 'POST', body });
    expect([400, 401]).toContain(answer.status);
    expect(await answer.text()).not.toContain('id_token');
  });

  it('vouches no more for an account that was closed between password and code', async () => {
    const browser = await Browser.open(world);
    await browser.begin();
    const to = await browser.type('sapkhoa', password);
    const { version } = await world.rpc.call(profile, { accountId: ids['sapkhoa'] ?? '' });
    await world.person(ids['canbo'] ?? '').do(disableAccount, { accountId: ids['sapkhoa'] ?? '', reason: 'nghỉ việc' }, { version });
    expect(await browser.go(to)).toBe('/sign-in');
  });

  it('keeps its keys and all it remembers sealed, found by digests alone', async () => {
    const browser = await Browser.open(world);
    await browser.begin();
    const interaction = browser.cookies.get('oidc-interaction') ?? '';
    const code = new URL(await browser.go(await browser.type('canbo', password))).searchParams.get('code') ?? '';
    const rows = await db.query<{ row: string }>('select s::text as row from oidc_state s union all select k::text from oidc_key k');
    expect(rows.length).toBeGreaterThan(2);
    const dump = rows.map((r) => r.row).join();
    expect(code.length).toBeGreaterThan(20);
    for (const secret of [interaction, code, ids['canbo'] ?? '', '"kty"', '"d":']) expect(dump).not.toContain(secret);
  });

  it('signs with the same key after a restart, and publishes only its public half', async () => {
    const keys = world.service.app.get(ProviderKeys);
    expect(await keys.signing()).toEqual(await keys.signing());
    const published = await fetch(`http://127.0.0.1:${world.service.app.get(Door).port}/oidc/jwks`).then((r) => r.text());
    expect(published).toContain(String((await keys.signing())['kid']));
    expect(published).not.toContain('"d"');
  });
});
