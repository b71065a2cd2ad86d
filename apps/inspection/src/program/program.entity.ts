import type { ActorKind, ProgramState } from '@vungmanh/contracts/inspection/program-state';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** What a competent body has set itself to inspect and supervise in a year. */
@Entity('program')
export class ProgramEntity extends Versioned {
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') actor: ActorKind;
  @Column('smallint') year: number;
  @Column('text') state: ProgramState;
}
