import type { QuestionAct, QuestionState } from '@vungmanh/contracts/training/question';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isQuestionAct, questionTransitions } from './question.rules.js';

/** A question through all its editions. `approvedEdition` is the one that is asked; `edition` the newest, perhaps still a draft. */
@Entity('question')
export class QuestionEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'field_id' }) fieldId: string;
  @Column('text') state: QuestionState;
  @Column('boolean') reserved: boolean;
  @Column('integer') edition: number;
  @Column('integer', { name: 'approved_edition', nullable: true }) approvedEdition: number | null;
  @Column('text', { name: 'retired_because', nullable: true }) retiredBecause: string | null;

  static write(about: Pick<QuestionEntity, 'id' | 'nodeId' | 'fieldId' | 'reserved'>): QuestionEntity {
    return Object.assign(new QuestionEntity(), { ...about, state: 'DRAFT', edition: 1, approvedEdition: null, retiredBecause: null });
  }

  /** Answers the edition under which the new words are kept: the draft's own, or the next one. */
  change(about: Pick<QuestionEntity, 'fieldId' | 'reserved'>): number {
    this.check('change');
    if (this.state !== 'DRAFT') this.edition += 1;
    this.go('DRAFT');
    this.retiredBecause = null;
    Object.assign(this, about);
    return this.edition;
  }

  approve(): void {
    this.check('approve');
    this.go('APPROVED');
    this.approvedEdition = this.edition;
  }

  retire(because: string): void {
    this.check('retire');
    this.go('RETIRED');
    this.approvedEdition = null;
    this.retiredBecause = because;
  }

  private check(act: QuestionAct): void {
    if (!isQuestionAct(act, this.state)) throw new Broken('training/question-state');
  }

  private go(to: QuestionState): void {
    if (!questionTransitions[this.state].includes(to)) throw new Broken('training/question-state');
    this.state = to;
  }
}
