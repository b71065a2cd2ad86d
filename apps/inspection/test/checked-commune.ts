import { MOST_CELLS, openMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { endTemporaryGrants, giveTemporaryGrants } from '@vungmanh/contracts/identity/temporary-grant';
import { heldByCells, type HeldMeeting } from '@vungmanh/contracts/meetings/held';
import { obligationSnapshot } from '@vungmanh/contracts/meetings/task';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import type { InputOf } from '@vungmanh/contracts/operation';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { Db } from '@vungmanh/platform/db/db';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, members } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { systemDb } from '@vungmanh/testing/system-db';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { inspection } from '../src/service.js';

export const TODAY = '2026-11-23';

/** What the others answer: identity gives each person but the last of a team, as if that one had no account. */
interface Asked {
  given: InputOf<typeof giveTemporaryGrants>[];
  ended: string[];
  /** Identity is away: what is asked of it is asked again. */
  away: boolean;
}

/** A grassroots committee with a section committee between it and some of its cells, and a commune beside it. */
export class CheckedCommune {
  readonly commune = committeeNode('Đảng bộ xã Na Mèo', province);
  readonly section = committeeNode('Đảng bộ bộ phận', this.commune);
  readonly cells: NodeRow[];
  readonly beside = committeeNode('Đảng bộ xã khác', province);
  readonly besideCell = cellNode('Chi bộ xã khác', this.beside);
  /** More cells than one check takes. */
  readonly wide = committeeNode('Đảng bộ rộng', province);
  readonly wideCells = Array.from({ length: MOST_CELLS + 1 }, (_, i) => cellNode(`Chi bộ số ${i + 1}`, this.wide));
  readonly people: RosterRow[];
  readonly asked: Asked = { given: [], ended: [], away: false };
  readonly meetings = new Map<string, HeldMeeting[]>();
  world: World;
  db: Db;

  private constructor() {
    this.cells = Array.from({ length: 12 }, (_, i) => cellNode(`Chi bộ bản ${String(i + 1).padStart(2, '0')}`, i < 9 ? this.commune : this.section));
    this.people = [...this.cells, this.besideCell].flatMap((cell) => members(cell, 3));
  }

  static async start(): Promise<CheckedCommune> {
    const c = new CheckedCommune();
    const nodes = [province, c.commune, c.section, ...c.cells, c.beside, c.besideCell, c.wide, ...c.wideCells];
    const grants = [
      grantAt(c.commune, c.account('xa'), ['inspection:check-meetings', 'inspection:read', 'inspection:plan']),
      grantAt(c.wide, c.account('xa'), ['inspection:check-meetings']),
      grantAt(c.commune, c.account('xa hai'), ['inspection:check-meetings', 'inspection:read']),
      { ...grantAt(c.commune, c.account('xa riêng'), ['inspection:check-meetings']), below: false },
      grantAt(c.commune, c.account('không tên'), ['inspection:check-meetings']),
      grantAt(c.beside, c.account('xa khác'), ['inspection:check-meetings', 'inspection:read']),
      { ...grantAt(c.cell(0), c.account('bí thư'), ['inspection:read']), below: false },
      { ...grantAt(c.cell(1), c.account('bí thư khác'), ['inspection:read']), below: false },
      grantAt(province, c.account('tỉnh'), ['inspection:read']),
    ];
    c.world = await World.start(inspection, { nodes, grants, now: `${TODAY}T02:00:00Z` }, (w) => {
      const committee = cellBody(c.commune, [c.person(0)], { kind: 'COMMITTEE', name: 'Đảng ủy xã Na Mèo' });
      w.owns(bodySnapshot, [committee, ...[...c.cells, c.besideCell].map((cell) => cellBody(cell))]);
      w.owns(rosterSnapshot, c.people);
      w.owns(obligationSnapshot, []);
      w.standIn(heldByCells, ({ nodeIds }) => ({ items: nodeIds.map((nodeId) => c.heldBy(nodeId)) }));
      w.standIn(giveTemporaryGrants, (input) => {
        if (c.asked.away) throw new Error('away');
        c.asked.given.push(input);
        return { given: input.nodeIds.length * (input.personIds.length - 1), without: input.personIds.slice(-1), ended: false };
      });
      w.standIn(endTemporaryGrants, ({ source }) => {
        if (c.asked.away) throw new Error('away');
        c.asked.ended.push(source.id);
        return { ended: 1 };
      });
      w.standIn(takeNumber, ({ bodyId, documentId, date, type }) => ({
        id: randomUUID(),
        bodyId,
        type,
        term: '2025-2030',
        number: 7,
        documentId,
        date,
        printed: 'Số 07-TB/ĐU',
        version: 1,
      }));
    });
    c.db = systemDb(c.world.service);
    return c;
  }

  private readonly accounts = new Map<string, string>();
  /** The same account for the same name. */
  account(name: string): string {
    const id = this.accounts.get(name) ?? randomUUID();
    this.accounts.set(name, id);
    return id;
  }

  cell(i: number): NodeRow {
    const cell = this.cells[i];
    if (!cell) throw new Error(`There is no cell ${i}`);
    return cell;
  }

  /** The n-th member of the i-th cell. */
  person(i: number, n = 0): RosterRow {
    const row = this.people[i * 3 + n];
    if (!row) throw new Error(`There is no member ${n} of cell ${i}`);
    return row;
  }

  /** Whoever leads checks at the commune: an account with a person. */
  get leader(): Person {
    return this.world.person(this.account('xa'), this.person(0).id);
  }

  /** A member of a cell who holds no right anywhere. */
  member(i: number, n = 2): Person {
    return this.world.person(this.account(`đảng viên ${i} ${n}`), this.person(i, n).id);
  }

  private heldBy(nodeId: string) {
    const known = this.meetings.get(nodeId);
    const meetings =
      known ??
      Array.from({ length: 4 }, (_, i): HeldMeeting => ({ id: randomUUID(), kind: 'REGULAR', heldOn: `2026-0${i + 6}-03`, guests: i === 0 ? 1 : 0 }));
    this.meetings.set(nodeId, meetings);
    const figures = {
      months: 5,
      held: 4,
      onTime: 3,
      signed: 4,
      resolved: 3,
      thematicDue: 1,
      thematicHeld: 1,
      present: 10,
      expected: 12,
      deviations: 1,
      withGuests: 1,
    };
    return { nodeId, meetings, figures: { ...figures, tasks: 3, tasksDone: 2, tasksOverdue: 1 } };
  }

  /** A check that has been counted. */
  async open(half = '2026-H2', teamIds: string[] = [], plannedEnd = '2026-12-20') {
    const { id } = await this.leader.do(openMeetingCheck, { nodeId: this.commune.id, half, plannedEnd, teamIds });
    return this.until(id, 'counted_at is not null');
  }

  /** Waits until something is true of a check; answers its id and version. */
  async until(id: string, conditionSql: string): Promise<{ id: string; version: number }> {
    for (let i = 0; i < 200; i += 1) {
      const [row] = await this.db.query<{ version: number }>(`select version from meeting_check where id = $1 and ${conditionSql}`, [id]);
      if (row) return { id, version: row.version };
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`It never became true that ${conditionSql}`);
  }
}
