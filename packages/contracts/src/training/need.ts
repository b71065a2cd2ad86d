import { z } from 'zod';
import { command, get, put, query } from '../operation.js';
import { invalid } from '../problem.js';
import { Done, Id } from '../types.js';
import { TrainingYear } from './plan.js';

/** What a course needs: known from duties, asked from below, and already in the plan. */
export const CourseNeed = z.object({
  courseId: Id,
  courseLabel: z.string(),
  /** People whose deadline falls until the end of the year. */
  fromDuties: z.number().int(),
  /** Places that organizations below have asked for besides. */
  asked: z.number().int(),
  planned: z.number().int(),
});
export type CourseNeed = z.infer<typeof CourseNeed>;

/** What all organizations at and below need in a year, by course. Counts only. */
export const trainingNeeds = query({
  subject: 'training.need.list',
  http: get('/training/needs'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: TrainingYear }),
  output: z.object({ items: z.array(CourseNeed) }),
});

/** The same of one course by the organizations right below, each with all below it: for sharing places out. */
export const NodeNeed = z.object({ nodeId: Id, name: z.string(), code: z.string(), fromDuties: z.number().int(), asked: z.number().int() });
export type NodeNeed = z.infer<typeof NodeNeed>;

export const needsBelow = query({
  subject: 'training.need.below',
  http: get('/training/needs/below'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: TrainingYear, courseId: Id }),
  output: z.object({ items: z.array(NodeNeed) }),
});

/** What an organization itself has asked for. */
export const StatedNeed = z.object({ courseId: Id, courseLabel: z.string(), places: z.number().int() });
export type StatedNeed = z.infer<typeof StatedNeed>;

export const statedNeeds = query({
  subject: 'training.need.stated',
  http: get('/training/needs/stated'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: TrainingYear }),
  output: z.object({ items: z.array(StatedNeed) }),
});

/** An organization says how many places it needs beyond its duties: applicants, people being prepared. None takes it back. */
export const stateNeed = command({
  subject: 'training.need.state',
  http: put('/training/needs/stated'),
  access: { grant: 'training:nominate', on: 'nodeId' },
  audit: 'Nêu nhu cầu bồi dưỡng của tổ chức',
  on: 'many',
  input: z.strictObject({ nodeId: Id, year: z.number().int().min(2016).max(2100), courseId: Id, places: z.number().int().min(0).max(5000) }),
  output: Done,
  errors: { 'training/course-unknown': invalid('Lớp học này không có trong danh mục. Hãy chọn lại.') },
});
