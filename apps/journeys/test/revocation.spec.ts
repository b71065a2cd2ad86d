import { createAccount, disableAccount, listAccounts } from '@vungmanh/contracts/identity/account';
import { endGrant } from '@vungmanh/contracts/identity/role';
import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { listMembers } from '@vungmanh/contracts/membership/member';
import type { Query } from '@vungmanh/contracts/operation';
import { childrenOf } from '@vungmanh/contracts/organization/browse';
import { Person } from '../src/person.js';
import { eventually } from '../src/time.js';

const WITHIN_MS = 5000;
const password = 'Vungmanh@2026';
const nodeId = process.env['TEST_PROVINCE_ID'] ?? '';

/** One question to every service that judges grants. */
const asked: readonly [service: string, contract: Query, input: object][] = [
  ['organization', childrenOf, { nodeId }],
  ['membership', listMembers, { nodeId }],
  ['meetings', listMeetings, { nodeId }],
  ['identity', listAccounts, {}],
];

let officer: Person;
let number = 0;

/** Somebody new with a role below the province that one person may give, known to every service that it opens. */
async function deputy(roleCode = 'COMMITTEE_OFFICER') {
  number += 1;
  const username = `thay.${process.pid}-${number}`;
  const account = await officer.do(createAccount, {
    username,
    password,
    displayName: 'Người thay',
    roleCode,
    nodeId,
    below: true,
  });
  const person = await Person.signedIn(username);
  const opens = asked.filter(([service]) => (service === 'identity') === (roleCode === 'ACCOUNT_OFFICER'));
  for (const [, contract, input] of opens) await person.doOnceKnown(contract, input);
  return { account, person };
}

/** Milliseconds from just before an act until something is refused. */
async function until(act: () => Promise<unknown>, refused: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  await act();
  await eventually(refused, (is) => is, 3 * WITHIN_MS);
  return performance.now() - start;
}

beforeAll(async () => {
  officer = await Person.signedIn('canbo.tinh');
});

it('an account that is closed is out within five seconds, and stays out', async () => {
  const { account, person } = await deputy();
  // The person's browser tries to sign in again after a 401, and is refused that too.
  const out = () =>
    person.session().then(
      () => false,
      (error: Error) => error.message.includes('identity/sign-in-refused'),
    );
  const close = () => officer.do(disableAccount, { accountId: account.id, reason: 'thôi việc' }, { version: account.version });
  expect(await until(close, out)).toBeLessThan(WITHIN_MS);
  expect(await out()).toBe(true);
});

it.each(asked)('a grant that is ended opens nothing of %s after five seconds', async (service, contract, input) => {
  const { account, person } = await deputy(service === 'identity' ? 'ACCOUNT_OFFICER' : 'COMMITTEE_OFFICER');
  const [grant] = account.grants;
  const end = () => officer.do(endGrant, { grantId: grant?.id ?? '', reason: 'hết nhiệm vụ' }, { version: grant?.version ?? 0 });
  const closed = async () => [403, 404].includes((await person.send(contract, input)).status);
  expect(await until(end, closed)).toBeLessThan(WITHIN_MS);
  expect(await closed()).toBe(true);
  await expect(person.session()).resolves.toMatchObject({ grants: [] });
});
