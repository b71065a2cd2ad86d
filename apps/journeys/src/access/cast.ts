import { createAccount, listAccounts } from '@vungmanh/contracts/identity/account';
import { giveGrant, listRoles } from '@vungmanh/contracts/identity/role';
import { establishNode } from '@vungmanh/contracts/organization/node';
import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { randomUUID } from 'node:crypto';
import { Person } from '../person.js';
import { clockAheadMs } from '../time.js';
import type { Held, Who } from './oracle.js';

/** Somebody of the matrix, signed in. */
export interface Player extends Who {
  readonly name: string;
  readonly accountId: string;
  /** Of their session; it changes when they give their second factor again. */
  cookie: string;
}

export interface Stage {
  readonly parents: Map<string, string | undefined>;
  /** By their relation to whoever holds something at the commune. */
  readonly targets: Readonly<Record<'self' | 'descendant' | 'ancestor' | 'sibling' | 'unrelated' | 'absent', string>>;
  readonly players: readonly (Player | undefined)[];
}

const PASSWORD = 'Vungmanh@2026';
const DAY = '2026-09-01';

/** A province with two communes and a cell in each, and everybody whom the matrix asks for: each role at the commune, with and without below. */
export async function setStage(provinceId: string, absent: string): Promise<Stage> {
  const officer = await Person.signedIn('canbo.tinh');
  const establish = async (parentId: string, typeCode: string, code: string) =>
    (await officer.do(establishNode, { parentId, typeCode, code, name: `Tổ chức mô phỏng ${code}`, establishedOn: DAY, ...sectorOf(typeCode) })).id;
  const commune = await establish(provinceId, 'GRASSROOTS_COMMITTEE', '99.801');
  const beside = await establish(provinceId, 'GRASSROOTS_COMMITTEE', '99.802');
  const cell = await establish(commune, 'CELL', '99.801.001');
  const elsewhere = await establish(beside, 'CELL', '99.802.001');
  const parents = new Map([
    [provinceId, undefined],
    ...([
      [commune, provinceId],
      [beside, provinceId],
      [cell, commune],
      [elsewhere, beside],
    ] as const),
  ]);
  for (const nodeId of parents.keys()) for (const contract of [listMeetings, listMembers]) await officer.doOnceKnown(contract, { nodeId });

  const { items: roles } = await officer.do(listRoles, {});
  const held = (roleCode: string, nodeId: string, below: boolean, counts = true): Held => ({
    permissions: roles.find((r) => r.code === roleCode)?.permissions ?? [],
    nodeId,
    below,
    counts,
  });
  const enter = async (name: string, first: { roleCode: string; nodeId: string; below: boolean }, person?: string): Promise<Player> => {
    const username = name.toLowerCase().replaceAll('_', '-').slice(0, 40);
    const input = { username, password: PASSWORD, displayName: name, ...first, ...(person ? { personId: person } : {}) };
    const { id } = await officer.doOnceKnown(createAccount, input);
    return { name, accountId: id, cookie: '', held: [held(first.roleCode, first.nodeId, first.below)], ...(person ? { person } : {}) };
  };

  const players: (Player | undefined)[] = [undefined];
  for (const { code, fourEyes } of roles) {
    if (fourEyes) continue;
    players.push(await enter(`${code}-tree`, { roleCode: code, nodeId: commune, below: true }));
    players.push(await enter(`${code}-node`, { roleCode: code, nodeId: commune, below: false }, randomUUID()));
  }
  const two = await enter('two-roles', { roleCode: 'MEMBER', nodeId: cell, below: false });
  await officer.do(giveGrant, { accountId: two.accountId, roleCode: 'COMMITTEE_OFFICER', nodeId: beside, below: true });
  players.push({ ...two, held: [...two.held, held('COMMITTEE_OFFICER', beside, true)] });
  const ended = await enter('ended-right', { roleCode: 'MEMBER', nodeId: elsewhere, below: false });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + clockAheadMs());
  await officer.do(giveGrant, {
    accountId: ended.accountId,
    roleCode: 'COMMITTEE_OFFICER',
    nodeId: commune,
    below: true,
    validFrom: DAY,
    validTo: today,
  });
  players.push({ ...ended, held: [...ended.held, held('COMMITTEE_OFFICER', commune, true, false)] });
  // After all has been given: what needs a second factor ends the sessions that began without one.
  for (const player of players)
    if (player) player.cookie = (await Person.signedIn(player.name.toLowerCase().replaceAll('_', '-').slice(0, 40))).sessionCookie;
  const { items } = await officer.do(listAccounts, { search: 'canbo.tinh' });
  const cookie = officer.sessionCookie;
  players.push({ name: 'PROVINCIAL_OFFICER', accountId: items[0]?.id ?? '', cookie, held: [held('PROVINCIAL_OFFICER', provinceId, true)] });

  const targets = { self: commune, descendant: cell, ancestor: provinceId, sibling: beside, unrelated: elsewhere, absent };
  return { parents, targets, players };
}

const sectorOf = (typeCode: string) => (typeCode === 'CELL' ? { sector: 'VILLAGE_RESIDENTIAL' } : {});
