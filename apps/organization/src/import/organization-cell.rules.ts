import type { Sector } from '@vungmanh/contracts/organization/node-type';
import { searchText } from '@vungmanh/contracts/text';

/** true, false, null where nothing is written, undefined for anything that is neither yes nor no. */
export function readSeal(written: string): boolean | null | undefined {
  const text = searchText(written);
  if (text === '') return null;
  if (['co', 'x', '1', 'true', 'yes'].includes(text)) return true;
  if (['khong', '0', 'false', 'no'].includes(text)) return false;
  return undefined;
}

/** The code of the sector that a person means by its code or label; one word of a label that says several is enough. */
export function readSector(written: string, sectors: readonly Sector[]): string | undefined {
  const text = searchText(written);
  if (text === '') return undefined;
  const exact = sectors.find((s) => s.code.toLowerCase() === text || searchText(s.label) === text);
  return (exact ?? sectors.find((s) => searchText(s.label).split(', ').includes(text)))?.code;
}
