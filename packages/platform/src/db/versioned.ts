import type { Id } from '@vungmanh/contracts/types';
import { Column, PrimaryColumn } from 'typeorm';

/** What every aggregate has. The version is moved by the platform's guarded writes and by nothing else. */
export abstract class Versioned {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('integer')
  version: number;
}
