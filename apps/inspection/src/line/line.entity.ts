import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { LineDetails, LineState } from '@vungmanh/contracts/inspection/plan-line';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { checkDates, dueOn, transitions } from './line.rules.js';

/** What a program plans for one subject in one quarter. */
@Entity('plan_line')
export class LineEntity extends Versioned {
  @Column('uuid', { name: 'program_id' }) programId: string;
  @Column('uuid', { name: 'actor_node_id' }) actorNodeId: string;
  @Column('smallint') year: number;
  @Column('smallint') quarter: number;
  @Column('text') kind: InspectionKind;
  @Column('text') subject: SubjectKind;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  /** The organization itself, or the cell of a member when the line was planned. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  /** The code of that organization, by which lists are sorted. */
  @Column('text') place: string;
  @Column('text') content: string;
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId: string | null;
  @Column('uuid', { name: 'team_ids', array: true }) teamIds: string[];
  @Column('date', { name: 'from_on', nullable: true }) fromOn: string | null;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text') state: LineState;
  @Column('text', { nullable: true }) because: string | null;
  @Column('date', { name: 'done_on', nullable: true }) doneOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** The number of the amendment that brought it, if one did. */
  @Column('integer', { nullable: true }) amendment: number | null;

  plan(quarter: number, { content, leaderId, teamIds, fromOn, toOn }: LineDetails): void {
    checkDates({ year: this.year, quarter }, fromOn, toOn);
    if (this.state !== 'PLANNED' && this.state !== 'IN_PROGRESS') throw new Broken('inspection/line-not-in-state');
    this.quarter = quarter;
    this.content = content;
    this.leaderId = leaderId ?? null;
    this.teamIds = [...new Set(teamIds)].filter((id) => id !== leaderId);
    this.fromOn = fromOn ?? null;
    this.toOn = toOn ?? null;
    this.dueOn = dueOn(this.year, quarter, toOn);
  }

  start(): void {
    this.go('IN_PROGRESS');
  }

  /** By hand, until a case ends it. */
  finish({ doneOn, note }: { doneOn: string; note?: string | undefined }, today: string): void {
    if (doneOn > today) throw new Broken('inspection/in-the-future');
    this.go('DONE');
    this.doneOn = doneOn;
    this.note = note ?? null;
  }

  cancel(because: string): void {
    this.go('CANCELLED');
    this.because = because;
  }

  /** Ends here and answers the line with which it goes on in another quarter, brought by that amendment. */
  move(id: string, quarter: number, { because, amendment }: { because: string; amendment: number }): LineEntity {
    this.go('MOVED');
    this.because = because;
    const fresh = { id, quarter, amendment, state: 'PLANNED', because: null, fromOn: null, toOn: null, dueOn: dueOn(this.year, quarter, undefined) };
    return Object.assign(new LineEntity(), { ...this, ...fresh });
  }

  private go(to: LineState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/line-not-in-state');
    this.state = to;
  }
}
