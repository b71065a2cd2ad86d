import type { Quarter, SupervisionAct, SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isPossible, transitions } from './supervision.rules.js';

/** The supervision of a cell's members in one quarter. */
@Entity('member_supervision')
export class MemberSupervisionEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  @Column('text') quarter: Quarter;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on' }) toOn: string;
  @Column('text') state: SupervisionState;
  @Column('date', { name: 'roster_on' }) rosterOn: string;
  @Column('text', { name: 'grade_scale', array: true }) gradeScale: string[];
  @Column('date', { name: 'opened_on', nullable: true }) openedOn: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;

  open(today: string): void {
    this.check('open');
    this.go('OPEN');
    this.openedOn = today;
  }

  close(today: string): void {
    this.check('close');
    this.go('CLOSED');
    this.closedOn = today;
  }

  /** `used`: the marks that grades of this quarter have; they stay. */
  setScale(marks: readonly string[], used: ReadonlySet<string>): void {
    this.check('set-scale');
    if ([...used].some((mark) => !marks.includes(mark))) throw new Broken('inspection/grade-in-use');
    this.gradeScale = [...marks];
  }

  check(act: SupervisionAct): void {
    if (!isPossible(act, this.state)) throw new Broken('inspection/supervision-not-in-state');
  }

  private go(to: SupervisionState): void {
    if (!transitions[this.state].includes(to)) throw new Broken('inspection/supervision-not-in-state');
    this.state = to;
  }
}
