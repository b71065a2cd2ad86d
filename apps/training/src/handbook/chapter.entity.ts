import type { ChapterAct, ChapterState } from '@vungmanh/contracts/training/chapter-state';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { chapterTransitions, isChapterAct } from './chapter.rules.js';

/** A chapter of the handbook through all its editions. What is written in them, and in the draft, stands in rows of its own. */
@Entity('chapter')
export class ChapterEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') code: string;
  @Column('text') state: ChapterState;
  /** The newest; 0 before the first. */
  @Column('integer') edition: number;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('text', { name: 'withdrawn_because', nullable: true }) withdrawnBecause: string | null;

  static begin(about: Pick<ChapterEntity, 'id' | 'nodeId' | 'code'>): ChapterEntity {
    return Object.assign(new ChapterEntity(), { ...about, state: 'DRAFT', edition: 0, withdrawnOn: null, withdrawnBecause: null });
  }

  /** One that was withdrawn is in force again. */
  publish(): void {
    this.check('publish');
    this.go('PUBLISHED');
    this.edition += 1;
    this.withdrawnOn = null;
    this.withdrawnBecause = null;
  }

  /** The draft was dropped: what was never published is then nothing. */
  drop(): void {
    this.check('drop');
    if (this.state === 'DRAFT') this.go('DROPPED');
  }

  withdraw(because: string, today: string): void {
    this.check('withdraw');
    this.go('WITHDRAWN');
    this.withdrawnOn = today;
    this.withdrawnBecause = because;
  }

  check(act: ChapterAct): void {
    if (!isChapterAct(act, this.state)) throw new Broken('training/chapter-not-in-state');
  }

  private go(to: ChapterState): void {
    if (!chapterTransitions[this.state].includes(to)) throw new Broken('training/chapter-not-in-state');
    this.state = to;
  }
}
