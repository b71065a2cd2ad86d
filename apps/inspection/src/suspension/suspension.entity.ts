import type { Suspension } from '@vungmanh/contracts/inspection/suspension';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { expectExtension, extensibleTo, holdsOn } from './suspension.rules.js';

/** A time without activities of a member whose violation is being looked into. */
@Entity('suspension')
export class SuspensionEntity extends Versioned {
  @Column('uuid', { name: 'case_id' }) disciplineId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'until_on' }) untilOn: string;
  @Column('boolean') extended: boolean;
  @Column('date', { name: 'lifted_on', nullable: true }) liftedOn: string | null;

  get shown(): Suspension {
    const { id, version, fromOn: from, untilOn: until, extended, liftedOn } = this;
    const term = { from, until, extended, ...(liftedOn === null ? {} : { liftedOn }) };
    const most = extensibleTo(term);
    return { id, version, ...term, ...(most === undefined || most <= until ? {} : { extensibleTo: most }) };
  }

  extend(until: string, today: string): void {
    expectExtension(this.shown, until, today);
    this.untilOn = until;
    this.extended = true;
  }

  lift(on: string, today: string): void {
    if (!holdsOn(this.shown, on)) throw new Broken('inspection/discipline-not-in-state');
    if (on > today || on <= this.fromOn) throw new Broken('inspection/in-the-future');
    this.liftedOn = on;
  }
}
