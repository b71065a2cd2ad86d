import { z } from 'zod';
import { get, query } from '../operation.js';
import { forbidden } from '../problem.js';
import { Id } from '../types.js';
import { AgendaArea } from './meeting-state.js';

/** A chapter that may help to prepare a meeting. `onTopic`: it speaks of the meeting's thematic topic. */
export const ProposedChapter = z.object({
  id: Id,
  /** The newest: what a new citation names. */
  edition: z.number().int().positive(),
  code: z.string(),
  title: z.string(),
  nodeName: z.string(),
  areas: z.array(AgendaArea),
  themes: z.array(z.string()),
  onTopic: z.boolean(),
});
export type ProposedChapter = z.infer<typeof ProposedChapter>;

/** Chapters of the organizations above that serve this kind of meeting in this kind of cell, at most fifty; those on its topic first. */
export const proposeChapters = query({
  subject: 'meetings.handbook.propose',
  http: get('/meetings/:meetingId/handbook-chapters'),
  access: { grant: 'meetings:prepare' },
  input: z.strictObject({ meetingId: Id, coversThematic: z.stringbool().default(false), topic: z.string().max(300).optional() }),
  output: z.strictObject({ chapters: z.array(ProposedChapter) }),
});

/** How many agendas cite a chapter, by the quarter of the meeting. */
export const ChapterUse = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  withdrawn: z.boolean(),
  quarters: z.array(z.number().int()).length(4),
});
export type ChapterUse = z.infer<typeof ChapterUse>;

/**
 * Use of the handbook at and below an organization: an agenda that was told to the members, or met by, cites a chapter. Counts alone,
 * and of no single cell: nobody is to be found who does not cite.
 */
export const handbookUse = query({
  subject: 'meetings.handbook.use',
  http: get('/overview/:nodeId/handbook-use'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: z.coerce.number().int().min(2016).max(2100) }),
  output: z.strictObject({ chapters: z.array(ChapterUse) }),
  errors: { 'meetings/single-organization': forbidden('Số lượt dẫn Sổ tay chỉ tính chung cho nhiều tổ chức. Hãy xem ở cấp trên của tổ chức này.') },
});
