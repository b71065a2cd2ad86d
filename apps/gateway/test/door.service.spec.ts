import { systemDb } from '@vungmanh/testing/system-db';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import type { Config } from '@vungmanh/platform/config';
import { Files } from '@vungmanh/platform/files';
import type { RunningService } from '@vungmanh/platform/start';
import { World } from '@vungmanh/testing/world';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import { Behind, behind, nobody, officer } from './behind.js';
import { Opened } from './opened.js';
import { OtherIssuer } from './other-issuer.js';

const ours = { 'X-Requested-With': 'vungmanh' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const node = randomUUID();

let world: World;
let opened: Opened;
let issuer: OtherIssuer;
let gateway: RunningService<NestFastifyApplication>;
let base: string;

beforeAll(async () => {
  world = await World.start(behind, { now: '2026-03-02T02:00:00Z', standsIn: true });
  await world.service.app.get(Behind).grant(node);
  issuer = await OtherIssuer.start();
  opened = await Opened.make(world);
  gateway = await another({});
  base = await gateway.app.getUrl();
});
afterAll(async () => {
  await gateway.stop();
  await opened.drop();
  await issuer.stop();
  await world.stop();
});

const another = (more: Partial<Config>) => opened.gateway({ foreignIssuer: { issuer: issuer.address, ...issuer.client }, ...more });

/** The cookie of a session, by way of the issuer. */
async function cookieOf({ username }: { username: string }, door = base, headers: Record<string, string> = {}): Promise<string> {
  issuer.subject = username;
  const begun = await request(door).get('/api/sign-in/start').set(headers).expect(303);
  const there = await fetch(String(begun.get('Location')), { redirect: 'manual' });
  const { pathname, search } = new URL(there.headers.get('location') ?? '');
  const held = String(begun.get('Set-Cookie')?.[0]?.split(';')[0]);
  const answer = await request(door)
    .get(pathname + search)
    .set({ ...headers, Cookie: held })
    .expect(303);
  return String(
    answer
      .get('Set-Cookie')
      ?.find((line) => line.startsWith('session='))
      ?.split(';')[0],
  );
}

describe('nobody is let in', () => {
  let reference: string;
  let actorToken: string;
  let hash: Buffer;
  const left: Record<string, string> = {};

  beforeAll(async () => {
    reference = (await cookieOf(officer)).slice('session='.length);
    hash = createHash('sha256').update(reference).digest();
    actorToken = await new ActorTokens(await readKeys(world.keysDir, 'gateway'), 'gateway', world.clock).forPerson({ id: officer.id });
    const signedOut = await cookieOf(officer);
    await request(base)
      .post('/api/sign-out')
      .set({ ...ours, Cookie: signedOut })
      .send({})
      .expect(200);
    left['that was signed out'] = signedOut;
    const [expired, idle] = [await cookieOf(officer), await cookieOf(officer)];
    const age = (cookie: string, sql: string) =>
      systemDb(gateway).write(`update session set ${sql} where reference_hash = $1`, [
        createHash('sha256').update(cookie.slice('session='.length)).digest(),
      ]);
    await age(expired, "ends_at = '2026-03-02T01:59:59Z'");
    await age(idle, "last_seen = '2026-03-02T01:29:59Z'");
    Object.assign(left, { 'past its twelfth hour': expired, 'that fell idle': idle });
  });

  const flipped = (at: number) => reference.slice(0, at) + (reference[at] === 'A' ? 'B' : 'A') + reference.slice(at + 1);
  const row = async () =>
    (await systemDb(gateway).query<{ id: string; hash: string }>(`select id, encode(reference_hash, 'hex') as hash from session`))[0];
  const cookies: Readonly<Record<string, () => string | Promise<string>>> = {
    'that is empty': () => 'session=',
    'of random bits': () => `session=${randomBytes(32).toString('base64url')}`,
    'with its first sign changed': () => `session=${flipped(0)}`,
    'with a sign changed within': () => `session=${flipped(20)}`,
    'cut by a sign': () => `session=${reference.slice(0, -1)}`,
    'with a sign too many': () => `session=${reference}A`,
    'in capitals': () => `session=${reference.toUpperCase()}`,
    backwards: () => `session=${[...reference].toReversed().join('')}`,
    'twice in one': () => `session=${reference}${reference}`,
    'with a dot behind it': () => `session=${reference}.x`,
    'signed as the cookie library signs': () => `session=s%3A${reference}.${createHash('sha256').update('').digest('base64url')}`,
    'with a NUL behind it': () => `session=${reference}%00`,
    'with a line break behind it': () => `session=${reference}%0d%0aSet-Cookie:%20session=x`,
    'holding the digest as the database keeps it': () => `session=${hash.toString('hex')}`,
    'holding the digest in base64': () => `session=${hash.toString('base64url')}`,
    'holding the id of the session': async () => `session=${(await row())?.id}`,
    'holding the account': () => `session=${officer.id}`,
    'holding the name': () => `session=${officer.username}`,
    'holding the gateway’s token': () => `session=${actorToken}`,
    'holding a token without a signature': () =>
      `session=${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(`{"sub":"${officer.id}"}`).toString('base64url')}.`,
    'holding JSON': () => `session=${encodeURIComponent(JSON.stringify({ accountId: officer.id }))}`,
    'holding a condition': () => `session=${encodeURIComponent("' or '1'='1")}`,
    'holding a wildcard': () => 'session=%25',
    'holding the word null': () => 'session=null',
    'of a megabyte’s tenth': () => `session=${'A'.repeat(8000)}`,
    'under another name': () => `Session=${reference}`,
    'under the name that only TLS carries': () => `__Host-session=${reference}`,
    'under the name of the sign-in': () => `sign-in=${reference}`,
    'under a name with a space': () => `session =${reference}x`,
    'under a list’s name': () => `session[]=${reference}`,
    'behind an empty one of the same name': () => `session=x; session=${reference}`,
  };

  it.each(Object.entries(cookies))('by a cookie %s', async (_what, cookie) => {
    const { status } = await request(base)
      .get('/api/roles')
      .set('Cookie', await cookie());
    expect([401, 431]).toContain(status);
  });

  it.each(['that was signed out', 'past its twelfth hour', 'that fell idle'])('by a session %s', async (what) => {
    const { status, body } = await request(base)
      .get('/api/roles')
      .set('Cookie', left[what] ?? '');
    expect([status, body.code]).toEqual([401, 'request/unauthenticated']);
  });

  const headers: Readonly<Record<string, () => Record<string, string>>> = {
    'Authorization: Bearer, with the gateway’s token': () => ({ Authorization: `Bearer ${actorToken}` }),
    'Authorization: Bearer, with the session': () => ({ Authorization: `Bearer ${reference}` }),
    'Authorization: Basic': () => ({ Authorization: `Basic ${Buffer.from(`${officer.username}:${officer.password}`).toString('base64')}` }),
    'X-Actor': () => ({ 'X-Actor': actorToken }),
    'actor, as it travels inside': () => ({ actor: actorToken }),
    'X-User': () => ({ 'X-User': officer.id, 'X-Forwarded-User': officer.username, 'X-Remote-User': officer.username }),
    'X-On-Behalf-Of': () => ({ 'X-On-Behalf-Of': officer.id }),
    'X-Original-URL': () => ({ 'X-Original-URL': '/health/live', 'X-Rewrite-URL': '/health/live' }),
    'Cookie in a header of its own': () => ({ 'X-Cookie': `session=${reference}`, Cookie2: `session=${reference}` }),
    'X-HTTP-Method-Override': () => ({ 'X-HTTP-Method-Override': 'OPTIONS' }),
  };
  it.each(Object.entries(headers))('by %s', async (_name, made) => {
    expect((await request(base).get('/api/roles').set(made())).status).toBe(401);
  });

  it('by an address that carries a token or the session', async () => {
    for (const query of [`session=${reference}`, `access_token=${actorToken}`, `actor=${actorToken}`])
      expect((await request(base).get(`/api/roles?${query}`)).status).toBe(401);
  });

  it('and the one who is signed in is', async () => {
    await request(base).get('/api/roles').set('Cookie', `session=${reference}`).expect(200);
    expect(Object.keys(cookies).length + Object.keys(left).length + Object.keys(headers).length).toBeGreaterThan(40);
  });
});

describe('who asks too much', () => {
  const limits = { account: 30, address: 20 };
  let counting: RunningService<NestFastifyApplication>;
  let door: string;
  beforeEach(async () => {
    counting = await another({ requestsPerMinute: limits });
    door = await counting.app.getUrl();
  });
  afterEach(() => counting.stop());

  const ask = (cookie: string, headers: Record<string, string> = {}) =>
    request(door)
      .get('/api/roles')
      .set({ ...headers, Cookie: cookie });
  const many = async (times: number, cookie: string, headers: Record<string, string> = {}) => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i += 1) statuses.push((await ask(cookie, headers)).status);
    return statuses;
  };
  const refusedAmong = (statuses: readonly number[]) => statuses.filter((s) => s === 429).length;

  it('waits a minute, is told so, and holds up nobody else behind the same address', async () => {
    const [greedy, neighbor] = [await cookieOf(officer, door), await cookieOf(nobody, door)];
    expect(refusedAmong(await many(limits.account, greedy))).toBe(0);
    const refused = await ask(greedy);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ status: 429, code: 'request/too-many', title: 'Thao tác quá nhanh. Hãy đợi một phút rồi thử lại.' });
    expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(refused.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect(refused.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
    // Another session of the same account has no budget of its own.
    expect(refusedAmong(await many(3, await cookieOf(officer, door)))).toBe(3);
    expect(refusedAmong(await many(10, neighbor))).toBe(0);
    // Neither are the page and its files.
    expect((await request(door).get('/').set('Cookie', greedy)).status).toBe(200);
    expect((await request(door).get('/assets/app-1a2b.js').set('Cookie', greedy)).status).toBe(200);
  });

  it('without being signed in holds up whoever signs in from there, and nobody who is signed in', async () => {
    const inside = await cookieOf(officer, door);
    const guessed = await many(limits.address, 'session=guessed');
    // Two of the budget went with the sign-in.
    expect(refusedAmong(guessed)).toBe(2);
    expect(guessed.at(-1)).toBe(429);
    expect((await request(door).post('/api/sign-in').set(ours).send({ username: 'canbo', password: 'x' })).status).toBe(429);
    expect(refusedAmong(await many(10, inside))).toBe(0);
  });

  it('is not somebody else for saying so, but for our own proxy saying so', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    await many(limits.address, '');
    expect(refusedAmong(await many(2, '', from('10.0.0.9')))).toBe(2);
    await counting.stop();
    counting = await another({ requestsPerMinute: limits, trustedProxies: ['127.0.0.1'] });
    door = await counting.app.getUrl();
    expect(refusedAmong(await many(limits.address, '', from('10.0.0.1')))).toBe(0);
    expect(refusedAmong(await many(2, '', from('10.0.0.1')))).toBe(2);
    expect(refusedAmong(await many(2, '', from('10.0.0.2')))).toBe(0);
    // What stands before our proxy's word was said by the stranger.
    expect(refusedAmong(await many(2, '', from('10.0.0.3, 10.0.0.1')))).toBe(2);
  });
});

describe('a page of another site', () => {
  const foreign: Readonly<Record<string, Record<string, string>>> = {
    'a form': { 'Content-Type': 'application/x-www-form-urlencoded' },
    'a form that says it is text': { 'Content-Type': 'text/plain' },
    'a script without our header': { 'Content-Type': 'application/json' },
    'another value of our header': { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
    'another site, as the browser says': { ...ours, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' },
    'a sibling of ours, as the browser says': { ...ours, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-site' },
    'an address typed in, as the browser says': { ...ours, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'none' },
    'another origin': { ...ours, 'Content-Type': 'application/json', Origin: 'https://vungmanh.example.net' },
    'the origin of a file': { ...ours, 'Content-Type': 'application/json', Origin: 'null' },
    'our host on another port': { ...ours, 'Content-Type': 'application/json', Origin: 'http://127.0.0.1:1' },
    'a host that begins like ours': { ...ours, 'Content-Type': 'application/json', Origin: 'http://127.0.0.1.example.net' },
  };
  it.each(Object.entries(foreign))('changes nothing: %s', async (_what, headers) => {
    const cookie = await cookieOf(officer);
    const before = world.service.app.get(Behind).executed;
    const sent = await request(base)
      .post('/api/accounts')
      .set({ ...headers, Cookie: cookie, 'Idempotency-Key': randomUUID() })
      .send(JSON.stringify({ username: 'x' }));
    expect([403, 415]).toContain(sent.status);
    expect(world.service.app.get(Behind).executed).toBe(before);
    // The session stands: it was the request that was refused.
    await request(base).get('/api/roles').set('Cookie', cookie).expect(200);
  });

  it('may not read what it asks for: nothing is shared with another origin', async () => {
    const cookie = await cookieOf(officer);
    for (const method of ['get', 'options'] as const) {
      const { headers } = await request(base)
        [method]('/api/roles')
        .set({ Cookie: cookie, Origin: 'https://example.net', 'Access-Control-Request-Method': 'POST' });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

it('what is searched for travels in a header, and nothing else does', async () => {
  const cookie = await cookieOf(officer);
  const asked = (text: string) => request(base).get('/api/accounts?limit=7').set({ Cookie: cookie, 'X-Asked': text });
  await asked(encodeURIComponent(JSON.stringify({ search: 'hòa bình' }))).expect(200);
  expect(world.service.app.get(Behind).asked).toEqual({ limit: 7, search: 'hòa bình' });
  for (const wrong of ['x', '%', '[]', 'null', '{"limit":"9"}', '{"search":1}', '{"__proto__":"x"}'])
    expect([wrong, (await asked(wrong)).status]).toEqual([wrong, 400]);
});

it('what is sent to be saved, what the browser has already and what has no body carry the defences too', async () => {
  const cookie = await cookieOf(officer);
  const { fileId } = await gateway.app.get(Files).keep([Buffer.from('x')], { by: 'service:organization', type: XLSX });
  world.service.app.get(Behind).file = { fileId, name: 'a.xlsx', type: XLSX };
  const asset = await request(base).get('/assets/app-1a2b.js');
  const answers = [
    await request(base).get(`/api/exports/${randomUUID()}/file`).set('Cookie', cookie).expect(200),
    await request(base).get('/assets/app-1a2b.js').set('If-None-Match', String(asset.headers['etag'])).expect(304),
    await request(base).head('/api/roles').set('Cookie', cookie).expect(200),
    await request(base).options('/api/roles').set('Cookie', cookie).expect(404),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
  }
});
