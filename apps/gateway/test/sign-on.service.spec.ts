import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ForeignIssuer } from '@vungmanh/platform/config';
import type { RunningService } from '@vungmanh/platform/start';
import { World } from '@vungmanh/testing/world';
import { generateKeyPair } from 'jose';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { Behind, behind, nobody, officer } from './behind.js';
import { Opened } from './opened.js';
import { OtherIssuer, type Told } from './other-issuer.js';

const ours = { 'X-Requested-With': 'vungmanh' };

let world: World;
let issuer: OtherIssuer;
let opened: Opened;
let gateway: RunningService<NestFastifyApplication>;
let base: string;

const settings = (): ForeignIssuer => ({ issuer: issuer.address, ...issuer.client });
const to = () => request(base);

beforeAll(async () => {
  world = await World.start(behind, { now: '2026-03-02T02:00:00Z', standsIn: true });
  issuer = await OtherIssuer.start();
  opened = await Opened.make(world);
  gateway = await opened.gateway({ foreignIssuer: settings() });
  base = await gateway.app.getUrl();
});
afterAll(async () => {
  await gateway.stop();
  await opened.drop();
  await issuer.stop();
  await world.stop();
});
beforeEach(() => {
  issuer.subject = officer.username;
  issuer.twist = () => {};
  issuer.bend = () => {};
});

/** Goes to the issuer and comes back to the door of the callback, without passing it. */
async function led(from?: string): Promise<{ cookie: string; back: string }> {
  const begun = await to()
    .get('/api/sign-in/start')
    .query(from === undefined ? {} : { from })
    .expect(303);
  const there = await fetch(String(begun.get('Location')), { redirect: 'manual' });
  const { pathname, search } = new URL(there.headers.get('location') ?? '');
  return { cookie: String(begun.get('Set-Cookie')?.[0]?.split(';')[0]), back: pathname + search };
}

const comeBack = ({ cookie, back }: { cookie: string; back: string }) => to().get(back).set('Cookie', cookie);
const sessionOf = (answer: request.Response): string | undefined => answer.get('Set-Cookie')?.find((line) => line.startsWith('session='));

async function expectRefused(answer: request.Response): Promise<void> {
  expect([answer.status, answer.get('Location'), sessionOf(answer)]).toEqual([303, '/sign-in?trouble=1', undefined]);
}

describe("a province's own provider, named by four settings", () => {
  it('vouches for the account that its subject names, and the browser sees nothing of its tokens', async () => {
    const begun = await led('/meetings?month=2026-02');
    const answer = await comeBack(begun);
    expect([answer.status, answer.get('Location'), answer.text]).toEqual([303, '/meetings?month=2026-02', '']);
    expect(JSON.stringify(answer.headers)).not.toContain('eyJ');
    const cookie = String(sessionOf(answer)).split(';')[0] ?? '';
    const { body } = await to().get('/api/session').set('Cookie', cookie).expect(200);
    expect(body).toMatchObject({ accountId: officer.id, username: officer.username });
  });

  it('is asked with PKCE, a state and a nonce that nobody else knows, each new each time', async () => {
    const locations = await Promise.all([1, 2].map(async () => new URL(String((await to().get('/api/sign-in/start')).get('Location')))));
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const values = locations.map((url) => url.searchParams.get(name) ?? '');
      expect(values.every((value) => value.length >= 43)).toBe(true);
      expect(new Set(values).size).toBe(2);
    }
    expect(locations[0]?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(locations[0]?.searchParams.get('client_secret')).toBeNull();
  });

  it('leads home whoever signs out, and hides our own provider and its page', async () => {
    const answer = await to().post('/api/sign-out').set(ours).send({}).expect(200);
    expect(answer.body.to).toContain(`${issuer.address}/logout?`);
    await to().get('/oidc/auth').expect(404);
    const typed = await to().post('/api/sign-in').set(ours).send({ username: officer.username, password: officer.password });
    expect(typed.body).toMatchObject({ status: 409, code: 'identity/sign-in-over' });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\r\nx: y'])(
    'is no way to lead people elsewhere: %j',
    async (from) => {
      expect((await comeBack(await led(from))).get('Location')).toBe('/');
    },
  );

  it('names somebody whom we do not know', async () => {
    issuer.subject = 'nguoi-la';
    await expectRefused(await comeBack(await led()));
  });

  it('is away', async () => {
    const lost = await opened.gateway({ foreignIssuer: { ...settings(), issuer: 'http://127.0.0.1:9/realms/tinh' } });
    const answer = await request(await lost.app.getUrl()).get('/api/sign-in/start');
    expect(answer.get('Location')).toBe('/sign-in?trouble=1');
    await lost.stop();
  });

  it('must be the one of the settings, exactly', async () => {
    const wrong = await opened.gateway({ foreignIssuer: { ...settings(), issuer: `${issuer.address}/` } });
    const answer = await request(await wrong.app.getUrl()).get('/api/sign-in/start');
    expect(answer.get('Location')).toBe('/sign-in?trouble=1');
    await wrong.stop();
  });
});

describe('nobody is signed in by an id token', () => {
  const stranger = generateKeyPair('RS256');
  const part = (signed: string, index: number, change: (text: string) => string): string =>
    signed
      .split('.')
      .map((each, i) => (i === index ? change(each) : each))
      .join('.');
  const claim = (name: string, value: unknown) => (told: Told) => void (told.claims[name] = value);
  const without = (name: string) => (told: Told) => void delete told.claims[name];
  const now = Math.floor(Date.now() / 1000);
  it.each<[string, (told: Told) => unknown]>([
    ['of another issuer', claim('iss', 'https://evil.example')],
    ['of almost the same issuer', (told) => void (told.claims.iss += '/')],
    ['of no issuer', without('iss')],
    ['for another client', claim('aud', 'another')],
    ['for several clients, presented by another', (told) => Object.assign(told.claims, { aud: ['vung-manh', 'another'], azp: 'another' })],
    ['for no client', without('aud')],
    ['with the nonce of another attempt', claim('nonce', 'x'.repeat(43))],
    ['without a nonce', without('nonce')],
    ['that has run out', claim('exp', now - 120)],
    ['that never runs out', without('exp')],
    ['that says nothing of its hour', without('iat')],
    ['whose end is no number', claim('exp', String(now + 300))],
    ['of nobody', without('sub')],
    ['of nobody, in words', claim('sub', '')],
    ['whose subject is no text', claim('sub', 7)],
    ['not valid yet', claim('nbf', now + 3600)],
    ['signed by a stranger', async (told) => (told.keys = await stranger)],
    ['signed by a key that is not published', (told) => void (told.header.kid = 'tinh-2')],
    ['changed after signing', (told) => void (told.token = (signed) => part(signed, 1, () => Buffer.from('{"sub":"canbo"}').toString('base64url')))],
    ['whose signature was cut off', (told) => void (told.token = (signed) => part(signed, 2, () => ''))],
    [
      'whose signature was changed',
      (told) => void (told.token = (signed) => part(signed, 2, (each) => (each.startsWith('A') ? 'B' : 'A') + each.slice(1))),
    ],
    [
      'that says it needs no signature',
      (told) =>
        void (told.token = (signed) =>
          part(
            part(signed, 0, () => Buffer.from('{"alg":"none"}').toString('base64url')),
            2,
            () => '',
          )),
    ],
    [
      'that says another algorithm',
      (told) => void (told.token = (signed) => part(signed, 0, () => Buffer.from('{"alg":"HS256","kid":"tinh-1"}').toString('base64url'))),
    ],
    ['that is none', (told) => void (told.token = () => 'x')],
    ['that is empty', (told) => void (told.token = () => '')],
  ])('%s', async (_, twist) => {
    let told = 0;
    issuer.twist = async (token) => {
      await twist(token);
      told += 1;
    };
    await expectRefused(await comeBack(await led()));
    expect(told).toBe(1);
  });
});

describe('nobody is signed in by a way back', () => {
  it.each<[string, (back: URL) => void]>([
    ['with another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (back) => back.searchParams.delete('state')],
    ['with two states', (back) => back.searchParams.append('state', 'x')],
    ['without a code', (back) => back.searchParams.delete('code')],
    ['with a code that was never given', (back) => back.searchParams.set('code', 'x')],
    ['from another issuer', (back) => back.searchParams.set('iss', 'https://evil.example')],
    ['that tells of an error', (back) => back.searchParams.set('error', 'access_denied')],
  ])('%s', async (_, bend) => {
    issuer.bend = bend;
    await expectRefused(await comeBack(await led()));
  });

  it('that another browser began', async () => {
    const [mine, theirs] = [await led(), await led()];
    await expectRefused(await comeBack({ back: theirs.back, cookie: mine.cookie }));
    await expectRefused(await to().get(theirs.back));
    await expectRefused(await comeBack({ back: theirs.back, cookie: `${theirs.cookie.slice(0, -3)}AAA` }));
  });

  it('that was walked before', async () => {
    const begun = await led();
    expect(sessionOf(await comeBack(begun))).toBeDefined();
    await expectRefused(await comeBack(begun));
  });
});

describe('our own provider, behind the gateway', () => {
  let inside: Server;
  let seen: { url: string; headers: IncomingHttpHeaders } | undefined;
  let own: RunningService<NestFastifyApplication>;
  let door: string;
  beforeAll(async () => {
    inside = createServer(({ url = '', headers }, response) => {
      seen = { url, headers };
      response.setHeader('Set-Cookie', ['oidc-resume=r; path=/oidc/auth/x', 'session=stolen; path=/']);
      response.writeHead(303, { location: 'http://vungmanh.test/api/sign-in/callback?code=c', 'x-inside': 'yes' }).end('<p>');
    });
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const oidcAddress = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
    own = await opened.gateway({ publicUrl: 'http://vungmanh.test', oidcAddress });
    door = await own.app.getUrl();
  });
  afterAll(async () => {
    await own.stop();
    await new Promise((resolve) => inside.close(resolve));
  });

  it('is shown under our one address, however the browser writes it, and sees no cookie but its own', async () => {
    const answer = await request(door)
      .get('/oidc/auth/abc-1?x=1')
      .set('Cookie', 'session=secret; oidc-resume=r; sign-in=sealed')
      .set('X-Forwarded-For', '6.6.6.6')
      .set('Authorization', 'Bearer x');
    expect([answer.status, answer.get('Location'), answer.text]).toEqual([303, '/api/sign-in/callback?code=c', '']);
    expect(answer.get('Set-Cookie')).toEqual(['oidc-resume=r; path=/oidc/auth/x']);
    expect(answer.get('x-inside')).toBeUndefined();
    expect(seen?.url).toBe('/oidc/auth/abc-1?x=1');
    expect(seen?.headers).toMatchObject({ cookie: 'oidc-resume=r', 'x-forwarded-host': 'vungmanh.test', 'x-forwarded-for': '127.0.0.1' });
    expect(seen?.headers.authorization).toBeUndefined();
  });

  it.each([
    '/oidc/token',
    '/oidc/jwks',
    '/oidc/.well-known/openid-configuration',
    '/oidc/',
    '/oidc',
    '/oidc/auth/../token',
    '/oidc/auth%2f..%2ftoken',
  ])('keeps to itself what only the gateway needs: %s', async (path) => {
    seen = undefined;
    expect((await fetch(door + path, { redirect: 'manual' })).status).toBe(404);
    expect((await fetch(door + path, { method: 'POST', headers: { ...ours, 'content-type': 'application/json' }, body: '{}' })).status).toBe(404);
    expect(seen).toBeUndefined();
  });

  it('is told what the browser holds, and says what is wrong with the password', async () => {
    const behindIt = world.service.app.get(Behind);
    const typed = (body: object) => request(door).post('/api/sign-in').set(ours).set('Cookie', 'oidc-interaction=i-1').send(body);
    expect((await typed({ username: nobody.username, password: nobody.password })).body).toEqual({ next: 'DONE', to: '/oidc/auth/i-1' });
    expect(behindIt.asked).toMatchObject({ interaction: 'i-1', address: '127.0.0.1' });
    const wrong = await typed({ username: nobody.username, password: 'sai' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'identity/sign-in-refused', title: 'Tên đăng nhập hoặc mật khẩu chưa đúng.' });
    expect(wrong.get('Set-Cookie')).toBeUndefined();
    expect((await typed({ username: 'voi', password: 'sai' })).body).toMatchObject({ status: 429, code: 'identity/sign-in-too-often' });
    expect((await typed({ username: '' })).body).toMatchObject({
      status: 422,
      code: 'request/invalid',
      errors: [
        { pointer: '/username', detail: 'Chưa nhập tên đăng nhập' },
        { pointer: '/password', detail: expect.any(String) },
      ],
    });
  });
});
