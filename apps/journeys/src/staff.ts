import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { Person } from './person.js';
import type { Village } from './village.js';

/** The people of a village, signed in. */
export interface Staff {
  secretary: Person;
  minuteTaker: Person;
  member: Person;
  officer: Person;
}

/** Signs everybody in and waits until every service knows what they may do. */
export async function staffOf({ accounts, cell }: Village): Promise<Staff> {
  const working = async (username: string): Promise<Person> => {
    const person = await Person.signedIn(username);
    for (const contract of [listMeetings, listMembers]) await person.doOnceKnown(contract, { nodeId: cell.id });
    return person;
  };
  const [secretary, minuteTaker, officer] = await Promise.all([accounts.secretary, accounts.minuteTaker, accounts.officer].map(working));
  if (!secretary || !minuteTaker || !officer) throw new Error('The village has no staff');
  return { secretary, minuteTaker, officer, member: accounts.member === '' ? minuteTaker : await Person.signedIn(accounts.member) };
}
