import { getDiscipline, openDiscipline, type Discipline, type DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { decideDiscipline, hearSubject, recordDisciplineVote, signDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import { obligationSnapshot } from '@vungmanh/contracts/meetings/task';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import type { SentOf } from '@vungmanh/contracts/operation';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { Db } from '@vungmanh/platform/db/db';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member, members } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { systemDb } from '@vungmanh/testing/system-db';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { inspection } from '../src/service.js';

export const TODAY = '2026-11-23';
export const VIOLATION = 'Canary: buông lỏng quản lý quỹ bản';
const LONG_AGO = '2010-01-01';

/** A commune with a cell of twenty official members, as in story 8, its committee and its inspection commission. */
export class Disciplining {
  readonly commune = committeeNode('Đảng bộ xã Mô Phỏng', province);
  readonly cell = cellNode('Chi bộ bản Trên', this.commune);
  readonly neighbor = cellNode('Chi bộ bản Dưới', this.commune);
  readonly people: readonly RosterRow[] = members(this.cell, 20);
  readonly probationary = member(this.cell, 'Lò Thị Dự Bị', { statuses: [{ status: 'PROBATIONARY', from: '2026-05-01' }] });
  readonly managed = member(this.neighbor, 'Hà Văn Quản', { managed: [{ nodeId: this.commune.id, from: LONG_AGO }] });
  readonly stranger = member(this.neighbor, 'Vi Văn Lạ');
  readonly officer = member(this.neighbor, 'Quàng Thị Kiểm');
  readonly numbered: SentOf<typeof takeNumber>[] = [];
  world: World;

  static async start(): Promise<Disciplining> {
    const d = new Disciplining();
    const right = ['inspection:read', 'inspection:discipline'] as const;
    const root = { ...province, typeCode: 'PROVINCE' };
    d.world = await World.start(
      inspection,
      {
        now: `${TODAY}T03:00:00.000Z`,
        nodes: [root, d.commune, d.cell, d.neighbor],
        grants: [
          { ...grantAt(d.cell, 'secretary', right), below: false },
          { ...grantAt(d.neighbor, 'neighbor', right), below: false },
          grantAt(d.commune, 'commission', right),
          grantAt(d.commune, 'accused', right),
          grantAt(d.commune, 'reader', ['inspection:read']),
          grantAt(d.commune, 'planner', ['inspection:read', 'inspection:plan', 'inspection:approve']),
          grantAt(d.commune, 'handler above', right),
          grantAt(d.commune, 'deputy', right),
          grantAt(d.commune, 'auditor', ['audit:read']),
          grantAt(root, 'province'),
        ],
      },
      (w) => {
        w.owns(bodySnapshot, [cellBody(d.cell, d.people.slice(0, 2)), cellBody(d.commune, d.people.slice(0, 3), { kind: 'COMMITTEE' })]);
        w.owns(rosterSnapshot, [...d.people, d.probationary, d.managed, d.stranger, d.officer]);
        w.owns(obligationSnapshot, []);
        w.standIn(takeNumber, (input) => {
          d.numbered.push(input);
          const { type, bodyId, documentId, date } = input;
          return { id: randomUUID(), bodyId, type, term: '2025-2030', number: 5, documentId, date, printed: `Số 05-${type}/CB`, version: 1 };
        });
      },
    );
    return d;
  }

  get db(): Db {
    return systemDb(this.world.service);
  }

  idOf = (place: number): string => this.people[place]?.id ?? '';
  /** A member of the cell with an account and no right. */
  at = (place: number): Person => this.world.person(`member ${place}`, this.idOf(place));
  /** Handles what the cell disciplines. */
  get secretary(): Person {
    return this.world.person('secretary', this.idOf(0));
  }
  /** Of the commission of the commune. */
  get commission(): Person {
    return this.world.person('commission', this.officer.id);
  }

  /** Of the commission too: the second of two. */
  get deputy(): Person {
    return this.world.person('deputy', this.managed.id);
  }

  private days = 0;
  /** A violation of a member of the cell, the fifth unless it says otherwise; each on a day of its own. */
  violation(over: Partial<SentOf<typeof openDiscipline>> = {}): SentOf<typeof openDiscipline> {
    this.days += 1;
    const committedOn = new Date(Date.parse('2025-01-01') + this.days * 86_400_000).toISOString().slice(0, 10);
    const whom = over.subjectNodeId === undefined ? { personId: this.idOf(4) } : {};
    return { nodeId: this.cell.id, actor: 'CELL', ...whom, gravity: 'WARNING', committedOn, foundOn: '2026-11-01', violation: VIOLATION, ...over };
  }

  open(over: Partial<SentOf<typeof openDiscipline>> = {}, by: Person = this.secretary): Promise<DisciplineStanding> {
    return by.do(openDiscipline, this.violation(over));
  }

  heard(opened: DisciplineStanding, by: Person = this.secretary): Promise<DisciplineStanding> {
    return by.do(hearSubject, { disciplineId: opened.id, how: 'MET', on: '2026-11-10', byPersonId: this.idOf(1), text: 'Đã nghe trình bày' }, opened);
  }

  ballot(votes: Partial<Record<DisciplineForm, number>>, over: Partial<SentOf<typeof recordDisciplineVote>> = {}) {
    const cast = Object.values(votes).reduce((sum, n) => sum + n, 0);
    return {
      on: '2026-11-20',
      startedAt: '19:30',
      venue: 'Nhà văn hóa bản',
      chairId: this.idOf(0),
      counterIds: [this.idOf(6), this.idOf(7)],
      present: cast,
      issued: cast,
      returned: cast,
      invalid: 0,
      votes,
      none: 0,
      ...over,
    };
  }

  async voted(votes: Partial<Record<DisciplineForm, number>>, opened?: DisciplineStanding): Promise<DisciplineStanding> {
    const heard = await this.heard(opened ?? (await this.open()));
    return this.secretary.do(recordDisciplineVote, { disciplineId: heard.id, ...this.ballot(votes) }, heard);
  }

  /** A warning that counts since 21 November, written and signed the day after. */
  async warned(over: Partial<SentOf<typeof openDiscipline>> = {}): Promise<DisciplineStanding> {
    const voted = await this.voted({ WARNING: 15, REPRIMAND: 5 }, await this.open(over));
    const decided = await this.secretary.do(decideDiscipline, { disciplineId: voted.id, on: '2026-11-21' }, voted);
    return this.secretary.do(signDiscipline, { disciplineId: voted.id, on: '2026-11-22', signerId: this.idOf(0) }, decided);
  }

  read(disciplineId: string, by: Person = this.secretary): Promise<Discipline> {
    return by.do(getDiscipline, { disciplineId });
  }

  /** Items of an event as they lie in the outbox. */
  async told(name: string, id: string): Promise<unknown[]> {
    const rows = await this.db.query<{ item: unknown }>(
      `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item) where o.name = $1 and i.item ->> 'id' = $2 order by o.id`,
      [name, id],
    );
    return rows.map((row) => row.item);
  }
}
