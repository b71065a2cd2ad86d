import { createAccount } from '@vungmanh/contracts/identity/account';
import {
  changeStatus,
  correctMember,
  enterMember,
  grantExemption,
  recordWorkingAway,
  transferMember,
} from '@vungmanh/contracts/membership/member-change';
import { childrenOf } from '@vungmanh/contracts/organization/browse';
import { memberColumns, organizationColumns } from '@vungmanh/contracts/organization/import-sheet';
import { writeWorkbook } from '@vungmanh/documents/workbook/write';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../person.js';
import { importWorkbook } from '../village.js';
import type { Canaries } from './canaries.js';

const CELLS = 20;
const IN_A_CELL = 98;
const COMMUNE = '99.650';
const cellCode = (i: number): string => `${COMMUNE}.${String(i + 1).padStart(3, '0')}`;
const sheetText = (title: string) => ({ header: title, width: 20, kind: 'text' as const });

/** A name as people have them, with a canary as the given name. */
export const nameOf = (canaries: Canaries): string => {
  const word = canaries.word('name');
  return `Lò Văn ${word[0]?.toUpperCase()}${word.slice(1)}`;
};

/** Twenty cells of people who come in by a workbook, a canary in every field that takes one; answers the cells. */
export async function importPeople(officer: Person, provinceId: string, canaries: Canaries): Promise<{ communeId: string; cells: string[] }> {
  const organizations: Record<string, string>[] = [
    { code: COMMUNE, name: 'Đảng bộ xã Thử Dò', type: 'Đảng bộ cơ sở', parentCode: '99', establishedOn: '01/07/2025' },
    ...Array.from({ length: CELLS }, (_, i) => ({
      code: cellCode(i),
      name: `Chi bộ bản Thử Dò ${i + 1}`,
      type: 'CELL',
      parentCode: COMMUNE,
      sector: 'VILLAGE_RESIDENTIAL',
      establishedOn: '01/07/2025',
    })),
  ];
  const members = Array.from({ length: CELLS * IN_A_CELL }, (_, i): Record<string, string> => ({
    name: nameOf(canaries),
    cardNumber: canaries.number('cardNumber'),
    citizenNumber: canaries.number('citizenNumber'),
    birthDate: '15/05/1975',
    sex: i % 2 === 0 ? 'Nam' : 'Nữ',
    admittedOn: '03/02/1998',
    officialOn: '03/02/1999',
    cellCode: cellCode(i % CELLS),
    status: 'Chính thức',
    residence: `Chi bộ ${canaries.word('residence')}`,
    awayFrom: '01/01/2026',
    awayPlace: `Tỉnh ${canaries.word('away')}`,
  }));
  await importWorkbook(officer, provinceId, await workbookOf(organizations, members));
  const communes = await officer.do(childrenOf, { nodeId: provinceId, limit: 200 });
  const communeId = communes.items.find((n) => n.code === COMMUNE)?.id ?? '';
  const { items } = await officer.do(childrenOf, { nodeId: communeId, limit: 200 });
  return { communeId, cells: items.map((n) => n.id) };
}

export async function workbookOf(organizations: readonly Record<string, string>[], members: readonly Record<string, string>[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'vungmanh-canaries-'));
  try {
    const file = join(folder, 'x.xlsx');
    await writeWorkbook(file, [
      {
        name: 'Tổ chức đảng',
        columns: organizationColumns.map((c) => sheetText(c.title)),
        rows: organizations.map((o) => organizationColumns.map((c) => o[c.key])),
      },
      {
        name: 'Đảng viên',
        columns: memberColumns.map((c) => sheetText(c.title)),
        rows: members.map((m) => memberColumns.map((c) => m[c.key])),
      },
    ]);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** People entered one by one, and everything that is written down about them later. */
export async function enterPeople(officer: Person, cells: readonly string[], canaries: Canaries): Promise<string[]> {
  const [first = '', second = ''] = cells;
  const entered: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    const about = {
      name: nameOf(canaries),
      birthDate: '1980-01-01',
      sex: 'MALE' as const,
      cardNumber: canaries.number('cardNumber'),
      citizenNumber: canaries.number('citizenNumber'),
      phone: canaries.number('phone'),
      homeTown: `Xã ${canaries.word('homeTown')}`,
      residenceNote: `Chi bộ ${canaries.word('residence')}`,
    };
    const dates = { admittedOn: '2010-02-03', officialOn: '2011-02-03', enrolledOn: '2026-09-01' };
    const { id, version } = await officer.do(enterMember, { ...about, ...dates, nodeId: first, status: 'OFFICIAL' });
    entered.push(id);
    const reason = () => `Vì ${canaries.word('reasons')}`;
    const corrected = { personId: id, phone: canaries.number('phone'), homeTown: `Xã ${canaries.word('homeTown')}`, reason: reason() };
    let seen = await officer.do(correctMember, corrected, { version });
    if (i % 4 === 0) seen = await officer.do(grantExemption, { personId: id, from: '2026-09-05', reason: reason() }, seen);
    if (i % 4 === 1) {
      const away = { personId: id, from: '2026-09-05', place: `Tỉnh ${canaries.word('away')}`, reason: reason() };
      seen = await officer.do(recordWorkingAway, away, seen);
    }
    if (i % 4 === 2)
      seen = await officer.do(
        transferMember,
        { personId: id, toNodeId: second, from: '2026-09-10', letterNumber: canaries.word('membership') },
        seen,
      );
    if (i % 4 === 3) {
      const left = { personId: id, status: 'LEFT' as const, from: '2026-09-20', decision: canaries.word('membership'), reason: reason() };
      await officer.do(changeStatus, left, seen);
    }
  }
  return entered;
}

/** Accounts whose name, display name and password are canaries; answers how they sign in. */
export async function openAccounts(officer: Person, nodeId: string, canaries: Canaries): Promise<{ username: string; password: string }[]> {
  const opened: { username: string; password: string }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const account = { username: canaries.word('account'), password: canaries.word('password') };
    await officer.do(createAccount, {
      ...account,
      displayName: `Đồng chí ${canaries.word('account')}`,
      roleCode: 'CELL_SECRETARY',
      nodeId,
      below: false,
    });
    opened.push(account);
  }
  return opened;
}
