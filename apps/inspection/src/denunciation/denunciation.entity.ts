import type { DenunciationAct, DenunciationState, DenunciationWay } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { Column, Entity } from 'typeorm';
import { expectDay } from '../discipline/discipline.rules.js';
import { expectDue, isPossible, transitions } from './denunciation.rules.js';

/** A denunciation as it was entered; who denounces stands nowhere in it. */
@Entity('denunciation')
export class DenunciationEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: Inspector;
  /** Everybody on its lists; the database lets nobody else near it. */
  @Column('uuid', { array: true }) readers: string[];
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('uuid', { name: 'subject_node_id' }) subjectNodeId: string;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('text') way: DenunciationWay;
  @Column('boolean') signed: boolean;
  @Column('text') state: DenunciationState;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  /** As the notice of acceptance had it, where it was extended since. */
  @Column('date', { name: 'first_due_on', nullable: true }) firstDueOn: string | null;
  @Column('boolean') extended: boolean;
  @Column('date', { name: 'settled_on', nullable: true }) settledOn: string | null;
  @Column('boolean') told: boolean;

  accept({ on, dueOn }: { on: string; dueOn?: string | undefined }, today: string, context: RuleContext): void {
    this.check('accept');
    if (!this.signed) throw new Broken('inspection/denunciation-anonymous');
    expectDay(on, today, this.receivedOn);
    this.dueOn = expectDue(on, dueOn, 'denunciation.settle_days', context);
    this.acceptedOn = on;
    this.go('ACCEPTED');
  }

  keep(): void {
    this.check('keep');
    this.go('KEPT');
  }

  forward(): void {
    this.check('forward');
    this.go('FORWARDED');
  }

  extend(until: string, context: RuleContext): void {
    this.check('extend');
    if (this.extended) throw new Broken('inspection/extended-already');
    this.firstDueOn = this.dueOn;
    if (this.dueOn !== null) this.dueOn = expectDue(this.dueOn, until, 'denunciation.extension_days', context);
    this.extended = true;
  }

  tell(): void {
    this.check('tell');
    this.told = true;
  }

  /** A member is told first, so that they can explain; where that was not done, the reason is on record. An organization is told in writing. */
  settle({ on, untold }: { on: string; untold?: string | undefined }, today: string): void {
    this.check('settle');
    if (this.personId !== null && !this.told && untold === undefined) throw new Broken('inspection/denounced-untold');
    expectDay(on, today, this.acceptedOn);
    this.settledOn = on;
    this.go('SETTLED');
  }

  private check(act: DenunciationAct): void {
    if (!isPossible(act, this.state)) throw new Broken('inspection/denunciation-not-in-state');
  }

  private go(to: DenunciationState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/denunciation-not-in-state');
    this.state = to;
  }
}
