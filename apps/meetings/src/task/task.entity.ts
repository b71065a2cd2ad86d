import type { Task, TaskAct, TaskResult, TaskState } from '@vungmanh/contracts/meetings/task';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { instant } from '@vungmanh/platform/db/instant';
import { isPossible, transitions } from './task.rules.js';

export interface Report {
  readonly text: string;
  readonly doneOn?: string | undefined;
  /** The person who wrote it: a doer, or who wrote it down for one. */
  readonly by?: string | undefined;
}

export interface Verdict {
  readonly result: TaskResult;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
}

/** A task that a resolution gave to members or to the body as a whole. */
@Entity('task')
export class TaskEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('text') content: string;
  @Column('text', { name: 'search_text' }) searchText: string;
  @Column('text') requirement: string;
  @Column('text') measure: string;
  @Column('text', { nullable: true }) degree: string | null;
  @Column('date') deadline: string;
  @Column('uuid', { name: 'doer_ids', array: true }) doerIds: string[];
  @Column('boolean', { name: 'doer_is_body' }) doerIsBody: boolean;
  @Column('uuid', { name: 'checker_id' }) checkerId: string;
  @Column('text') state: TaskState;
  @Column('text', { nullable: true }) result: TaskResult | null;
  @Column('text', { nullable: true }) report: string | null;
  @Column('uuid', { name: 'reported_by', nullable: true }) reportedBy: string | null;
  @Column('date', { name: 'done_on', nullable: true }) doneOn: string | null;
  @Column('timestamptz', { name: 'reported_at', nullable: true, transformer: instant }) reportedAt: string | null;
  @Column('text', { nullable: true }) verification: string | null;
  @Column('timestamptz', { name: 'verified_at', nullable: true, transformer: instant }) verifiedAt: string | null;
  @Column('jsonb', { name: 'carried_over' }) carriedOver: Task['carriedOver'];

  acknowledge(): void {
    this.check('acknowledge');
    this.go('ACKNOWLEDGED');
  }

  start(): void {
    this.check('start');
    this.go('IN_PROGRESS');
  }

  reportDone({ text, doneOn, by }: Report, now: { at: string; today: string }): void {
    this.check('report');
    if (doneOn !== undefined && doneOn > now.today) throw new Broken('meetings/in-the-future');
    this.report = text;
    this.doneOn = doneOn ?? null;
    this.reportedBy = by ?? null;
    this.reportedAt = now.at;
    this.go('REPORTED');
  }

  /** Nobody judges their own work: not a doer, nor who reported for the body. `by` is absent for an account without a person. */
  verify({ result, note, by }: Verdict, at: string): void {
    this.check('verify');
    if (by !== undefined && this.isOwnWork(by)) throw new Broken('meetings/doer-is-not-checker');
    this.result = result;
    this.verification = note ?? null;
    this.verifiedAt = at;
    this.go('VERIFIED');
  }

  carryOver(to: string, reason: string, today: string): void {
    this.check('carry-over');
    if (to <= this.deadline || to < today) throw new Broken('meetings/deadline-not-later');
    this.carriedOver = [...this.carriedOver, { from: this.deadline, to, reason }];
    this.deadline = to;
    if (this.state === 'REPORTED') this.go('IN_PROGRESS');
  }

  private isOwnWork(person: string): boolean {
    return this.doerIds.includes(person) || (this.doerIsBody && this.reportedBy === person);
  }

  private check(act: TaskAct): void {
    if (!isPossible(act, this.state)) throw new Broken('meetings/task-not-in-state');
  }

  private go(to: TaskState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('meetings/task-not-in-state');
    this.state = to;
  }
}
