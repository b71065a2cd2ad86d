import { currentSession } from '@vungmanh/contracts/gateway/session';
import { fileURLToPath } from 'node:url';
import { foreignIn, textsIn } from '../src/served.js';
import { Person } from '../src/person.js';
import { referencesIn, tokensIn } from '../src/tokens.js';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));
const baseUrl = process.env['TEST_BASE_URL'] ?? '';

describe('what is served', () => {
  it('names no address but its own, in any file of the build', async () => {
    const texts = await textsIn(built);
    const foreign = texts.flatMap(({ name, text }) => foreignIn(text).map((found) => `${name}: ${found}`));
    expect(foreign).toEqual([]);
    expect(texts.filter(({ name }) => name.endsWith('.js')).length).toBeGreaterThan(20);
    expect(texts.some(({ name }) => name.startsWith('mau-nhap-du-lieu.xlsx:'))).toBe(true);
  });

  it('is what was built: the page loads from itself alone, and every file that it names is there', async () => {
    const response = await fetch(`${baseUrl}/`);
    const page = await response.text();
    expect(foreignIn(page)).toEqual([]);
    const named = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((address) => !/^\/(assets\/)?[\w.-]+$/.test(address))).toEqual([]);
    const answers = await Promise.all(named.map(async (address) => (await fetch(`${baseUrl}${address}`)).status));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it.each([
    ['an address', `fetch("https://thong-ke.example.vn/x")`],
    ['an address without a scheme', `<img src="//cdn.example.com/a.png">`],
    ['an address without a scheme in a style', `a{background:url(//cdn.example.com/a.png)}`],
    ['an address of a number', `new Image().src='http://203.0.113.9/p.gif'`],
    ['this very machine', '`http://localhost:9000/x`'],
    ['a socket', `new WebSocket('/live')`],
    ['a beacon', `navigator.sendBeacon('/x', data)`],
    ['a look into the cookies', `const all = document.cookie`],
    ['a picture inside a style', `a{background:url("data:image/png;base64,AAAA")}`],
    ['what only begins like a name', `import("https://react.dev.example.com/a.js")`],
  ])('would be found out with %s in it', (_what, text) => {
    expect(foreignIn(text)).toHaveLength(1);
  });

  it.each([`xmlns="http://www.w3.org/2000/svg"`, `a // b`, `/^\\/\\/i.test(e)`, `url(/assets/font.woff2)`, `fetch('/api/session')`])(
    'is not taken for foreign: %s',
    (text) => expect(foreignIn(text)).toEqual([]),
  );
});

describe('tokens', () => {
  it('stand in no answer: whoever asks in a journey fails when one does', async () => {
    const person = await Person.signedIn('canbo.tinh');
    const [reference = ''] = referencesIn(person.sessionCookie);
    expect(reference).toMatch(/^[\w-]{43}$/);
    const { text, headers } = await person.send(currentSession, {});
    expect(tokensIn(JSON.stringify([text, headers]), [reference])).toEqual([]);
    // What the journeys look with finds what they look for.
    const signed = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjYW5iby50aW5oIn0.c2lnbmF0dXJl';
    expect(tokensIn(`{"actor":"${signed}"}`, [])).toEqual(['a signed token']);
    expect(tokensIn(`{"session":"${reference}"}`, [reference])).toEqual(['the reference of a session']);
    expect(referencesIn(`device=x; __Host-session=${reference}`)).toEqual([reference]);
  });
});
