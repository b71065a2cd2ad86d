import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text, Version } from '../types.js';
import { DenunciationAct, DenunciationNoteKind, DenunciationPart, DenunciationState, DenunciationWay, ItemResult } from './denunciation-state.js';
import { DenunciationPaper } from './denunciation-paper.js';
import { personMissing } from './discipline.js';
import { Inspector } from './kind.js';

const head = {
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  actor: Inspector,
  /** Of the member or the organization that is denounced. */
  name: z.string(),
  state: DenunciationState,
  receivedOn: CalendarDate,
  dueOn: CalendarDate.optional(),
  overdue: z.boolean(),
  parts: z.array(DenunciationPart),
} as const;

export const DenunciationLine = z.object(head);
export type DenunciationLine = z.infer<typeof DenunciationLine>;

/** Who denounces has no field here, nor in anything that is read out of it: see vault.ts. */
export const Denunciation = z.object({
  ...head,
  personId: Id.optional(),
  subjectNodeId: Id,
  /** Whoever is denounced learns neither of these three. */
  way: DenunciationWay.optional(),
  signed: z.boolean().optional(),
  opening: z
    .object({
      id: Id,
      askedBy: z.string(),
      askedAt: Instant,
      /** For whoever handles it or keeps the vault. */
      reason: z.string().optional(),
      confirmedBy: z.string().optional(),
      readable: z.boolean(),
      mine: z.boolean(),
    })
    .optional(),
  items: z.array(z.object({ id: Id, text: z.string(), result: ItemResult.optional() })),
  notes: z.array(z.object({ id: Id, kind: DenunciationNoteKind, at: Instant, by: z.string(), text: z.string() })),
  acceptedOn: CalendarDate.optional(),
  papers: z.array(DenunciationPaper),
  extended: z.boolean(),
  /** The sentence of the register on the term, where there is a rule. */
  rule: z.string().optional(),
  settledOn: CalendarDate.optional(),
  /** Whoever is denounced was told of it. */
  told: z.boolean(),
  people: z.array(z.object({ personId: Id, name: z.string(), part: DenunciationPart, since: CalendarDate })),
  may: z.array(DenunciationAct),
});
export type Denunciation = z.infer<typeof Denunciation>;

export const DenunciationStanding = z.object({ id: Id, version: Version, state: DenunciationState });
export type DenunciationStanding = z.infer<typeof DenunciationStanding>;

/** Enters a denunciation. Who denounces goes into the vault with it, and nowhere else; without that it is anonymous. */
export const registerDenunciation = command({
  subject: 'inspection.denunciation.register',
  http: post('/denunciations'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  audit: 'Vào sổ tố cáo',
  on: 'new',
  input: z.strictObject({
    nodeId: Id,
    actor: Inspector,
    personId: Id.optional(),
    subjectNodeId: Id.optional(),
    receivedOn: CalendarDate,
    way: DenunciationWay,
    items: z.array(text(2000)).min(1).max(30),
    denunciant: z.strictObject({ name: line(200), contact: line(500).optional(), about: text(1000).optional() }).optional(),
  }),
  output: DenunciationStanding,
  errors: {
    ...personMissing,
    'inspection/actor-unfit': invalid('Cơ quan này không giải quyết tố cáo. Hãy chọn ủy ban kiểm tra hoặc cấp ủy từ cơ sở trở lên.'),
    'inspection/subject-outside': invalid('Đảng viên hoặc tổ chức này không thuộc phạm vi của cơ quan. Hãy chuyển đơn đến nơi có thẩm quyền.'),
    'inspection/own-case': conflict('Đồng chí không thụ lý tố cáo về chính mình. Hãy chuyển đơn lên cấp trên.'),
    'inspection/in-the-future': invalid('Ngày nhận không thể ở tương lai. Hãy kiểm tra lại ngày.'),
    'inspection/denunciant-named': invalid(
      'Nội dung tố cáo có tên hoặc cách liên hệ của người tố cáo. Hãy viết lại nội dung, không để lộ người tố cáo: nội dung có thể được thông báo cho người bị tố cáo.',
    ),
  },
});

/** Those on whose list the signed-in person stands; `about`: those about themselves of which they were told. */
export const myDenunciations = query({
  subject: 'inspection.denunciation.mine',
  http: get('/my/denunciations'),
  access: { self: true },
  audit: 'Xem danh sách tố cáo được giao',
  input: z.strictObject({ ...pageInput, about: z.stringbool().default(false) }),
  output: page(DenunciationLine),
});

export const getDenunciation = query({
  subject: 'inspection.denunciation.get',
  http: get('/denunciations/:denunciationId'),
  access: { self: true },
  audit: 'Xem hồ sơ tố cáo',
  input: z.strictObject({ denunciationId: Id }),
  output: Denunciation,
});
