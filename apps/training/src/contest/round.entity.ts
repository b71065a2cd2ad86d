import type { RoundLevel, RoundState } from '@vungmanh/contracts/training/contest';
import type { RoundAct } from '@vungmanh/contracts/training/contest-round';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isRoundAct, roundTransitions } from './contest.rules.js';

/** A round of a contest at one organization. */
@Entity('contest_round')
export class RoundEntity extends Versioned {
  @Column('uuid', { name: 'contest_id' }) contestId: string;
  /** Who holds it. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') level: RoundLevel;
  @Column('text') title: string;
  @Column('date', { name: 'held_on' }) heldOn: string;
  @Column('text') place: string;
  @Column('text') state: RoundState;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  /** The jury's minutes and the result list, in organization's register of numbers. */
  @Column('uuid', { name: 'minutes_id' }) minutesId: string;
  @Column('text', { name: 'minutes_number', nullable: true }) minutesNumber: string | null;
  @Column('uuid', { name: 'result_id' }) resultId: string;
  @Column('text', { name: 'result_number', nullable: true }) resultNumber: string | null;

  static plan(
    about: Pick<RoundEntity, 'id' | 'contestId' | 'nodeId' | 'level' | 'title' | 'heldOn' | 'place' | 'minutesId' | 'resultId'>,
  ): RoundEntity {
    return Object.assign(new RoundEntity(), { ...about, state: 'PLANNED', closedOn: null, minutesNumber: null, resultNumber: null });
  }

  open(): void {
    this.check('open');
    this.go('ENTERING');
  }

  beginMarking(has: { entries: number; jurors: number; unmarkable: number }): void {
    this.check('begin-marking');
    if (has.entries === 0 || has.jurors === 0) throw new Broken('training/round-empty');
    if (has.unmarkable > 0) throw new Broken('training/nobody-may-mark');
    this.go('MARKING');
  }

  close(today: string, has: { missing: number; quizzes: { open: number; sat: number }; quizMarked: boolean }): void {
    this.check('close');
    if (has.quizzes.open > 0) throw new Broken('training/quiz-open');
    if (has.quizMarked && has.quizzes.sat === 0) throw new Broken('training/quiz-missing');
    if (has.missing > 0) throw new Broken('training/points-missing');
    this.closedOn = today;
    this.go('CLOSED');
  }

  check(act: RoundAct): void {
    if (!isRoundAct(act, this.state)) throw new Broken('training/round-state');
  }

  private go(to: RoundState): void {
    if (!roundTransitions[this.state].includes(to)) throw new Broken('training/round-state');
    this.state = to;
  }
}
