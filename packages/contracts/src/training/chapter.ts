import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { Download } from '../gateway/upload.js';
import { AgendaArea, MeetingKind } from '../meetings/meeting-state.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, unsupportedType } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';
import { ChapterAct, ChapterState } from './chapter-state.js';

/** What a chapter helps to prepare. A list without anything in it holds for all. */
const serves = {
  /** Items of an agenda. */
  areas: z.array(AgendaArea).max(8),
  kinds: z.array(MeetingKind).max(4),
  /** Codes of kinds of cells, as the tree has them. */
  sectors: z.array(z.string().min(1).max(60)).max(12),
  /** Thematic topics, in words. */
  themes: z.array(line(200)).max(20),
} as const;

/** What is written in a chapter; the body as `chapterBlocks` reads it. */
export const ChapterContent = z.strictObject({ title: line(200), body: text(30_000), keywords: z.array(line(60)).max(20), ...serves });
export type ChapterContent = z.infer<typeof ChapterContent>;

/** 'ST-01', 'CM.03': how papers cite it, through all its editions. */
export const ChapterCode = line(20).regex(/^[\p{Lu}\d]+([.-][\p{Lu}\d]+)*$/u, { error: 'Mã chương gồm chữ hoa và số, ví dụ ST-01' });

const number = z.number().int().positive();
const head = { id: Id, version: Version, code: z.string(), nodeId: Id, nodeName: z.string(), state: ChapterState };

/** A published chapter as lists show it. `excerpt`: where the words that were looked for stand. */
export const ChapterLine = z.object({
  ...head,
  title: z.string(),
  edition: number,
  publishedOn: CalendarDate,
  ...serves,
  excerpt: z.string().optional(),
});
export type ChapterLine = z.infer<typeof ChapterLine>;

/** One edition to be read. Editions that were published never change. */
export const Chapter = ChapterLine.omit({ excerpt: true }).extend({
  keywords: z.array(z.string()),
  body: z.string(),
  /** The newest edition; the one that is read may be older. */
  newest: number,
  /** The newest first. */
  editions: z.array(z.object({ number, publishedOn: CalendarDate, note: z.string().optional() })),
  withdrawn: z.object({ on: CalendarDate, because: z.string() }).optional(),
  may: z.array(ChapterAct),
});
export type Chapter = z.infer<typeof Chapter>;

/** A chapter under the hands of who keeps it. `edition`: how many were published. */
export const ChapterDraft = z.object({
  ...head,
  edition: z.number().int().nonnegative(),
  /** What is being written; absent while nothing is. */
  draft: ChapterContent.optional(),
  may: z.array(ChapterAct),
});
export type ChapterDraft = z.infer<typeof ChapterDraft>;

const chapterId = { chapterId: Id };

/** Chapters in force, or those that were withdrawn, by code; with words to look for, those first that have them in their title. */
export const listChapters = query({
  subject: 'training.chapter.list',
  http: get('/handbook/chapters'),
  access: { signedIn: true },
  input: z.strictObject({ ...pageInput, q: line(100).optional(), area: AgendaArea.optional(), withdrawn: z.stringbool().default(false) }),
  output: page(ChapterLine),
});

/** The newest edition, or the one that is asked for: a paper cites a chapter with its edition. */
export const getChapter = query({
  subject: 'training.chapter.get',
  http: get('/handbook/chapters/:chapterId'),
  access: { signedIn: true },
  input: z.strictObject({ ...chapterId, edition: z.coerce.number().int().positive().optional() }),
  output: Chapter,
});

export const downloadChapter = query({
  subject: 'training.chapter.download',
  http: get('/handbook/chapters/:chapterId/editions/:edition/:format'),
  access: { signedIn: true },
  input: z.strictObject({ ...chapterId, edition: z.coerce.number().int().positive(), format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
});

/** What is being written where one may write. */
export const listChapterDrafts = query({
  subject: 'training.chapter.drafts',
  http: get('/handbook/drafts'),
  access: { grant: 'training:handbook' },
  input: z.strictObject(pageInput),
  output: page(ChapterDraft.omit({ draft: true, may: true }).extend({ title: z.string() })),
});

export const getChapterDraft = query({
  subject: 'training.chapter.draft',
  http: get('/handbook/drafts/:chapterId'),
  access: { grant: 'training:handbook' },
  input: z.strictObject(chapterId),
  output: ChapterDraft,
});

const notInState = { 'training/chapter-not-in-state': conflict('Việc này không làm được ở bước hiện tại của chương. Hãy tải lại trang.') } as const;
const secret = {
  'training/secret-document': unsupportedType(
    'Hệ thống không nhận tài liệu mật. Hãy chuyển tài liệu này theo đường văn thư mật và gỡ khỏi máy tính nối mạng.',
  ),
} as const;

/** Begins a chapter. Nobody else sees it before it is published. */
export const writeChapter = command({
  subject: 'training.chapter.write',
  http: post('/handbook/chapters'),
  access: { grant: 'training:handbook', on: 'nodeId' },
  audit: 'Soạn chương mới của Sổ tay nghiệp vụ',
  on: 'new',
  input: z.strictObject({ nodeId: Id, code: ChapterCode, content: ChapterContent }),
  output: ChapterDraft,
  errors: { ...secret, 'training/chapter-code-taken': conflict('Mã chương này đã dùng. Hãy chọn mã khác, hoặc mở chương đó để soạn lần sau.') },
});

/** Writes on at the draft; for a published chapter, begins the next edition. */
export const reviseChapter = command({
  subject: 'training.chapter.revise',
  http: put('/handbook/chapters/:chapterId/draft'),
  access: { grant: 'training:handbook' },
  audit: 'Sửa bản soạn của chương trong Sổ tay nghiệp vụ',
  on: 'existing',
  input: z.strictObject({ ...chapterId, content: ChapterContent }),
  output: ChapterDraft,
  errors: { ...notInState, ...secret },
});

/** Makes the draft the next edition, which everybody reads and nobody changes. */
export const publishChapter = command({
  subject: 'training.chapter.publish',
  http: post('/handbook/chapters/:chapterId/editions'),
  access: { grant: 'training:handbook' },
  audit: 'Ban hành chương của Sổ tay nghiệp vụ',
  on: 'existing',
  /** `note`: what is new in it. */
  input: z.strictObject({ ...chapterId, note: line(300).optional() }),
  output: ChapterDraft,
  errors: { ...notInState, 'training/chapter-without-draft': conflict('Chương này không có bản soạn nào. Hãy soạn trước khi ban hành.') },
});

export const dropChapterDraft = command({
  subject: 'training.chapter.drop-draft',
  http: post('/handbook/chapters/:chapterId/draft/dropping'),
  access: { grant: 'training:handbook' },
  audit: 'Bỏ bản soạn của chương trong Sổ tay nghiệp vụ',
  on: 'existing',
  input: z.strictObject(chapterId),
  output: ChapterDraft,
  errors: { ...notInState, 'training/chapter-without-draft': conflict('Chương này không có bản soạn nào để bỏ.') },
});

/** From now on nothing new cites it; whoever has cited it still reads it. */
export const withdrawChapter = command({
  subject: 'training.chapter.withdraw',
  http: post('/handbook/chapters/:chapterId/withdrawal'),
  access: { grant: 'training:handbook' },
  audit: 'Thu hồi chương của Sổ tay nghiệp vụ',
  on: 'existing',
  input: z.strictObject({ ...chapterId, because: line(500) }),
  output: ChapterDraft,
  errors: { ...notInState, 'training/chapter-has-draft': conflict('Chương còn bản soạn chưa ban hành. Hãy bỏ bản soạn rồi thu hồi.') },
});

/** A chapter was published or withdrawn; consumers fetch the rows with {@link chapterSnapshot}. */
export const chapterChanged = event(
  'training.chapter.changed',
  1,
  Versioned.extend({ state: ChapterState.exclude(['DRAFT', 'DROPPED']), edition: number }),
  { meetings: ['project-chapter'] },
);

/** What those keep of a chapter who cite it. */
export const ChapterRow = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  code: z.string(),
  state: ChapterState.exclude(['DRAFT', 'DROPPED']),
  /** Of every edition, the first one first. */
  titles: z.array(z.string()),
  keywords: z.array(z.string()),
  ...serves,
});
export type ChapterRow = z.infer<typeof ChapterRow>;

export const chapterSnapshot = query({
  subject: 'training.chapter.snapshot',
  access: { internal: ['meetings'] },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(ChapterRow),
});
