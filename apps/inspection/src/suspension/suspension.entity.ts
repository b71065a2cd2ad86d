import type { Suspension, SuspensionKind } from '@vungmanh/contracts/inspection/suspension';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { Column, Entity } from 'typeorm';
import { expectExtension, extensibleTo, holdsOn } from './suspension.rules.js';

/** A time without activities of a member whose violation is being looked into. */
@Entity('suspension')
export class SuspensionEntity extends Versioned {
  @Column('uuid', { name: 'case_id' }) disciplineId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: SuspensionKind;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'until_on' }) untilOn: string;
  @Column('boolean') extended: boolean;
  @Column('date', { name: 'lifted_on', nullable: true }) liftedOn: string | null;

  get term(): Pick<Suspension, 'from' | 'until' | 'extended' | 'liftedOn'> {
    const { fromOn: from, untilOn: until, extended, liftedOn } = this;
    return { from, until, extended, ...(liftedOn === null ? {} : { liftedOn }) };
  }

  shown(context: RuleContext): Suspension {
    const { id, version, kind, term } = this;
    const most = extensibleTo(term, context);
    return { id, version, kind, ...term, ...(most === undefined || most <= term.until ? {} : { extensibleTo: most }) };
  }

  extend(until: string, today: string, context: RuleContext): void {
    expectExtension(this.term, until, today, context);
    this.untilOn = until;
    this.extended = true;
  }

  lift(on: string, today: string): void {
    if (!holdsOn(this.term, on)) throw new Broken('inspection/discipline-not-in-state');
    if (on > today || on <= this.fromOn) throw new Broken('inspection/in-the-future');
    this.liftedOn = on;
  }
}
