import { listAccounts } from '@vungmanh/contracts/identity/account';
import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { establishNode } from '@vungmanh/contracts/organization/node';
import type { Person } from '../person.js';
import type { Parents } from './oracle.js';

/** The day from which everything of the matrix stands: before the first day of every journey. */
export const DAY = '2026-08-01';

/** What the name of every organization of the matrix holds, for the search. */
export const NAMED = 'Tổ chức ma trận';

/** Two communes, two cells in the one and one in the other, by how they lie to the first. */
export type PlaceName = 'province' | 'commune' | 'beside' | 'cell' | 'nextCell' | 'elsewhere';

export interface Places {
  readonly nodes: Readonly<Record<PlaceName, string>>;
  readonly parents: Parents;
}

export const CELLS = ['cell', 'nextCell', 'elsewhere'] as const;

/** Founds them, and waits until every service knows them. */
export async function foundPlaces(officer: Person, provinceId: string): Promise<Places> {
  const establish = async (parentId: string, typeCode: string, code: string): Promise<string> => {
    const sector = typeCode === 'CELL' ? { sector: 'VILLAGE_RESIDENTIAL' } : {};
    return (await officer.do(establishNode, { parentId, typeCode, code, name: `${NAMED} ${code}`, establishedOn: DAY, ...sector })).id;
  };
  const commune = await establish(provinceId, 'GRASSROOTS_COMMITTEE', '99.801');
  const beside = await establish(provinceId, 'GRASSROOTS_COMMITTEE', '99.802');
  const cell = await establish(commune, 'CELL', '99.801.001');
  const nextCell = await establish(commune, 'CELL', '99.801.002');
  const elsewhere = await establish(beside, 'CELL', '99.802.001');
  for (const nodeId of [commune, beside, cell, nextCell, elsewhere]) {
    for (const contract of [listMeetings, listMembers]) await officer.doOnceKnown(contract, { nodeId });
  }
  const parents = new Map<string, string | undefined>([
    [provinceId, undefined],
    [commune, provinceId],
    [beside, provinceId],
    [cell, commune],
    [nextCell, commune],
    [elsewhere, beside],
  ]);
  return { nodes: { province: provinceId, commune, beside, cell, nextCell, elsewhere }, parents };
}

/** The account of the first officer, who sets everything up. */
export async function accountOf(officer: Person, username: string): Promise<string> {
  const { items } = await officer.do(listAccounts, { search: username });
  const [account] = items;
  if (!account) throw new Error(`${username} has no account`);
  return account.id;
}
