import { accept } from '@vungmanh/contracts/gateway/session';
import { createAccount } from '@vungmanh/contracts/identity/account';
import { Connected } from '@vungmanh/testing/connected';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TOTP } from 'otpauth';
import { Person } from '../src/person.js';
import { clockAheadMs } from '../src/time.js';

const program = fileURLToPath(new URL('../../../infra/local/invite.mjs', import.meta.url));
const baseUrl = process.env['TEST_BASE_URL'] ?? '';
const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';
const OWN = 'bốn từ chẳng liên quan';

/** Runs it as somebody at a terminal would; `typed` answers what it has printed so far, or undefined while nothing is asked. */
async function invite(options: Record<string, string>, typed: (printed: string) => string | undefined = () => undefined) {
  const given = Object.entries({ address: baseUrl, officer: 'canbo.tinh', ...options }).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [program, ...given], { env: { ...process.env, VUNGMANH_PASSWORD: 'Vungmanh@2026' } });
  let printed = '';
  let wrong = '';
  child.stderr.on('data', (bytes: Buffer) => (wrong += bytes.toString('utf8')));
  child.stdout.on('data', (bytes: Buffer) => {
    printed += bytes.toString('utf8');
    const answer = typed(printed);
    if (answer !== undefined) child.stdin.write(`${answer}\n`);
  });
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exit, printed, wrong, code: /Mã mời:\s+(\S+)/.exec(printed)?.[1] ?? '' };
}

const accepts = (username: string, code: string) => new Person().send(accept, { username, code, password: OWN });

describe('npm run invite', () => {
  const username = `loi.moi-${process.pid}`;

  it('opens an account and prints its invitation, by which the person gets in with a password of their own', async () => {
    const made = await invite({ user: username, name: 'Người được mời bằng lệnh', role: 'MEMBER', organization: '99' });
    expect(made).toMatchObject({ exit: 0, wrong: '' });
    expect(made.printed).toContain(`${baseUrl}/invitation`);
    expect(made.printed).toMatch(/Dùng được đến: .*\d{4}/);
    expect((await accepts(username, made.code)).status).toBe(200);
    const person = await Person.signedIn(username, undefined, OWN);
    expect(await person.session()).toMatchObject({
      displayName: 'Người được mời bằng lệnh',
      grants: [{ nodeId, below: false, role: { code: 'MEMBER' } }],
    });
  });

  it('makes another for an account that exists; the one before is void', async () => {
    const [first, second] = [await invite({ user: username }), await invite({ user: username })];
    expect((await accepts(username, first.code)).body).toMatchObject({ code: 'identity/invitation-wrong' });
    expect((await accepts(username, second.code)).status).toBe(200);
  });

  it('says what is missing or refused, and ends as a failure', async () => {
    const other = `khac.${process.pid}`;
    expect(await invite({})).toMatchObject({ exit: 1, wrong: expect.stringContaining('--user=') });
    expect(await invite({ user: other, role: 'MEMBER' })).toMatchObject({ exit: 1, wrong: expect.stringContaining('--name=…, --organization=…') });
    const whole = { user: other, name: 'Khác', role: 'MEMBER', organization: '99' };
    expect(await invite({ ...whole, organization: '99.000' })).toMatchObject({ exit: 1, wrong: expect.stringContaining('99.000') });
    expect(await invite({ ...whole, role: 'KING' })).toMatchObject({ exit: 1, wrong: expect.stringContaining('identity/role-unknown') });
    expect(await invite({ ...whole, role: 'PROVINCIAL_OFFICER' })).toMatchObject({ exit: 1, wrong: expect.stringContaining('identity/four-eyes') });
    expect(await invite({ ...whole, officer: 'khong.co' })).toMatchObject({ exit: 1, wrong: expect.stringContaining('identity/sign-in-refused') });
  });

  it('sets up the app of an officer who has none yet, where nobody is simulated', async () => {
    const officer = `quanly.${process.pid}`;
    const account = { password: 'Vungmanh@2026', displayName: 'Cán bộ quản lý tài khoản', roleCode: 'ACCOUNT_OFFICER', nodeId, below: true };
    await (await Person.signedIn('canbo.tinh')).do(createAccount, { username: officer, ...account });
    const urls: { service: string; app: string }[] = JSON.parse(process.env['TEST_ROLE_URLS'] ?? '[]');
    const url = urls.find(({ service }) => service === 'identity')?.app ?? '';
    await Connected.as(url, (client) => client.rows('delete from simulated_data'));
    try {
      let asked = false;
      const made = await invite({ officer, user: username }, (printed) => {
        const secret = /^ {2}((?:[A-Z2-7]{4} ?)+)$/m.exec(printed)?.[1]?.replaceAll(' ', '');
        if (asked || secret === undefined || !printed.includes('6 chữ số')) return undefined;
        asked = true;
        return new TOTP({ secret }).generate({ timestamp: Date.now() + clockAheadMs() });
      });
      expect(made).toMatchObject({ exit: 0, wrong: '' });
      expect(made.printed.match(/^ {2}[2-9A-Z]{5}-[2-9A-Z]{5}$/gm)).toHaveLength(10);
      expect(made.code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    } finally {
      await Connected.as(url, (client) => client.rows('insert into simulated_data default values'));
    }
  });
});
