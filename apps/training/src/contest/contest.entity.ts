import type { ContestRules, Criterion } from '@vungmanh/contracts/training/contest';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { areRules } from './contest.rules.js';

/** A contest with its scale. */
@Entity('contest')
export class ContestEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') title: string;
  @Column('text') ground: string;
  @Column('jsonb') criteria: Criterion[];
  @Column('jsonb') ties: string[];

  static begin(about: Pick<ContestEntity, 'id' | 'nodeId'>, rules: ContestRules): ContestEntity {
    const contest = Object.assign(new ContestEntity(), about);
    contest.say(rules, 0);
    return contest;
  }

  say({ title, ground, criteria, ties }: ContestRules, rounds: number): void {
    if (rounds > 0) throw new Broken('training/contest-begun');
    if (!areRules({ criteria, ties })) throw new Broken('training/contest-rules');
    Object.assign(this, { title, ground, criteria, ties });
  }
}
