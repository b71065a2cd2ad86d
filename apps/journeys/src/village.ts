import { createAccount } from '@vungmanh/contracts/identity/account';
import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { confirmImport, getImport, startImport } from '@vungmanh/contracts/organization/import';
import { memberColumns, organizationColumns } from '@vungmanh/contracts/organization/import-sheet';
import { childrenOf, type TreeLine } from '@vungmanh/contracts/organization/browse';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { writeWorkbook } from '@vungmanh/documents/workbook/write';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Person } from './person.js';
import { eventually } from './time.js';

export interface Villager {
  id: string;
  name: string;
}

/** A cell of a journey with the people who lead it and their accounts. */
export interface Village {
  commune: TreeLine;
  cell: TreeLine;
  bodyId: string;
  secretary: Villager;
  minuteTaker: Villager;
  members: Villager[];
  /** Account names: `<prefix>.bithu`, `.thuky`, `.dangvien`, `.xa`. */
  accounts: { secretary: string; minuteTaker: string; member: string; officer: string };
}

interface Wanted {
  /** Digits that keep the codes and numbers of one journey apart from another's. */
  number: string;
  official: number;
  probationary: number;
  /** First day of the cell's term; before every meeting of the journey. */
  termFrom: string;
}

const name = (i: number): string => `Nguyễn Thị Mô Phỏng ${String.fromCharCode(65 + (i % 26))}${Math.floor(i / 26) || ''}`;
const text = (title: string) => ({ header: title, width: 20, kind: 'text' as const });

/** A commune with one village cell, brought in by a workbook, staffed, and with an account for each kind of person. */
export async function foundVillage({ number, official, probationary, termFrom }: Wanted): Promise<Village> {
  const officer = await Person.signedIn('canbo.tinh');
  const provinceId = process.env['TEST_PROVINCE_ID'] ?? '';
  const [communeCode, cellCode] = [`99.${number}`, `99.${number}.001`];
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
  const file = join(process.env['TEST_DATA_DIR'] ?? '', `village-${number}.xlsx`);
  await writeWorkbook(file, [
    {
      name: 'Tổ chức đảng',
      columns: organizationColumns.map((c) => text(c.title)),
      rows: organizations.map((o) => organizationColumns.map((c) => o[c.key])),
    },
    { name: 'Đảng viên', columns: memberColumns.map((c) => text(c.title)), rows: members.map((m) => memberColumns.map((c) => m[c.key])) },
  ]);
  await importWorkbook(officer, provinceId, await readFile(file));

  const communes = await officer.do(childrenOf, { nodeId: provinceId, limit: 200 });
  const commune = communes.items.find((n) => n.code === communeCode);
  if (!commune) throw new Error(`${communeCode} did not come in`);
  const [cell] = (await officer.do(childrenOf, { nodeId: commune.id })).items;
  if (!cell) throw new Error(`${cellCode} did not come in`);
  const roster = await eventually(
    () => officer.do(rosterOf, { nodeId: cell.id }),
    (r) => r.items.length === members.length,
  );
  const led = roster.items.filter((m) => m.status === 'OFFICIAL');
  const [secretary, minuteTaker, plain] = led;
  if (!secretary || !minuteTaker) throw new Error('Too few members to lead the cell');
  const body = (await officer.do(committeesOf, { nodeId: cell.id })).items.find((b) => b.kind === 'CELL');
  if (!body) throw new Error('The cell has no body');
  await officer.do(openTerm, {
    bodyId: body.bodyId,
    number: '2025-2030',
    from: termFrom,
    seats: [{ personId: secretary.id, post: 'SECRETARY', origin: 'ELECTED' }],
  });

  const account = async (suffix: string, roleCode: string, nodeId: string, person?: Villager, below = false) => {
    const username = `${suffix}.${number}`;
    await officer.do(createAccount, {
      username,
      password: 'Vungmanh@2026',
      displayName: person?.name ?? 'Cán bộ Đảng ủy xã',
      ...(person ? { personId: person.id } : {}),
      roleCode,
      nodeId,
      below,
    });
    return username;
  };
  return {
    commune,
    cell,
    bodyId: body.bodyId,
    secretary,
    minuteTaker,
    members: roster.items.map(({ id, name: called }) => ({ id, name: called })),
    accounts: {
      secretary: await account('bithu', 'CELL_SECRETARY', cell.id, secretary),
      minuteTaker: await account('thuky', 'MINUTE_TAKER', cell.id, minuteTaker),
      member: plain ? await account('dangvien', 'MEMBER', cell.id, plain) : '',
      officer: await account('xa', 'COMMITTEE_OFFICER', commune.id, undefined, true),
    },
  };
}

/** Uploads, waits for the preview, confirms and waits for the end. */
export async function importWorkbook(person: Person, nodeId: string, bytes: Buffer) {
  const fileId = await person.upload(bytes);
  const started = await person.do(startImport, { nodeId, fileId, fileName: 'danh-sach.xlsx' });
  const checked = await eventually(
    () => person.do(getImport, { importId: started.id }),
    (i) => !['READING', 'CHECKING'].includes(i.state),
    30_000,
  );
  if (checked.state !== 'READY') throw new Error(`The import stands at ${checked.state}: ${checked.trouble ?? ''}`);
  await person.do(confirmImport, { importId: started.id, sheets: ['ORGANIZATIONS', 'MEMBERS'] }, { version: checked.version });
  return eventually(
    () => person.do(getImport, { importId: started.id }),
    (i) => i.state === 'DONE',
    30_000,
  );
}
