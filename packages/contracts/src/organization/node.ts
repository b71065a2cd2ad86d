import { z } from 'zod';
import { command, post, put } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, Version } from '../types.js';
import { BodyKind } from './body.js';
import { Decision } from './decision.js';
import { NodeStatus, NodeTraits } from './tree.js';

/** An organization on the way from the province down to the one asked for. One that may not be read still shows its name. */
export const PathStep = z.strictObject({ id: Id, name: z.string(), readable: z.boolean() });
export type PathStep = z.infer<typeof PathStep>;

export const NodeDetail = z.strictObject({
  id: Id,
  version: Version,
  parentId: Id.optional(),
  code: z.string(),
  name: z.string(),
  typeCode: z.string(),
  typeLabel: z.string(),
  sector: z.string().optional(),
  sectorLabel: z.string().optional(),
  status: NodeStatus,
  traits: NodeTraits,
  establishedOn: CalendarDate.optional(),
  decision: Decision.optional(),
  /** From the province down to the parent. */
  path: z.array(PathStep),
  bodies: z.array(z.strictObject({ id: Id, kind: BodyKind, name: z.string(), meets: z.boolean() })),
});
export type NodeDetail = z.infer<typeof NodeDetail>;

const future = invalid('Ngày có hiệu lực không được sau hôm nay. Hãy nhập khi quyết định đã có hiệu lực.');
const nodeErrors = {
  'organization/type-unknown': invalid('Loại hình tổ chức này không có, hoặc không còn áp dụng vào ngày thành lập. Hãy chọn loại hình khác.'),
  'organization/type-not-allowed': invalid('Loại hình tổ chức này không được lập trực thuộc tổ chức đã chọn. Hãy chọn loại hình hoặc cấp trên khác.'),
  'organization/sector-unknown': invalid('Lĩnh vực này không có trong danh mục. Hãy chọn lại.'),
  'organization/code-malformed': invalid(
    'Mã tổ chức đảng chưa đúng dạng. Hãy nhập các nhóm chữ số cách nhau bằng dấu chấm, ví dụ 38.168.053.000.001.',
  ),
  'organization/code-taken': conflict('Mã này đang dùng cho một tổ chức đảng khác. Hãy kiểm tra lại mã.'),
  'organization/date-in-future': future,
  'organization/before-parent': invalid('Ngày thành lập sớm hơn ngày cấp trên được lập. Hãy kiểm tra lại ngày hoặc cấp trên.'),
  'organization/parent-ended': conflict('Tổ chức cấp trên đã kết thúc hoạt động. Hãy chọn cấp trên khác.'),
} as const;

/** Establishes an organization below another from the day of its decision. */
export const establishNode = command({
  subject: 'organization.node.establish',
  http: post('/organizations'),
  access: { grant: 'organization:establish', on: 'parentId' },
  audit: 'Thành lập tổ chức đảng',
  on: 'new',
  input: z.strictObject({
    parentId: Id,
    typeCode: z.string().max(60),
    code: line(40),
    name: line(200),
    sector: z.string().max(60).optional(),
    establishedOn: CalendarDate,
    decision: Decision.optional(),
    /** Left out: as its type has it. */
    hasSeal: z.boolean().optional(),
  }),
  output: NodeDetail,
  errors: nodeErrors,
});

/** Gives an organization another name from a day on; the old one stays in its history. */
export const renameNode = command({
  subject: 'organization.node.rename',
  http: put('/organizations/:nodeId/name'),
  access: { grant: 'organization:establish', on: 'nodeId' },
  audit: 'Đổi tên tổ chức đảng',
  on: 'existing',
  input: z.strictObject({ nodeId: Id, name: line(200), from: CalendarDate, decision: Decision.optional() }),
  output: NodeDetail,
  errors: {
    'organization/date-in-future': future,
    'organization/name-older': invalid('Ngày đổi tên phải sau ngày bắt đầu của tên đang dùng.'),
    'organization/name-same': conflict('Tên mới trùng với tên đang dùng.'),
    'organization/node-ended': conflict('Tổ chức đảng này đã kết thúc hoạt động, không đổi tên được nữa.'),
  },
});
