import type { ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isPossible, isRegistered, transitions } from './program.rules.js';

/** What the body has decided, as it was written down. */
export interface Approval {
  readonly on: string;
  readonly meeting: string;
  /** Of a body with a book of its own. */
  readonly number?: string | undefined;
}

/** What a competent body has set itself to inspect and supervise in a year. */
@Entity('program')
export class ProgramEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: ProgramActor;
  @Column('smallint') year: number;
  @Column('text') state: ProgramState;
  /** The paper, in organization's register of numbers. */
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: string | null;
  @Column('text', { name: 'approved_in', nullable: true }) approvedIn: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true, transformer: instant }) publishedAt: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant }) closedAt: string | null;
  /** How many amendments there have been; the last one's number. */
  @Column('integer') amendments: number;

  static draft(about: Pick<ProgramEntity, 'id' | 'nodeId' | 'actor' | 'year' | 'documentId'>): ProgramEntity {
    const nothingYet = { approvedOn: null, approvedIn: null, number: null, publishedAt: null, closedAt: null, amendments: 0 };
    return Object.assign(new ProgramEntity(), { ...about, ...nothingYet, state: 'DRAFT' });
  }

  approve({ on, meeting, number }: Approval, now: { today: string; lines: number }): void {
    this.go('APPROVED');
    if (now.lines === 0) throw new Broken('inspection/program-empty');
    if (on > now.today) throw new Broken('inspection/in-the-future');
    if (number !== undefined && isRegistered(this.actor)) throw new Broken('inspection/number-from-register');
    this.approvedOn = on;
    this.approvedIn = meeting;
    this.number = number ?? null;
  }

  publish(at: string): void {
    this.go('PUBLISHED');
    this.publishedAt = at;
  }

  close(at: string, open: number): void {
    this.go('CLOSED');
    if (open > 0) throw new Broken('inspection/lines-open');
    this.closedAt = at;
  }

  /** Answers the number of the new amendment. */
  amend(): number {
    if (!isPossible('amend', this.state)) throw new Broken('inspection/not-in-state');
    this.amendments += 1;
    return this.amendments;
  }

  checkDraft(): void {
    if (this.state !== 'DRAFT') throw new Broken('inspection/not-a-draft');
  }

  /** What its subjects have been told is carried out, and nothing else. */
  checkPublished(): void {
    if (this.state !== 'PUBLISHED') throw new Broken('inspection/not-published');
  }

  private go(to: ProgramState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/not-in-state');
    this.state = to;
  }
}
