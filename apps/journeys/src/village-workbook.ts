import { memberColumns, organizationColumns } from '@vungmanh/contracts/organization/import-sheet';
import { writeWorkbook } from '@vungmanh/documents/workbook/write';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Wanted {
  /** Digits that keep the codes and numbers of one journey apart from another's. */
  number: string;
  official: number;
  probationary: number;
  /** First day of the cell's term; before every meeting of the journey. */
  termFrom: string;
}

const families = ['Lò', 'Vi', 'Hà', 'Lương', 'Ngân'];
const givenNames = 'An Bình Chiến Dung Đào Giang Hòa Hương Khánh Lan Minh Nga Oanh Phúc Quân Sơn Thắm Tuyết Uyên Vân Xuân Yến'.split(' ');
const name = (i: number): string => `${families[i % families.length]} Mô Phỏng ${givenNames[i % givenNames.length]}`;
const text = (title: string) => ({ header: title, width: 20, kind: 'text' as const });

/** Codes of the commune and of its cell. */
export const codesOf = (number: string) => ({ communeCode: `99.${number}`, cellCode: `99.${number}.001` });

/** The workbook with which the commune, the cell and its members come in; the same for the same wish. */
export async function villageWorkbook({ number, official, probationary }: Wanted): Promise<Buffer> {
  const { communeCode, cellCode } = codesOf(number);
  const organizations: Record<string, string>[] = [
    { code: communeCode, name: `Đảng bộ xã Mô Phỏng ${number}`, type: 'Đảng bộ cơ sở', parentCode: '99', establishedOn: '01/07/2025' },
    {
      code: cellCode,
      name: `Chi bộ bản Mô Phỏng ${number}`,
      type: 'CELL',
      parentCode: communeCode,
      sector: 'VILLAGE_RESIDENTIAL',
      establishedOn: '01/07/2025',
    },
  ];
  const members = Array.from({ length: official + probationary }, (_, i): Record<string, string> => ({
    name: name(i),
    cardNumber: `98${number}${String(i).padStart(3, '0')}`,
    citizenNumber: `998${number.padStart(5, '0')}${String(i).padStart(4, '0')}`,
    birthDate: '15/05/1975',
    admittedOn: i < official ? `03/02/${1998 + (i % 20)}` : '01/06/2026',
    ...(i < official ? { officialOn: `03/02/${1999 + (i % 20)}` } : {}),
    cellCode,
    status: i < official ? 'Chính thức' : 'Dự bị',
  }));
  const folder = await mkdtemp(join(tmpdir(), 'vungmanh-village-'));
  const file = join(folder, 'village.xlsx');
  await writeWorkbook(file, [
    {
      name: 'Tổ chức đảng',
      columns: organizationColumns.map((c) => text(c.title)),
      rows: organizations.map((o) => organizationColumns.map((c) => o[c.key])),
    },
    { name: 'Đảng viên', columns: memberColumns.map((c) => text(c.title)), rows: members.map((m) => memberColumns.map((c) => m[c.key])) },
  ]);
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}
