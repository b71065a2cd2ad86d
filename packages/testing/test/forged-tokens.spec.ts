import { ActorTokens } from '@vungmanh/platform/actor/token';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { createHmac, createPrivateKey, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellNode, committeeNode, grantAt } from '../src/given.js';
import { World } from '../src/world.js';
import { echo, noteService } from './note.fixture.js';

const commune = committeeNode('Đảng bộ xã A');
const cell = cellNode('Chi bộ thôn 1', commune);
const NOW = '2026-03-02T02:00:00Z';
const now = Date.parse(NOW) / 1000;

let world: World;
let keys: Record<'gateway' | 'meetings' | 'stranger', KeyObject>;
let gatewayPublic: Record<string, string>;
let jwks: string;

beforeAll(async () => {
  world = await World.start(noteService, { nodes: [commune, cell], grants: [grantAt(commune, 'officer')], now: NOW });
  const own = async (service: string) =>
    createPrivateKey({ key: JSON.parse(await readFile(join(world.keysDir, `${service}.private.json`), 'utf8')), format: 'jwk' });
  keys = { gateway: await own('gateway'), meetings: await own('meetings'), stranger: generateKeyPairSync('ed25519').privateKey };
  jwks = await readFile(join(world.keysDir, 'public.jwks.json'), 'utf8');
  gatewayPublic = JSON.parse(jwks).keys.find((k: { kid: string }) => k.kid === 'gateway');
}, 30_000);
afterAll(() => world.stop());

type Part = Record<string, unknown>;
const encoded = (part: Part | string): string => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const header = { alg: 'EdDSA', kid: 'gateway' };
const claims = { sub: 'officer', iss: 'gateway', aud: 'vungmanh', iat: now, exp: now + 60, sid: 'session-officer' };

const signed = (head: Part | string, body: Part | string, key: KeyObject): string => {
  const bytes = `${encoded(head)}.${encoded(body)}`;
  return `${bytes}.${signBytes(null, Buffer.from(bytes), key).toString('base64url')}`;
};
/** The token that the gateway would sign, with something else in it. */
const withClaims = (more: Part): string => signed(header, { ...claims, ...more }, keys.gateway);
const withHeader = (more: Part): string => signed({ ...header, ...more }, claims, keys.gateway);
const without = (name: keyof typeof claims): string =>
  signed(header, Object.fromEntries(Object.entries(claims).filter(([k]) => k !== name)), keys.gateway);
const good = (): string => withClaims({});
/** Somebody who takes a public key for a shared secret, and hopes that we do too. */
const hmac = (secret: string | Buffer, alg = 'HS256'): string => {
  const bytes = `${encoded({ ...header, alg })}.${encoded(claims)}`;
  return `${bytes}.${createHmac(alg === 'HS512' ? 'sha512' : 'sha256', secret)
    .update(bytes)
    .digest('base64url')}`;
};
const unsigned = (alg: string, signature = ''): string => `${encoded({ ...header, alg })}.${encoded(claims)}.${signature}`;
const parts = (token: string): [string, string, string] => {
  const [a = '', b = '', c = ''] = token.split('.');
  return [a, b, c];
};
const foreign = (alg: 'RS256' | 'ES256' | 'PS256'): string => {
  const { privateKey } = alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const bytes = `${encoded({ ...header, alg })}.${encoded(claims)}`;
  return `${bytes}.${signBytes('sha256', Buffer.from(bytes), privateKey).toString('base64url')}`;
};
const strangersJwk = (): Part => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  keys.stranger = privateKey;
  return { ...publicKey.export({ format: 'jwk' }) };
};

/** Every way of being somebody else that is known of such tokens (RFC 8725), and those that are ours. */
const forgeries: Readonly<Record<string, () => string>> = {
  // The algorithm.
  'alg none': () => unsigned('none'),
  'alg None': () => unsigned('None'),
  'alg NONE with a signature': () => unsigned('NONE', parts(good())[2]),
  'alg empty': () => unsigned(''),
  'alg none, the signature of the real one': () => unsigned('none', parts(good())[2]),
  'alg taken out': () => signed({ kid: 'gateway' }, claims, keys.gateway),
  'alg a list': () => signed({ ...header, alg: ['EdDSA', 'none'] }, claims, keys.gateway),
  'HS256 with the set of public keys as secret': () => hmac(jwks),
  'HS256 with the public key as secret': () => hmac(Buffer.from(gatewayPublic['x'] ?? '', 'base64url')),
  'HS256 with the public key’s text as secret': () => hmac(gatewayPublic['x'] ?? ''),
  'HS512 with the public key as secret': () => hmac(JSON.stringify(gatewayPublic), 'HS512'),
  'HS256 with an empty secret': () => hmac(''),
  RS256: () => foreign('RS256'),
  PS256: () => foreign('PS256'),
  ES256: () => foreign('ES256'),
  // The key.
  'a stranger’s key under our name': () => signed(header, claims, keys.stranger),
  'a stranger’s key brought along as jwk': () => {
    const jwk = strangersJwk();
    return signed({ ...header, jwk }, claims, keys.stranger);
  },
  'a stranger’s key by jku': () => signed({ ...header, jku: 'http://127.0.0.1:1/keys.json' }, claims, keys.stranger),
  'a stranger’s key by x5u': () => signed({ ...header, x5u: 'http://127.0.0.1:1/key.pem' }, claims, keys.stranger),
  'a stranger’s key by x5c': () => signed({ ...header, x5c: ['MIIB'] }, claims, keys.stranger),
  'kid of nobody': () => signed({ ...header, kid: 'nobody' }, claims, keys.stranger),
  'kid of another service': () => withHeader({ kid: 'meetings' }),
  'kid that is a path': () => signed({ ...header, kid: '../../../../dev/null' }, claims, keys.stranger),
  'kid that is a path, HS256 with what lies there': () => {
    const bytes = `${encoded({ alg: 'HS256', kid: '../../../../dev/null' })}.${encoded(claims)}`;
    return `${bytes}.${createHmac('sha256', '').update(bytes).digest('base64url')}`;
  },
  'kid that is SQL': () => signed({ ...header, kid: "x' union select 'secret" }, claims, keys.stranger),
  'kid that is a prototype’s': () => signed({ ...header, kid: '__proto__' }, claims, keys.stranger),
  'kid that is a number': () => signed({ ...header, kid: 0 }, claims, keys.stranger),
  'kid left out': () => signed({ alg: 'EdDSA' }, claims, keys.gateway),
  'a critical extension that we do not know': () => withHeader({ crit: ['exp2'], exp2: now }),
  'an unencoded payload': () => withHeader({ crit: ['b64'], b64: false }),
  // Who speaks for whom.
  'a person, signed by a service': () => signed({ alg: 'EdDSA', kid: 'meetings' }, { ...claims, iss: 'meetings' }, keys.meetings),
  'a person, signed by a service in the gateway’s name': () => signed({ alg: 'EdDSA', kid: 'meetings' }, claims, keys.meetings),
  'a service, signed by another': () =>
    signed({ alg: 'EdDSA', kid: 'meetings' }, { ...claims, iss: 'meetings', sub: 'service:identity' }, keys.meetings),
  'a service that the gateway is not': () => withClaims({ sub: 'service:identity' }),
  'an issuer that is none of ours': () => withClaims({ iss: 'keycloak' }),
  'an issuer that is a list': () => withClaims({ iss: ['gateway'] }),
  // For whom and when.
  'another audience': () => withClaims({ aud: 'another' }),
  'audiences without ours': () => withClaims({ aud: ['another', 'vungmanh2'] }),
  'an empty audience': () => withClaims({ aud: '' }),
  'no audience': () => without('aud'),
  'no subject': () => without('sub'),
  'no issuer': () => without('iss'),
  'no end': () => without('exp'),
  'an end in the past': () => withClaims({ iat: now - 120, exp: now - 1 }),
  'an end this very second': () => withClaims({ exp: now }),
  'an end that is text': () => withClaims({ exp: String(now + 60) }),
  'an end that is never': () => signed(header, JSON.stringify(claims).replace(String(now + 60), '1e999'), keys.gateway),
  'not yet begun': () => withClaims({ nbf: now + 3600 }),
  'a subject that is no text': () => withClaims({ sub: { id: 'officer' } }),
  // The form.
  'another payload under a good signature': () => {
    const [head, , signature] = parts(good());
    return `${head}.${encoded({ ...claims, sub: 'chief' })}.${signature}`;
  },
  'a signature cut short': () => good().slice(0, -8),
  'a signature with a bit turned': () => {
    const [head, body, signature] = parts(good());
    const bytes = Buffer.from(signature, 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return `${head}.${body}.${bytes.toString('base64url')}`;
  },
  'a signature left out': () => parts(good()).slice(0, 2).join('.'),
  'two signatures': () => `${good()}.${parts(good())[2]}`,
  'JSON instead of dots': () =>
    JSON.stringify({ payload: parts(good())[1], signatures: [{ protected: parts(good())[0], signature: parts(good())[2] }] }),
  'an encrypted token’s five parts': () => `${parts(good())[0]}....`,
  'a payload that is no JSON': () => signed(header, 'officer', keys.gateway),
  'a payload that is a list': () => signed(header, '[]', keys.gateway),
  'a header that is no JSON': () => signed('EdDSA', claims, keys.gateway),
  'a word before it': () => `Bearer ${good()}`,
  'a space behind it': () => `${good()} x`,
  'only dots': () => '..',
  'a very long one': () => `${'a'.repeat(20_000)}.e30.x`,
  'the name of an account': () => 'officer',
};

const asked = (actor: string) => world.rpc.call(echo, { text: 'a' }, { actor });

it('a token as the gateway signs it is good: what is refused below is refused for what is wrong in it', async () => {
  await expect(asked(good())).resolves.toEqual({ text: 'a' });
  await expect(asked(withClaims({ aud: ['another', 'vungmanh'] }))).resolves.toEqual({ text: 'a' });
});

it('there are more than forty ways to forge one', () => {
  expect(Object.keys(forgeries).length).toBeGreaterThan(40);
});

it.each(Object.entries(forgeries))('past the gateway: %s is nobody', async (_name, forge) => {
  await expect(asked(forge())).rejects.toMatchObject({ kind: 'unauthenticated', code: 'request/unauthenticated' });
});

it('a good one is worth nothing a minute later, although it was known to be good', async () => {
  const token = good();
  await expect(asked(token)).resolves.toEqual({ text: 'a' });
  world.clock.set('2026-03-02T02:01:01Z');
  await expect(asked(token)).rejects.toMatchObject({ code: 'request/unauthenticated' });
  world.clock.set(NOW);
});

it('one that another installation has signed is nobody here, under the same names', async () => {
  const elsewhere = await World.start(noteService, { now: NOW });
  const tokens = new ActorTokens(await readKeys(elsewhere.keysDir, 'gateway'), 'gateway', world.clock);
  const token = await tokens.forPerson({ id: 'officer' });
  // It shares this one's broker and would answer for it.
  await elsewhere.stop();
  await expect(asked(token)).rejects.toMatchObject({ code: 'request/unauthenticated' });
});
