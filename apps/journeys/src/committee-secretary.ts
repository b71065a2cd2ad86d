import { createAccount } from '@vungmanh/contracts/identity/account';
import { programChoices } from '@vungmanh/contracts/inspection/program';
import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { Person } from './person.js';
import type { Village, Villager } from './village.js';

/** Elects somebody secretary of the commune's committee, gives them an account and signs them in. */
export async function committeeSecretaryOf({ commune }: Village, elected: Villager, username: string): Promise<Person> {
  const province = await Person.signedIn('canbo.tinh');
  const body = (await province.do(committeesOf, { nodeId: commune.id })).items.find((one) => one.kind === 'COMMITTEE');
  if (!body) throw new Error('The commune has no committee');
  const seats = [{ personId: elected.id, post: 'SECRETARY' as const, origin: 'ELECTED' as const }];
  await province.do(openTerm, { bodyId: body.bodyId, number: '2025-2030', from: '2025-08-01', seats });
  const account = { username, password: 'Vungmanh@2026', displayName: elected.name, personId: elected.id };
  await province.doOnceKnown(createAccount, { ...account, roleCode: 'COMMITTEE_OFFICER', nodeId: commune.id, below: true });
  const person = await Person.signedIn(username);
  await person.doOnceKnown(programChoices, { nodeId: commune.id, year: 2026 });
  return person;
}
