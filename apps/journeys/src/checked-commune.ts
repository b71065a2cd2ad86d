import { createAccount } from '@vungmanh/contracts/identity/account';
import { checkedCells } from '@vungmanh/contracts/inspection/check-notice';
import { enterMember } from '@vungmanh/contracts/membership/member-change';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { establishNode } from '@vungmanh/contracts/organization/node';
import { heldMeeting } from './access/meetings.js';
import { Person } from './person.js';
import { staffOf, type Staff } from './staff.js';
import { eventually } from './time.js';
import { foundVillage, type Villager, type Village } from './village.js';

const FOUNDED = '2025-07-01';

/** A commune with twelve cells, of which one has met and kept its minutes, and the people of a check. */
export interface CheckedCommune {
  readonly village: Village;
  readonly staff: Staff;
  /** The cells beside that of the village. */
  readonly others: readonly { id: string; name: string }[];
  /** A meeting of the village with its minutes. */
  readonly meetingId: string;
  /** Of the commune's committee: leads the check. */
  readonly leader: Villager & { readonly username: string };
  /** A member of another cell without any right beside that of members: on the team. */
  readonly helper: Villager & { readonly username: string };
  /** The secretary of another cell. */
  readonly neighbor: Villager & { readonly username: string };
}

/** Founds it by nothing but the platform's commands; `number` keeps its names apart from those of others. */
export async function foundCheckedCommune(number: string): Promise<CheckedCommune> {
  const officer = await Person.signedIn('canbo.tinh');
  const village = await foundVillage({ number, official: 6, probationary: 0, termFrom: '2025-08-01' });
  const staff = await staffOf(village);
  const { commune } = village;
  const others: { id: string; name: string }[] = [];
  for (let i = 2; i <= 12; i += 1) {
    const name = `Chi bộ bản Thứ ${i} Mô Phỏng ${number}`;
    const about = { parentId: commune.id, typeCode: 'CELL', code: `99.${number}.${String(i).padStart(3, '0')}`, name, establishedOn: FOUNDED };
    others.push({ id: (await officer.do(establishNode, { ...about, sector: 'VILLAGE_RESIDENTIAL' })).id, name });
  }
  const of = (i: number): string => others[i]?.id ?? '';
  for (const i of [0, 1, 2]) await officer.doOnceKnown(listMembers, { nodeId: of(i) });
  const enter = async (name: string, nodeId: string): Promise<Villager> => {
    const dates = { admittedOn: '2005-02-03', officialOn: '2006-02-03', enrolledOn: FOUNDED };
    return { id: (await officer.doOnceKnown(enterMember, { nodeId, name, status: 'OFFICIAL', ...dates })).id, name };
  };
  const account = async (username: string, person: Villager, grant: { roleCode: string; nodeId: string; below: boolean }) => {
    await officer.doOnceKnown(createAccount, { username, password: 'Vungmanh@2026', displayName: person.name, personId: person.id, ...grant });
    return { ...person, username };
  };
  const leader = await enter(`Hà Mô Phỏng Thanh`, of(0));
  const helper = await enter(`Vi Mô Phỏng Hạnh`, of(1));
  const neighbor = await enter(`Lương Mô Phỏng Tâm`, of(2));
  const people = {
    leader: await account(`truongdoan.${number}`, leader, { roleCode: 'COMMITTEE_OFFICER', nodeId: commune.id, below: true }),
    helper: await account(`thanhvien.${number}`, helper, { roleCode: 'MEMBER', nodeId: of(1), below: false }),
    neighbor: await account(`lanhdao.${number}`, neighbor, { roleCode: 'CELL_SECRETARY', nodeId: of(2), below: false }),
  };
  // Papers of the commune have numbers of its committee's term.
  const [committee] = (await officer.do(committeesOf, { nodeId: commune.id })).items;
  if (!committee) throw new Error('The commune has no committee');
  const seats = [{ personId: leader.id, post: 'SECRETARY' as const, origin: 'ELECTED' as const }];
  await officer.do(openTerm, { bodyId: committee.bodyId, number: '2025-2030', from: '2025-08-01', seats });
  const meets = { nodeId: village.cell.id, bodyId: village.bodyId, people: village.members.map((m) => m.id) };
  const { meetingId } = await heldMeeting(staff.secretary, meets);
  const asLeader = await Person.signedIn(people.leader.username);
  await eventually(
    () => asLeader.send(checkedCells, { nodeId: commune.id }),
    ({ body }) => body?.cells === 12,
    15_000,
  );
  return { village, staff, others, meetingId, ...people };
}
