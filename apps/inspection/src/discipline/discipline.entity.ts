import type { Discipline, Following } from '@vungmanh/contracts/inspection/discipline';
import type {
  DeferralReason,
  DisciplineAct,
  DisciplineDelivery,
  DisciplineSource,
  DisciplineState,
  Hearing,
  ViolationContent,
} from '@vungmanh/contracts/inspection/discipline-state';
import type { DisciplineForm, DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { expectDay, isPossible, transitions } from './discipline.rules.js';

export const violationText = sealed('discipline_case.violation');

/** A ballot as it is kept: counts, and what the minutes of the count print. */
export type CountedVote = Omit<NonNullable<Discipline['vote']>, 'number'> & {
  readonly startedAt: string;
  readonly venue: string;
  readonly chairId: string;
  readonly counterIds: readonly string[];
};

/** What another body decided, as it is kept. */
type Told = Pick<Following, 'kind' | 'on'> & { toldOn?: string | undefined };

const day = (name: string) => Column('date', { name, nullable: true });
const optional = (name: string) => Column('text', { name, nullable: true });
const id = (name: string) => Column('uuid', { name, nullable: true });

/** One violation of a member or an organization, and what came of it. */
@Entity('discipline_case')
export class DisciplineEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: Inspector;
  /** Everybody on its lists; the database lets nobody else near it. */
  @Column('uuid', { array: true }) readers: string[];
  @Column('text') subject: DisciplineSubject;
  @id('person_id') personId: string | null;
  @Column('uuid', { name: 'subject_node_id' }) subjectNodeId: string;
  @Column('boolean', { name: 'managed_by_higher_level' }) managedByHigherLevel: boolean;
  @Column('boolean', { name: 'assigned_by_superior' }) assignedBySuperior: boolean;
  @Column('text') gravity: DisciplineForm;
  @Column('text', { array: true }) contents: ViolationContent[];
  @Column('text', { name: 'violation_sealed' }) violationSealed: string;
  @Column('date', { name: 'committed_on' }) committedOn: string;
  @Column('date', { name: 'found_on' }) foundOn: string;
  @Column('smallint', { name: 'violation_of_day' }) violationOfDay: number;
  @optional('source_kind') sourceKind: DisciplineSource | null;
  @id('source_case_id') sourceCaseId: string | null;
  @day('source_on') sourceOn: string | null;
  @Column('text') state: DisciplineState;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @optional('hearing') hearing: Hearing | null;
  @day('heard_on') heardOn: string | null;
  @id('heard_by') heardBy: string | null;
  @optional('deferral_reason') deferralReason: DeferralReason | null;
  @day('deferred_until') deferredUntil: string | null;
  @Column('jsonb', { nullable: true }) vote: CountedVote | null;
  @id('proposed_to_node_id') proposedToNodeId: string | null;
  @optional('proposed_to_actor') proposedToActor: Inspector | null;
  @day('proposed_on') proposedOn: string | null;
  /** The one that counts. */
  @optional('form') form: DisciplineForm | null;
  /** As the decision says it, whatever came of it on appeal. */
  @optional('decided_form') decidedForm: DisciplineForm | null;
  /** Bodies from whose committee it dismisses. */
  @Column('uuid', { name: 'dismissed_from', array: true }) dismissedFrom: string[];
  @day('decided_on') decidedOn: string | null;
  @day('effective_on') effectiveOn: string | null;
  @day('written_on') writtenOn: string | null;
  @id('signer_id') signerId: string | null;
  @optional('delivery') delivery: DisciplineDelivery | null;
  @day('delivered_on') deliveredOn: string | null;
  @Column('jsonb') following: Told[];
  @day('ended_on') endedOn: string | null;
  /** Where an appeal waits or is being settled. */
  @id('appeal_node_id') appealNodeId: string | null;

  violation(sealer: Sealer): string {
    return violationText.read(sealer, this.id, this.violationSealed) ?? '';
  }

  /** The body that decides, or has: that to which the case was proposed, else its own. */
  get deciding(): { nodeId: string; actor: Inspector } {
    const { proposedToNodeId, proposedToActor, nodeId, actor } = this;
    return proposedToNodeId === null || proposedToActor === null ? { nodeId, actor } : { nodeId: proposedToNodeId, actor: proposedToActor };
  }

  /** A cell's own decision counts from the announcement, any other from the signature (296-QĐ/TW, art. 15). */
  get countsFrom(): 'ANNOUNCEMENT' | 'SIGNATURE' {
    return this.deciding.actor === 'CELL' ? 'ANNOUNCEMENT' : 'SIGNATURE';
  }

  hear(how: Hearing, on: string, by: string, today: string): void {
    this.check('hear');
    expectDay(on, today, this.foundOn);
    this.hearing = how;
    this.heardOn = on;
    this.heardBy = by;
    this.go('HEARD');
  }

  count(vote: CountedVote, today: string): void {
    this.check('vote');
    expectDay(vote.on, today, this.heardOn);
    this.vote = vote;
    this.go('VOTED');
  }

  /** The form that the ballot adopted; throws where none was. */
  get adopted(): DisciplineForm {
    if (this.vote?.adopted === undefined) throw new Broken('inspection/none-adopted');
    return this.vote.adopted;
  }

  /** `dismissedFrom`: the bodies in whose committee the member holds a post that a dismissal takes away. */
  decide({ form, on, dismissedFrom }: { form: DisciplineForm; on: string; dismissedFrom: string[] }, today: string): void {
    this.check(this.state === 'PROPOSED' ? 'decide-proposal' : 'decide');
    expectDay(on, today, this.proposedOn ?? this.vote?.on);
    this.form = form;
    this.decidedForm = form;
    this.dismissedFrom = dismissedFrom;
    this.decidedOn = on;
    if (this.countsFrom === 'ANNOUNCEMENT') this.takeEffect(on);
    else this.go('DECIDED');
  }

  propose(to: { nodeId: string; actor: Inspector }, on: string, today: string): void {
    this.check('propose');
    expectDay(on, today, this.vote?.on);
    this.proposedToNodeId = to.nodeId;
    this.proposedToActor = to.actor;
    this.proposedOn = on;
    this.go('PROPOSED');
  }

  /** True where the signature is what gives the decision effect. */
  sign(on: string, signerId: string, today: string): boolean {
    this.check('sign');
    expectDay(on, today, this.decidedOn);
    if (this.writtenOn !== null) throw new Broken('inspection/discipline-not-in-state');
    this.writtenOn = on;
    this.signerId = signerId;
    if (this.state !== 'DECIDED') return false;
    this.takeEffect(on);
    return true;
  }

  deliver(how: DisciplineDelivery, on: string, today: string): void {
    this.check('deliver');
    if (this.writtenOn === null || this.deliveredOn !== null) throw new Broken('inspection/discipline-not-in-state');
    expectDay(on, today, this.writtenOn);
    this.delivery = how;
    this.deliveredOn = on;
  }

  /** One of each kind; told of on the day of the decision at the earliest. */
  recordFollowing({ kind, on, toldOn }: Told, today: string): void {
    this.check('record-following');
    expectDay(on, today, this.committedOn);
    if (toldOn !== undefined) expectDay(toldOn, today, on);
    this.following = [...this.following.filter((one) => one.kind !== kind), { kind, on, ...(toldOn === undefined ? {} : { toldOn }) }];
  }

  defer(reason: DeferralReason, until: string, today: string): void {
    this.check('defer');
    if (until <= today) throw new Broken('inspection/deferral-past');
    this.deferralReason = reason;
    this.deferredUntil = until;
    this.go('DEFERRED');
  }

  /** Goes on where it stood. */
  resume(): void {
    this.check('resume');
    this.go(this.hearing === null ? 'OPENED' : 'HEARD');
    this.deferralReason = null;
    this.deferredUntil = null;
  }

  dismiss(): void {
    this.go('DISMISSED');
  }

  end(on: string, today: string): void {
    this.check('end');
    expectDay(on, today, this.effectiveOn);
    if (this.appealNodeId !== null) throw new Broken('inspection/appeal-running');
    this.endedOn = on;
    this.go('ENDED');
  }

  appeal(toNodeId: string): void {
    this.check('appeal');
    if (this.appealNodeId !== null) throw new Broken('inspection/appeal-running');
    this.appealNodeId = toNodeId;
  }

  /** Nothing waits any more, whatever came of it. */
  closeAppeal(): void {
    this.appealNodeId = null;
  }

  /** Another form takes the place of the one that counts, which counted until then. */
  changeForm(form: DisciplineForm, dismissedFrom: string[]): void {
    this.check('settle-appeal');
    if (form === this.form) throw new Broken('inspection/form-missing');
    this.form = form;
    this.dismissedFrom = dismissedFrom;
    this.go('IN_EFFECT');
  }

  annul(on: string): void {
    this.check('settle-appeal');
    this.endedOn = on;
    this.go('ANNULLED');
  }

  private check(act: DisciplineAct): void {
    if (!isPossible(act, this.state)) throw new Broken('inspection/discipline-not-in-state');
  }

  private takeEffect(on: string): void {
    this.effectiveOn = on;
    this.go('IN_EFFECT');
  }

  private go(to: DisciplineState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/discipline-not-in-state');
    this.state = to;
  }
}
