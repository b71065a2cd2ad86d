import type { Member } from '@vungmanh/contracts/membership/member';

const keys = ['name', 'birthDate', 'sex', 'cardNumber', 'citizenNumber', 'phone', 'homeTown', 'residenceNote', 'admittedOn'] as const;
type About = Partial<Pick<Member, (typeof keys)[number]>>;

/** A number of which only the last digits are shown is not one that could be typed again. */
const hidden = (value: string): boolean => value.includes('•');

/** What can be corrected of a record, as it stands; what the person may not see whole is left out. */
export function aboutOf(member: Member): About {
  return Object.fromEntries(keys.map((key) => [key, member[key]]).filter(([, value]) => value !== undefined && !hidden(String(value))));
}

/** Only what is different from the start. */
export function changesOf(start: About, now: About): About {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== start[key as keyof About]));
}
