import { countMembers, getMember, listMembers, myRecord, rosterOf } from '@vungmanh/contracts/membership/member';

/** What shows something else after any command on a member. */
export const memberViews = [getMember, listMembers, countMembers, rosterOf, myRecord] as const;
