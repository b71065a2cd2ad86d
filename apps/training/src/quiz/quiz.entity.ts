import type { QuizAct, QuizPart, QuizState } from '@vungmanh/contracts/training/quiz';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isQuizAct, isWindow, quizTransitions } from './quiz.rules.js';

export type QuizPlan = Pick<QuizEntity, 'title' | 'parts' | 'minutes' | 'opensAt' | 'closesAt'>;

/** A test of a class or of a round of a contest. */
@Entity('quiz')
export class QuizEntity extends Versioned {
  /** Who holds it. */
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'class_id', nullable: true }) classId: string | null;
  @Column('uuid', { name: 'round_id', nullable: true }) roundId: string | null;
  @Column('text') title: string;
  @Column('text') state: QuizState;
  @Column('jsonb') parts: QuizPart[];
  @Column('integer') minutes: number;
  @Column('timestamptz', { name: 'opens_at', transformer: instant }) opensAt: string;
  @Column('timestamptz', { name: 'closes_at', transformer: instant }) closesAt: string;

  static plan(about: Pick<QuizEntity, 'id' | 'nodeId' | 'classId' | 'roundId'>, plan: QuizPlan): QuizEntity {
    const quiz = Object.assign(new QuizEntity(), { ...about, state: 'DRAFT' as const });
    quiz.say(plan);
    return quiz;
  }

  change(plan: QuizPlan): void {
    this.check('change');
    this.say(plan);
  }

  open(now: string): void {
    this.check('open');
    if (this.closesAt <= now) throw new Broken('training/quiz-window-over');
    this.go('OPEN');
  }

  /** One that nobody has begun may be closed before its end. */
  close(now: string, graceSeconds: number, begun: boolean): void {
    this.check('close');
    if (begun && Date.parse(now) <= Date.parse(this.closesAt) + graceSeconds * 1000) throw new Broken('training/quiz-running');
    this.go('CLOSED');
  }

  private say({ title, parts, minutes, opensAt, closesAt }: QuizPlan): void {
    const at = (moment: string): string => new Date(moment).toISOString();
    const window = { opensAt: at(opensAt), closesAt: at(closesAt) };
    if (!isWindow({ ...window, minutes })) throw new Broken('training/quiz-window');
    Object.assign(this, { title, parts, minutes, ...window });
  }

  private check(act: QuizAct): void {
    if (!isQuizAct(act, this.state)) throw new Broken('training/quiz-state');
  }

  private go(to: QuizState): void {
    if (!quizTransitions[this.state].includes(to)) throw new Broken('training/quiz-state');
    this.state = to;
  }
}
