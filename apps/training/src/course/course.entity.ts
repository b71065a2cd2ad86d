import type { CourseKind } from '@vungmanh/contracts/training/course';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

/** A course that the province holds, under one code through all editions of its syllabus. */
@Entity('course_type')
export class CourseEntity extends Versioned {
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('text') kind: CourseKind;
  @Column('boolean') ended: boolean;
  /** The order in which lists show it; the province's own come last. */
  @Column('integer') position: number;

  static add(about: Pick<CourseEntity, 'id' | 'label' | 'kind' | 'position'>): CourseEntity {
    return Object.assign(new CourseEntity(), { ...about, code: `LOCAL_${about.position}`, ended: false });
  }
}
