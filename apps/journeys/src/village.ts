import { createAccount } from '@vungmanh/contracts/identity/account';
import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { confirmImport, getImport, importRows, startImport } from '@vungmanh/contracts/organization/import';
import { childrenOf, type TreeLine } from '@vungmanh/contracts/organization/browse';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { Person } from './person.js';
import { eventually } from './time.js';
import { codesOf, villageWorkbook, type Wanted } from './village-workbook.js';

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
  /** A member with an account and no office; absent in a cell of two. */
  plain: Villager | undefined;
  members: Villager[];
  /** Account names: `<prefix>.bithu`, `.thuky`, `.dangvien`, `.xa`. */
  accounts: { secretary: string; minuteTaker: string; member: string; officer: string };
}

/** A running platform with its province. */
interface Where {
  baseUrl: string;
  provinceId: string;
}

const ourPlatform = (): Where => ({ baseUrl: process.env['TEST_BASE_URL'] ?? '', provinceId: process.env['TEST_PROVINCE_ID'] ?? '' });

/** A commune with one village cell, brought in by a workbook, staffed, and with an account for each kind of person. */
export async function foundVillage(wanted: Wanted, where: Where = ourPlatform()): Promise<Village> {
  const { number, termFrom } = wanted;
  const { provinceId, baseUrl } = where;
  const officer = await Person.signedIn('canbo.tinh', baseUrl);
  const { communeCode, cellCode } = codesOf(number);
  await importWorkbook(officer, provinceId, await villageWorkbook(wanted));

  const communes = await officer.do(childrenOf, { nodeId: provinceId, limit: 200 });
  const commune = communes.items.find((n) => n.code === communeCode);
  if (!commune) throw new Error(`${communeCode} did not come in`);
  const [cell] = (await officer.do(childrenOf, { nodeId: commune.id })).items;
  if (!cell) throw new Error(`${cellCode} did not come in`);
  const roster = await eventually(
    () => officer.doOnceKnown(rosterOf, { nodeId: cell.id }),
    (r) => r.items.length === wanted.official + wanted.probationary,
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

  const account = async (suffix: string, grant: { roleCode: string; nodeId: string; below?: boolean }, person?: Villager) => {
    const username = `${suffix}.${number}`;
    await officer.doOnceKnown(createAccount, {
      username,
      password: 'Vungmanh@2026',
      displayName: person?.name ?? 'Cán bộ Đảng ủy xã',
      ...(person ? { personId: person.id } : {}),
      below: false,
      ...grant,
    });
    return username;
  };
  const nodeId = cell.id;
  return {
    commune,
    cell,
    bodyId: body.bodyId,
    secretary,
    minuteTaker,
    plain,
    members: roster.items.map(({ id, name: called }) => ({ id, name: called })),
    accounts: {
      secretary: await account('bithu', { roleCode: 'CELL_SECRETARY', nodeId }, secretary),
      minuteTaker: await account('thuky', { roleCode: 'MINUTE_TAKER', nodeId }, minuteTaker),
      member: plain ? await account('dangvien', { roleCode: 'MEMBER', nodeId }, plain) : '',
      officer: await account('xa', { roleCode: 'COMMITTEE_OFFICER', nodeId: commune.id, below: true }),
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
  for (const sheet of ['ORGANIZATIONS', 'MEMBERS'] as const) {
    const wrong = await person.do(importRows, { importId: started.id, sheet, state: 'ERROR' });
    if (wrong.items.length > 0) throw new Error(`${sheet}: ${JSON.stringify(wrong.items.slice(0, 3))}`);
  }
  await person.do(confirmImport, { importId: started.id, sheets: ['ORGANIZATIONS', 'MEMBERS'] }, { version: checked.version });
  return eventually(
    () => person.do(getImport, { importId: started.id }),
    (i) => i.state === 'DONE',
    30_000,
  );
}
