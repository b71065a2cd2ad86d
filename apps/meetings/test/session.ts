import { systemDb } from '@vungmanh/testing/system-db';
import type { RollEvent } from '@vungmanh/contracts/attendance';
import { closeMeeting, giveNotice, openMeeting, prepareMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { closeRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { chapterSnapshot, type ChapterRow } from '@vungmanh/contracts/training/chapter';
import { bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { Permission } from '@vungmanh/contracts/permission';
import { Db } from '@vungmanh/platform/db/db';
import { cellNode, committeeNode, grantAt } from '@vungmanh/testing/given';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { meetings } from '../src/service.js';
import { cellBody, member, members } from '@vungmanh/testing/people';

/** The evening of the third, 19:00 in Vietnam. */
export const DAY = '2026-12-03';
export const STARTED = '2026-12-03T12:00:00.000Z';
const ENDED = '2026-12-03T13:45:00.000Z';
const NOW = '2026-12-03T14:00:00.000Z';

/** A cell with its people: the first is the secretary, the second takes the minutes and is the deputy. */
export interface Cell {
  readonly node: NodeRow;
  readonly body: BodyRow;
  readonly people: readonly RosterRow[];
}

export function cell(name: string, official: number, probationary = 0): Cell {
  const node = cellNode(name);
  const people = [
    ...members(node, official),
    ...Array.from({ length: probationary }, (_, i) =>
      member(node, `Trần Thị Dự Bị ${i + 1}`, { statuses: [{ status: 'PROBATIONARY', from: '2026-05-01' }] }),
    ),
  ];
  return { node, people, body: cellBody(node, people.slice(0, 2)) };
}

/** A committee of so many seats; who holds them are members of a cell of its own. */
export function committee(name: string, seats: number): Cell {
  const node = committeeNode(name);
  const people = members(cellNode(`${name} - chi bộ`), seats);
  return { node, people, body: cellBody(node, people, { kind: 'COMMITTEE' }) };
}

/** Cells in a world, with meetings that have come as far as a closed roll. */
export class Sessions {
  private constructor(
    readonly world: World,
    readonly cells: readonly Cell[],
  ) {}

  static async start(
    cells: readonly Cell[],
    grants: readonly [account: string, cell: Cell, held?: readonly Permission[]][] = [],
    more: { nodes?: NodeRow[]; chapters?: ChapterRow[] } = {},
  ): Promise<Sessions> {
    const { nodes = [], chapters = [] } = more;
    const given = {
      nodes: [...nodes, ...cells.map((c) => c.node)],
      grants: [...cells.map((c) => grantAt(c.node, secretaryOf(c))), ...grants.map(([account, c, held]) => grantAt(c.node, account, held))],
      now: NOW,
    };
    const world = await World.start(meetings, given, (w) => {
      w.owns(
        bodySnapshot,
        cells.map((c) => c.body),
      );
      w.owns(
        rosterSnapshot,
        cells.flatMap((c) => c.people),
      );
      w.owns(chapterSnapshot, chapters);
    });
    return new Sessions(world, cells);
  }

  /** The secretary of a cell, who holds every right there. */
  secretary(of: Cell): Person {
    return this.world.person(secretaryOf(of), of.people[0]?.id);
  }

  get db(): Db {
    return systemDb(this.world.service);
  }

  /** A meeting whose roll is closed; everybody came but those named by their place in the cell. */
  async session(of: Cell, absent: readonly number[] = []): Promise<Meeting> {
    const secretary = this.secretary(of);
    const added = await secretary.do(addMeeting, { nodeId: of.node.id, bodyId: of.body.id, kind: 'EXTRAORDINARY', plannedOn: DAY });
    const meetingId = added.id;
    const [chairId, minuteTakerId] = [idOf(of, 0), idOf(of, 1)];
    const agenda = [{ title: 'Bàn và biểu quyết nghị quyết', area: 'POLITICAL_TASK' as const, plannedMinutes: 90 }];
    const preparation = { meetingId, startsAt: STARTED, place: 'Nhà văn hóa thôn', chairId, minuteTakerId, coversThematic: false, agenda };
    const prepared = await secretary.do(prepareMeeting, preparation, added);
    const noticed = await secretary.do(giveNotice, { meetingId, lateBecause: 'Họp bất thường' }, prepared);
    const opened = await secretary.do(openMeeting, { meetingId, startedAt: STARTED }, noticed);
    await secretary.do(markRoll, { meetingId, events: of.people.map((p, i) => mark(p.id, !absent.includes(i))) });
    const roll = await secretary.do(closeRoll, { meetingId }, opened);
    return { ...opened, version: roll.version };
  }

  /** Brings a meeting to its end. */
  async close(of: Cell, meeting: { id: string; version: number }): Promise<Meeting> {
    return this.secretary(of).do(closeMeeting, { meetingId: meeting.id, endedAt: ENDED, shortBecause: 'Ít việc' }, meeting);
  }

  async stop(): Promise<void> {
    await this.world.stop();
  }
}

export const idOf = (of: Cell, place: number): string => of.people[place]?.id ?? '';

const secretaryOf = (c: Cell): string => `secretary of ${c.node.name}`;

function mark(personId: string, present: boolean): RollEvent {
  const common = { type: 'mark', id: randomUUID(), at: STARTED, personId } as const;
  return present ? { ...common, state: 'PRESENT' } : { ...common, state: 'ABSENT_EXCUSED', reason: 'ILLNESS' };
}
