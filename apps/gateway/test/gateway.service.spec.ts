import { systemDb } from '@vungmanh/testing/system-db';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getMeeting } from '@vungmanh/contracts/meetings/meeting';
import { accountChanged } from '@vungmanh/contracts/identity/account';
import { passwordChanged } from '@vungmanh/contracts/identity/password';
import { factorChanged } from '@vungmanh/contracts/identity/second-factor';
import { readinessOf } from '@vungmanh/contracts/health';
import { operations } from '@vungmanh/contracts/registry';
import { serviceNames } from '@vungmanh/contracts/service';
import { Files } from '@vungmanh/platform/files';
import type { RunningService } from '@vungmanh/platform/start';
import { World } from '@vungmanh/testing/world';
import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import request from 'supertest';
import { z } from 'zod';
import { Behind, behind, nobody, officer, rightCode, overview } from './behind.js';
import { Opened } from './opened.js';
import { OtherIssuer } from './other-issuer.js';

const node = randomUUID();
const ours = { 'X-Requested-With': 'vungmanh' };

let world: World;
let gateway: RunningService<NestFastifyApplication>;
let opened: Opened;
let issuer: OtherIssuer;
let filesDir: string;
let service: Behind;
let base: string;

beforeAll(async () => {
  world = await World.start(behind, { now: '2026-03-02T02:00:00Z', standsIn: true });
  service = world.service.app.get(Behind);
  await service.grant(node);
  issuer = await OtherIssuer.start();
  opened = await Opened.make(world);
  filesDir = opened.filesDir;
  // Requests are counted, as they are wherever it runs.
  const requestsPerMinute = { account: 100_000, address: 100_000 };
  gateway = await opened.gateway({ foreignIssuer: { issuer: issuer.address, ...issuer.client }, requestsPerMinute });
  base = await gateway.app.getUrl();
});
afterAll(async () => {
  await gateway.stop();
  await opened.drop();
  await issuer.stop();
  await world.stop();
});

const to = () => request(base);

/** Signs in by way of the issuer, in a browser that holds a cookie already or none; answers the cookies that it gets in the end. */
async function signInAs({ username }: { username: string }, held = '', door = base): Promise<string[]> {
  issuer.subject = username;
  const begun = await request(door).get('/api/sign-in/start').expect(303);
  const there = await fetch(String(begun.get('Location')), { redirect: 'manual' });
  const { pathname, search } = new URL(there.headers.get('location') ?? '');
  const cookies = [held, begun.get('Set-Cookie')?.[0]?.split(';')[0]].filter(Boolean).join('; ');
  const answer = await request(door)
    .get(pathname + search)
    .set('Cookie', cookies)
    .expect(303);
  return answer.get('Set-Cookie') ?? [];
}

const kept = (cookies: string[]): string => String(cookies.find((line) => line.includes('session='))?.split(';')[0]);

async function cookieOf(who = officer): Promise<string> {
  return kept(await signInAs(who));
}

const problem = (status: number, code: string, more = {}) => ({ status, code, type: `urn:vungmanh:problem:${code}`, ...more });

describe('signing in', () => {
  it('sets a cookie that no script reads and no other site sends, and answers who it is', async () => {
    const cookies = await signInAs(officer);
    expect(cookies).toEqual([
      expect.stringMatching(/^sign-in=; .*HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(/^device=1\.cookie\.device\.[\w-]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const answer = await to().get('/api/session').set('Cookie', kept(cookies)).expect(200);
    expect(answer.body).toMatchObject({
      accountId: officer.id,
      username: officer.username,
      idleMinutes: 30,
      mode: 'trial',
      endsAt: expect.stringMatching(/^2026-03-02T14:00:0/),
    });
  });

  it('keeps only a digest of the reference', async () => {
    const reference = (await cookieOf()).slice('session='.length);
    const rows = await systemDb(gateway).query<{ row: string; hash: Buffer }>('select s::text as row, reference_hash as hash from session s');
    expect(rows.some((r) => r.hash.equals(createHash('sha256').update(reference).digest()))).toBe(true);
    expect(rows.map((r) => r.row).join()).not.toContain(reference);
  });

  it('makes a new reference each time and ends the one that the browser held', async () => {
    const first = await cookieOf();
    const second = kept(await signInAs(officer, first));
    expect(second).not.toBe(first);
    await to().get('/api/session').set('Cookie', first).expect(401);
    await to().get('/api/session').set('Cookie', second).expect(200);
  });

  it('ends with signing out, with idleness, with the twelfth hour, and with the account', async () => {
    const session = (cookie: string) => to().get('/api/session').set('Cookie', cookie);
    const left = await cookieOf();
    const answer = await to().post('/api/sign-out').set(ours).set('Cookie', left).send({}).expect(200);
    expect(answer.get('Set-Cookie')?.[0]).toContain('session=; ');
    expect((await session(left)).body).toMatchObject(problem(401, 'request/unauthenticated'));

    const idle = await cookieOf();
    world.clock.set('2026-03-02T02:29:00Z');
    await session(idle).expect(200);
    world.clock.set('2026-03-02T02:58:30Z');
    await session(idle).expect(200);
    world.clock.set('2026-03-02T03:29:00Z');
    await session(idle).expect(401);

    world.clock.set('2026-03-03T02:00:00Z');
    const long = await cookieOf();
    for (let minutes = 29; minutes < 720; minutes += 29) {
      world.clock.set(new Date(Date.parse('2026-03-03T02:00:00Z') + minutes * 60_000).toISOString());
      await session(long).expect(200);
    }
    world.clock.set('2026-03-03T14:00:01Z');
    await session(long).expect(401);

    const closed = await cookieOf(nobody);
    await session(closed).expect(200);
    await world.publish(accountChanged, [{ id: nobody.id, version: 2, disabled: true }]);
    const start = Date.now();
    while ((await session(closed)).status === 200 && Date.now() - start < 5000) await new Promise((resolve) => setTimeout(resolve, 50));
    await session(closed).expect(401);
  });

  it('ends elsewhere when the password changes', async () => {
    world.clock.set('2026-03-03T16:00:00Z');
    const [here, elsewhere, stranger] = [await cookieOf(), await cookieOf(), await cookieOf(nobody)];
    const session = (cookie: string) => to().get('/api/session').set('Cookie', cookie);
    const { body } = await to().get('/api/my/sessions').set('Cookie', here);
    const keptSession = body.items.find((s: { current: boolean }) => s.current).id;
    await world.publish(passwordChanged, [{ id: officer.id, version: 2, keptSession }]);
    const start = Date.now();
    while ((await session(elsewhere)).status === 200 && Date.now() - start < 5000) await new Promise((resolve) => setTimeout(resolve, 50));
    const statuses = [];
    for (const cookie of [elsewhere, here, stranger]) statuses.push((await session(cookie)).status);
    expect(statuses).toEqual([401, 200, 200]);
  });

  it('ends where no second factor was given when one is needed now, and everywhere when it was lost', async () => {
    world.clock.set('2026-03-03T16:30:00Z');
    const session = (cookie: string) => to().get('/api/session').set('Cookie', cookie);
    const until = async (status: number, cookie: string) => {
      for (const start = Date.now(); (await session(cookie)).status !== status && Date.now() - start < 5000;)
        await new Promise((r) => setTimeout(r, 50));
      return (await session(cookie)).status;
    };
    const strong = await cookieOf();
    issuer.amr = ['pwd'];
    const weak = await cookieOf();
    issuer.amr = ['pwd', 'mfa'];
    await world.publish(factorChanged, [{ id: officer.id, version: 3, ends: 'WEAK' }]);
    expect([await until(401, weak), (await session(strong)).status]).toEqual([401, 200]);
    await world.publish(factorChanged, [{ id: officer.id, version: 4, ends: 'ALL' }]);
    expect(await until(401, strong)).toBe(401);
  });

  it('is not carried by plain http but on this very machine', async () => {
    const cookies = async (host: string) => (await to().post('/api/sign-out').set(ours).set('Host', host).send({})).get('Set-Cookie')?.[0] ?? '';
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) expect(await cookies(host)).toMatch(/^session=/);
    for (const host of ['192.168.1.5:8080', 'vungmanh.test', 'localhost.evil.example', '127.0.0.1.evil.example'])
      expect(await cookies(host)).toMatch(/^__Host-session=; .*Secure/);
  });

  it('in production speaks only of TLS', async () => {
    const production = await opened.gateway({ mode: 'production', publicUrl: 'https://vungmanh.test' });
    const answer = await request(await production.app.getUrl())
      .post('/api/sign-out')
      .set(ours)
      .send({});
    expect(answer.get('Set-Cookie')).toEqual([expect.stringMatching(/^__Host-session=; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/)]);
    expect(answer.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    const begun = await request(await production.app.getUrl()).get('/api/sign-in/start');
    expect(begun.get('Set-Cookie')).toEqual([expect.stringMatching(/^__Host-sign-in=.*HttpOnly; Secure; SameSite=Lax$/)]);
    await production.stop();
  });
});

describe('a second factor', () => {
  const create = (cookie: string, key: string = randomUUID()) =>
    to()
      .post('/api/accounts')
      .set(ours)
      .set('Cookie', cookie)
      .set('Idempotency-Key', key)
      .send({ username: 'moi', password: 'mật khẩu', displayName: 'Người mới', roleCode: 'MEMBER', nodeId: node, below: false });
  const stepUp = (cookie: string, code: string) => to().post('/api/my/session/step-up').set(ours).set('Cookie', cookie).send({ code });

  it('that was given with signing in counts for ten minutes, and its code brings another cookie and ten more', async () => {
    world.clock.set('2026-03-03T15:00:00Z');
    const cookie = await cookieOf();
    await create(cookie).expect(201);
    world.clock.set('2026-03-03T15:09:50Z');
    await create(cookie).expect(201);
    world.clock.set('2026-03-03T15:10:10Z');
    const key = randomUUID();
    expect((await create(cookie, key)).body).toMatchObject(problem(403, 'request/step-up'));
    expect((await stepUp(cookie, '000000')).body).toMatchObject(problem(409, 'identity/code-wrong'));
    expect((await create(cookie, key)).body).toMatchObject(problem(403, 'request/step-up'));
    const answer = await stepUp(cookie, rightCode);
    expect([answer.status, answer.body]).toEqual([200, { done: true }]);
    const next = kept(answer.get('Set-Cookie') ?? []);
    expect(next).not.toBe(cookie);
    const before = service.executed;
    await create(next, key).expect(201);
    expect(service.executed).toBe(before + 1);
    // What was on its way with the cookie before still comes in; later nothing does.
    await to().get('/api/roles').set('Cookie', cookie).expect(200);
    world.clock.set('2026-03-03T15:10:40Z');
    await to().get('/api/roles').set('Cookie', cookie).expect(401);
    await to().get('/api/roles').set('Cookie', next).expect(200);
    await to().post('/api/sign-out').set(ours).set('Cookie', next).send({}).expect(200);
    await to().get('/api/roles').set('Cookie', next).expect(401);
  });

  it('that was never given is asked for, unless there is no right anyway', async () => {
    issuer.amr = ['pwd'];
    const [weak, stranger] = [await cookieOf(), await cookieOf(nobody)];
    issuer.amr = ['pwd', 'mfa'];
    expect((await create(weak)).body).toMatchObject(problem(403, 'request/step-up'));
    expect((await create(stranger)).body).toMatchObject(problem(403, 'request/forbidden'));
    await to().post('/api/my/session/step-up').set(ours).send({ code: rightCode }).expect(401);
  });

  it('is checked for the account of the session, with what is known of the browser', async () => {
    const cookies = await signInAs(officer);
    const device = String(cookies.find((line) => line.startsWith('device='))?.split(';')[0]);
    const asked = async (held: string) => {
      await stepUp(`${kept(cookies)}; ${held}`, '111111');
      return service.asked;
    };
    expect(await asked(device)).toMatchObject({ accountId: officer.id, address: '127.0.0.1', device: { accounts: [officer.id] } });
    expect(await asked(`${device.slice(0, -4)}AAAA`)).not.toHaveProperty('device');
    expect(JSON.stringify(await asked(device))).not.toContain(device);
    const again = await signInAs(nobody, device);
    const both = String(again.find((line) => line.startsWith('device='))?.split(';')[0]);
    expect(await asked(both)).toMatchObject({ device: { accounts: [nobody.id, officer.id] } });
  });
});

describe('the page of a meeting that is being held', () => {
  const meetingId = randomUUID();
  const hold = (cookie: string, id = meetingId) => to().post('/api/my/session/hold').set(ours).set('Cookie', cookie).send({ meetingId: id });
  const about = (cookie: string, id = meetingId) => to().get(`/api/meetings/${id}`).set('Cookie', cookie);
  let state: string;
  beforeAll(() => {
    state = 'IN_SESSION';
    world.standIn({ ...getMeeting, output: z.any() }, ({ meetingId: id }) => ({ id, state, version: 1 }));
  });
  const at = (time: string) => world.clock.set(`2026-03-03T${time}Z`);

  it('holds the session for that meeting alone, four hours at the longest', async () => {
    at('11:00:00');
    const cookie = await cookieOf();
    await hold(cookie).expect(200);
    for (const time of ['11:25', '11:50', '12:15']) {
      at(`${time}:00`);
      await hold(cookie).expect(200);
    }
    expect((await about(cookie)).status).toBe(200);
    expect((await about(cookie, randomUUID())).status).toBe(401);
    await to().get('/api/roles').set('Cookie', cookie).expect(401);
    await hold(cookie, randomUUID()).expect(401);
    // What is done for the meeting does not wake the rest.
    await to().get('/api/session').set('Cookie', cookie).expect(401);
    for (let minutes = 100; minutes < 240; minutes += 25) {
      world.clock.set(new Date(Date.parse('2026-03-03T11:00:00Z') + minutes * 60_000).toISOString());
      await hold(cookie).expect(200);
    }
    at('15:00:01');
    expect([(await hold(cookie)).status, (await about(cookie)).status]).toEqual([401, 401]);
  });

  it('holds nothing that is not being held, and lets go when the page is closed', async () => {
    at('11:00:00');
    const cookie = await cookieOf();
    state = 'CLOSED';
    expect((await hold(cookie)).body).toMatchObject(problem(409, 'gateway/meeting-not-in-session'));
    state = 'IN_SESSION';
    await hold(cookie).expect(200);
    at('11:31:00');
    expect((await about(cookie)).status).toBe(401);
    await to().post('/api/my/session/hold').set(ours).send({ meetingId }).expect(401);
  });
});

describe('my sessions', () => {
  it('are listed without their references, and end one by one or all but this', async () => {
    world.clock.set('2026-03-03T17:00:00Z');
    const [mine, other, third, stranger] = [await cookieOf(), await cookieOf(), await cookieOf(), await cookieOf(nobody)];
    const list = async (cookie: string) => (await to().get('/api/my/sessions').set('Cookie', cookie).expect(200)).body.items;
    const end = (body: object, cookie = mine) => to().post('/api/my/sessions/end').set(ours).set('Cookie', cookie).send(body);
    const items = await list(mine);
    expect(items).toHaveLength(3);
    expect(items.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
    expect(items[0]).toEqual({
      id: expect.any(String),
      current: expect.any(Boolean),
      agent: expect.any(String),
      address: '127.0.0.1',
      beganAt: expect.stringMatching(/^2026-03-03T17:00:/),
      lastSeen: expect.stringMatching(/^2026-03-03T17:00:/),
    });
    expect(JSON.stringify(items)).not.toContain(mine.slice('session='.length));

    const [theirs] = await list(stranger);
    expect((await end({ sessionId: theirs.id })).body).toMatchObject(problem(404, 'request/not-found'));
    await to().get('/api/session').set('Cookie', stranger).expect(200);

    const otherId = (await list(other)).find((s: { current: boolean }) => s.current).id;
    expect((await end({ sessionId: otherId })).body).toEqual({ ended: 1 });
    await to().get('/api/session').set('Cookie', other).expect(401);
    expect((await end({})).body).toEqual({ ended: 1 });
    await to().get('/api/session').set('Cookie', third).expect(401);
    expect(await list(mine)).toHaveLength(1);
    expect((await end({}, '')).status).toBe(401);
    expect((await to().get('/api/my/sessions')).status).toBe(401);
  });
});

describe('a page of another site', () => {
  const send = () => to().post('/api/sign-out').send({});
  it.each([
    ['without our header', () => send()],
    ['with another value of it', () => send().set('X-Requested-With', 'XMLHttpRequest')],
    ['that the browser says comes from elsewhere', () => send().set(ours).set('Sec-Fetch-Site', 'cross-site')],
    ['from a neighbor domain', () => send().set(ours).set('Sec-Fetch-Site', 'same-site')],
    ['of another origin', () => send().set(ours).set('Origin', 'https://evil.example')],
    ['of no origin that can be read', () => send().set(ours).set('Origin', 'null')],
  ])('changes nothing: a request %s', async (_, sent) => {
    expect((await sent()).body).toMatchObject(problem(403, 'gateway/not-our-page'));
  });

  it('cannot send what a form can', async () => {
    expect((await to().post('/api/sign-in').set(ours).type('form').send('username=a&password=b')).body).toMatchObject(
      problem(415, 'request/unsupported-type'),
    );
    expect((await to().post('/api/sign-in').set(ours).type('text/plain').send('{}')).body).toMatchObject(problem(415, 'request/unsupported-type'));
  });

  it('is not our own', async () => {
    expect((await send().set(ours).set('Origin', base).set('Sec-Fetch-Site', 'same-origin')).body).toEqual({
      to: expect.stringContaining('/logout'),
    });
  });
});

describe('a route', () => {
  const created = { username: 'moi', password: 'mật khẩu mới', displayName: 'Người Mới', roleCode: 'MEMBER', nodeId: node, below: false };
  let cookie: string;
  beforeAll(async () => {
    world.clock.set('2026-03-04T02:00:00Z');
    cookie = await cookieOf();
  });
  const get = (path: string) => to().get(path).set('Cookie', cookie);
  const post = (path: string, key: string = randomUUID()) => to().post(path).set(ours).set('Cookie', cookie).set('Idempotency-Key', key);

  it('passes the bytes of the answer through', async () => {
    const answer = await get('/api/roles').expect(200);
    expect(answer.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual({ items: [{ code: 'MEMBER', label: 'Đảng viên', permissions: [], handsOn: [], fourEyes: false, version: 1 }] });
  });

  it('is for whoever is signed in, and the service says what for', async () => {
    expect((await to().get('/api/roles')).body).toMatchObject(problem(401, 'request/unauthenticated'));
    expect((await to().get('/api/roles').set('Cookie', 'session=forged')).body).toMatchObject(problem(401, 'request/unauthenticated'));
    const guest = await cookieOf(nobody);
    expect((await to().get('/api/accounts').set('Cookie', guest)).body).toMatchObject(problem(403, 'request/forbidden'));
    expect((await post('/api/accounts').send({ ...created, nodeId: randomUUID() })).body).toMatchObject(problem(404, 'request/not-found'));
  });

  it('carries for whom it is done, and nothing that is no account', async () => {
    await get('/api/accounts').set('X-On-Behalf-Of', officer.id).expect(403);
    expect((await get('/api/accounts').set('X-On-Behalf-Of', 'everybody')).body).toMatchObject(problem(400, 'request/malformed'));
    await get('/api/accounts').expect(200);
  });

  it('reads a query as its contract means it', async () => {
    await get('/api/accounts?limit=7&search=h%C3%B2a%20b%C3%ACnh').expect(200);
    expect(service.asked).toEqual({ limit: 7, search: 'hòa bình' });
    await get('/api/accounts').expect(200);
    expect(service.asked).toEqual({ limit: 50 });
    for (const bad of ['limit=x', 'limit=', 'limit=1&limit=2', 'unknown=1', 'limit=201', '__proto__=1']) {
      expect((await get(`/api/accounts?${bad}`)).body).toMatchObject(problem(422, 'request/invalid'));
    }
  });

  it('answers what was made with its place and version', async () => {
    const answer = await post('/api/accounts').send(created).expect(201);
    expect(answer.get('Location')).toBe(`/api/accounts/${answer.body.id}`);
    expect(answer.get('ETag')).toBe('"1"');
  });

  it('does what is sent twice once', async () => {
    const key = randomUUID();
    const before = service.executed;
    const first = await post('/api/accounts', key).send(created).expect(201);
    const again = await post('/api/accounts', key).send(created).expect(201);
    expect(again.body).toEqual(first.body);
    expect(service.executed).toBe(before + 1);
    expect((await post('/api/accounts', key).send({ ...created, below: true })).body).toMatchObject(problem(422, 'request/key-reused'));
    expect((await to().post('/api/accounts').set(ours).set('Cookie', cookie).send(created)).body).toMatchObject(problem(400, 'request/key-required'));
    expect((await post('/api/accounts', 'x'.repeat(101)).send(created)).body).toMatchObject(problem(400, 'request/key-required'));
  });

  it('wants to know which version was seen', async () => {
    const path = `/api/accounts/${randomUUID()}/disable`;
    const sent = (version?: string) => (version === undefined ? post(path) : post(path).set('If-Match', version)).send({ reason: 'thôi việc' });
    expect((await sent()).body).toMatchObject(problem(428, 'request/precondition-required'));
    expect((await sent('"2"')).body).toMatchObject(problem(412, 'request/stale'));
    expect((await sent('W/"1"')).body).toMatchObject(problem(412, 'request/stale'));
    expect((await sent('*')).body).toMatchObject(problem(412, 'request/stale'));
    const changed = await sent('"1"');
    expect([changed.status, changed.get('ETag')]).toEqual([200, '"2"']);
  });

  it('lets the path win over the body, and the service refuse what is wrong in it', async () => {
    const path = `/api/accounts/${randomUUID()}/disable`;
    const sent = (body: string) => post(path).set('If-Match', '"1"').type('json').send(body);
    expect((await sent('{"reason":"x","accountId":"not me"}')).body).toMatchObject({ id: path.split('/')[3] });
    expect((await sent('{"reason":""}')).body).toMatchObject(
      problem(422, 'request/invalid', { errors: [{ pointer: '/reason', detail: 'Chưa nhập nội dung' }] }),
    );
    expect((await sent('{"reason":"x","more":1}')).body).toMatchObject(problem(422, 'request/invalid'));
    expect((await sent('')).body).toMatchObject(problem(422, 'request/invalid'));
    for (const broken of ['[]', '"x"', '{', '{"reason":"x"', '{"reason":}'])
      expect((await sent(broken)).body).toMatchObject(problem(400, 'request/malformed'));
    expect((await post('/api/accounts/not-an-id/disable').set('If-Match', '"1"').send({ reason: 'x' })).body).toMatchObject(
      problem(422, 'request/invalid'),
    );
  });

  it('sends what is stored as it is stored, and not again to whoever has it', async () => {
    const path = `/api/overview/${node}/below?month=2026-02`;
    const packed = await get(path).expect(200);
    expect(packed.body).toEqual(overview);
    expect(packed.headers).toMatchObject({
      etag: '"state-7"',
      'content-encoding': 'gzip',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding',
    });
    const plain = await get(path).set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toEqual(overview);
    const same = await get(path).set('If-None-Match', '"other", W/"state-7"').expect(304);
    expect(same.text).toBe('');
    await get(path).set('If-None-Match', '"state-6"').expect(200);
  });

  it('takes no more than a megabyte', async () => {
    const long = { ...created, displayName: 'x'.repeat(1024 * 1024) };
    expect((await post('/api/accounts').send(long)).body).toMatchObject(problem(413, 'request/too-large'));
  });

  it('that is not there is not there, however it is written', async () => {
    for (const path of [
      '/api/nothing',
      '/api',
      '/api/',
      '/api/accounts/',
      '/api//accounts',
      '/API/accounts',
      '/api/%61ccounts/x/y',
      '/api/roles;x=1',
      '/api/roles.',
      '/health/x',
    ]) {
      expect((await get(path)).body).toMatchObject(problem(404, 'request/not-found'));
    }
    expect((await to().delete('/api/roles').set(ours).set('Cookie', cookie).type('json').send('{}')).body).toMatchObject(
      problem(404, 'request/not-found'),
    );
    expect((await to().get('/api/rpc.identity.account.authenticate').set('Cookie', cookie)).status).toBe(404);
  });

  it('asks for a session under every spelling that reaches it', async () => {
    const bare = (path: string) => to().get(path);
    for (const path of ['/api/roles', '/api/%72oles', '/api/roles?x', '/api/./roles', '/api/x/../roles'])
      expect([401, 404]).toContain((await bare(path)).status);
    expect((await to().head('/api/roles')).status).toBe(401);
    expect((await to().head('/api/roles').set('Cookie', cookie)).status).toBe(200);
  });

  it('exists for every operation that has one, and for no other', async () => {
    for (const { http, access } of operations) {
      if (!http || 'anyone' in access) continue;
      const path = `/api${http.path.replace(/:\w+/g, randomUUID())}`;
      const answer = await fetch(base + path, {
        method: http.method,
        ...(http.method === 'GET' ? {} : { headers: { ...ours, 'Content-Type': 'application/json' }, body: '{}' }),
      });
      expect([http.method, path, answer.status]).toEqual([http.method, path, 401]);
    }
  });

  it('says that a service is away, quickly', async () => {
    const start = Date.now();
    const away = await get(`/api/organizations/${node}/children`);
    expect(away.body).toMatchObject(problem(503, 'request/unavailable', { instance: expect.stringMatching(/^[0-9a-f-]{36}$/) }));
    expect(Date.now() - start).toBeLessThan(2500);
  });
});

describe('files', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await cookieOf();
  });
  const upload = (bytes: Buffer, type = 'application/octet-stream') => to().post('/api/files').set(ours).set('Cookie', cookie).type(type).send(bytes);
  const zip = (...names: string[]) =>
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(`....[Content_Types].xml....${names.join('....')}`), Buffer.alloc(100)]);
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(1000, 7)]);
  const stored = async () => (await readdir(filesDir, { recursive: true })).length;

  it.each([
    ['application/pdf', Buffer.from('%PDF-1.7 và nội dung')],
    ['image/png', png],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0])],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip('word/document.xml', 'word/embeddings/x.xlsx')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip('xl/workbook.xml')],
  ])('are taken for what they are: %s', async (type, bytes) => {
    const { body } = await upload(bytes, 'image/gif').expect(201);
    expect(body).toEqual({ fileId: expect.any(String), type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it.each([
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00\x00')],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['another zip', zip('META-INF/MANIFEST.MF')],
    ['macros', zip('word/document.xml', 'word/vbaProject.bin')],
    ['too few bytes', Buffer.from('%PDF')],
    ['nothing', Buffer.alloc(0)],
  ])('are refused when they are %s, whatever they are called', async (_, bytes) => {
    const before = await stored();
    expect((await upload(bytes, 'application/pdf')).body).toMatchObject(problem(415, 'gateway/file-type'));
    expect(await stored()).toBe(before);
  });

  it('are refused when they are too large, announced or not', async () => {
    const before = await stored();
    const large = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)]);
    expect((await upload(large)).body).toMatchObject({ status: 413 });
    expect(await chunked(large, cookie)).toContain('413');
    expect(await stored()).toBe(before);
  });

  it('are taken from whoever is signed in, in a request of our page', async () => {
    expect((await to().post('/api/files').set(ours).type('application/pdf').send(png)).body).toMatchObject(problem(401, 'request/unauthenticated'));
    expect((await to().post('/api/files').set('Cookie', cookie).type('application/pdf').send(png)).body).toMatchObject(
      problem(403, 'gateway/not-our-page'),
    );
  });

  it('leave whole, under their name, only as something to save', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(200_000, 3)]);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { fileId } = await gateway.app.get(Files).keep([bytes], { by: 'service:organization', type });
    const get = () => to().get(`/api/exports/${randomUUID()}/file`).set('Cookie', cookie);
    service.file = { fileId, name: 'Danh sách "Đảng bộ" Mường.xlsx', type };
    const answer = await get().expect(200).buffer().parse(asBytes);
    expect(answer.body.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Danh sach _Dang bo_ Muong.xlsx"; filename*=UTF-8''Danh%20s%C3%A1ch%20%22%C4%90%E1%BA%A3ng%20b%E1%BB%99%22%20M%C6%B0%E1%BB%9Dng.xlsx`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    service.file = { fileId: randomUUID(), name: 'mất.xlsx', type };
    expect((await get()).body).toMatchObject(problem(404, 'request/not-found'));
    expect((await get().set('Cookie', '')).status).toBe(401);
  });
});

describe('the page', () => {
  it('is what every address of the application answers, with a nonce of its own each time', async () => {
    const [first, second] = await Promise.all([to().get('/'), to().get('/chi-bo/123?thang=2026-02')]);
    for (const answer of [first, second]) {
      const nonce = /nonce="([\w-]{22})"/.exec(answer.text)?.[1];
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('__NONCE__');
      expect(answer.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`);
    }
    expect(first.text).not.toBe(second.text);
  });

  it('is not what a missing file, a call or the template answer', async () => {
    for (const path of ['/assets/old.js', '/index.html', '/robots.txt', '/assets/../../package.json', '/.env']) {
      expect((await to().get(path)).status).toBe(404);
    }
  });

  it('brings files packed as the browser likes, once and for all where their name says so', async () => {
    const path = '/assets/app-1a2b.js';
    const br = await to().get(path).set('Accept-Encoding', 'gzip, br').buffer().parse(asBytes);
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(br.body.toString()).toContain('a page of the test');
    expect((await to().get(path).set('Accept-Encoding', 'identity')).headers['content-encoding']).toBeUndefined();
    await to().get(path).set('If-None-Match', String(br.headers['etag'])).expect(304);
    expect((await to().get('/favicon.svg')).headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'image/svg+xml' });
  });
});

describe('the state', () => {
  it('is ready when every service is, and says of each', async () => {
    await to().get('/health/live').expect(200, { live: true });
    const early = await to().get('/health/ready').expect(503);
    expect(early.body).toMatchObject({ ready: false, services: { gateway: 'ready', identity: 'ready', meetings: 'not-ready' } });
    for (const name of ['organization', 'membership', 'meetings', 'inspection', 'training'] as const)
      world.standIn(readinessOf(name), () => ({ ready: true, checks: {} }));
    world.clock.set('2026-03-04T03:00:00Z');
    const all = await to().get('/health/ready').expect(200);
    expect(all.body).toEqual({ ready: true, services: Object.fromEntries(serviceNames.map((s) => [s, 'ready'])) });
  });

  it('is described by openapi.json', async () => {
    const { body } = await to().get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/sign-in', '/api/session', '/api/accounts/{accountId}/grants']));
  });
});

describe('every kind of answer', () => {
  it('carries the same defences', async () => {
    const cookie = await cookieOf();
    const answers = {
      page: to().get('/'),
      asset: to().get('/assets/app-1a2b.js'),
      answer: to().get('/api/roles').set('Cookie', cookie),
      signIn: to().get('/api/sign-in/start'),
      callback: to().get('/api/sign-in/callback'),
      unknown: to().get('/api/nothing'),
      missingFile: to().get('/x.js'),
      signedOut: to().get('/api/roles'),
      foreign: to().post('/api/sign-in').send({}),
      wrongType: to().post('/api/sign-in').set(ours).type('text/plain').send('x'),
      malformed: to().post('/api/sign-in').set(ours).type('json').send('{'),
      tooLarge: to()
        .post('/api/sign-in')
        .set(ours)
        .type('json')
        .send(`"${'x'.repeat(2_000_000)}"`),
      badPath: to().get('/%zz'),
      oddMethod: fetch(base, { method: 'PROPFIND' }).then((r) => ({ status: r.status, headers: Object.fromEntries(r.headers) })),
      live: to().get('/health/live'),
      openapi: to().get('/api/openapi.json'),
    };
    const changing = new Set([
      'date',
      'connection',
      'keep-alive',
      'content-length',
      'etag',
      'set-cookie',
      'location',
      'transfer-encoding',
      'vary',
      'content-encoding',
    ]);
    const seen: Record<string, unknown> = {};
    for (const [kind, sent] of Object.entries(answers)) {
      const { status, headers } = await sent;
      const kept = Object.entries(headers as Record<string, string>).filter(([name]) => !changing.has(name));
      seen[`${kind} ${status}`] = Object.fromEntries(kept.map(([name, value]) => [name, value.replace(/nonce-[\w-]{22}/, 'nonce-…')]));
    }
    expect(seen).toMatchSnapshot();
  });

  it('holds no token, no reference and no hash', async () => {
    const cookie = await cookieOf();
    const reference = cookie.split('=')[1] ?? 'none';
    for (const sent of [
      to().get('/api/session'),
      to().get('/api/roles'),
      to().get('/api/nothing'),
      to().get('/'),
      to().get('/health/ready'),
      to().get('/api/accounts?x=1'),
    ]) {
      const { text, headers } = await sent.set('Cookie', cookie);
      const all = text + JSON.stringify(headers);
      expect(all).not.toMatch(/eyJ[\w-]+\.|\$argon2|BEGIN [A-Z ]*KEY/);
      expect(all).not.toContain(reference);
    }
  });
});

const asBytes = (response: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};

/** Sends a body without announcing its length; answers the status line. */
function chunked(bytes: Buffer, cookie: string): Promise<string> {
  const { port, host } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.once('data', (text) => {
      resolve(String(text).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
    socket.write(
      `POST /api/files HTTP/1.1\r\nHost: ${host}\r\nX-Requested-With: vungmanh\r\nCookie: ${cookie}\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    socket.write(`${bytes.length.toString(16)}\r\n`);
    socket.write(bytes);
    socket.write('\r\n0\r\n\r\n');
  });
}
