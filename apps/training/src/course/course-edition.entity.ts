import type { Syllabus } from '@vungmanh/contracts/training/course';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The syllabus of a course from one day on, until the next edition begins. Never changed. */
@Entity('course_edition')
export class CourseEditionEntity {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId: string;
  @PrimaryColumn('integer') number: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('jsonb') syllabus: Syllabus;
}
