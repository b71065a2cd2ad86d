import { z } from 'zod';
import { get, query } from '../operation.js';
import { CalendarDate, Id, line, page, pageInput, Version } from '../types.js';
import { Decision } from './decision.js';
import { NodeDetail, PathStep } from './node.js';
import { NodeStatus } from './tree.js';

/** A line of the tree. Numbers of members are membership's business. */
export const TreeLine = z.strictObject({
  id: Id,
  version: Version,
  code: z.string(),
  name: z.string(),
  typeCode: z.string(),
  typeLabel: z.string(),
  sector: z.string().optional(),
  status: NodeStatus,
  meetsAsCell: z.boolean(),
  /** Organizations right below it: a leaf has none. */
  children: z.number().int(),
  /** Cells anywhere below it, itself not counted. */
  cellsBelow: z.number().int(),
});
export type TreeLine = z.infer<typeof TreeLine>;

/** Where the person's own tree begins: the highest organizations that they may read. */
export const myRoots = query({
  subject: 'organization.node.roots',
  http: get('/organizations/roots'),
  access: { grant: 'organization:read' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(TreeLine) }),
});

/** The organizations right below one, by code. */
export const childrenOf = query({
  subject: 'organization.node.children',
  http: get('/organizations/:nodeId/children'),
  access: { grant: 'organization:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, ...pageInput }),
  output: page(TreeLine),
});

export const nodeDetail = query({
  subject: 'organization.node.detail',
  http: get('/organizations/:nodeId'),
  access: { grant: 'organization:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id }),
  output: NodeDetail,
});

export const FoundNode = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  typeCode: z.string(),
  typeLabel: z.string(),
  status: NodeStatus,
  meetsAsCell: z.boolean(),
  path: z.array(PathStep),
});
export type FoundNode = z.infer<typeof FoundNode>;

/** Organizations of the scope whose name or code holds the text, marks and case aside; each with where it stands. */
export const searchNodes = query({
  subject: 'organization.node.search',
  http: get('/organizations/search'),
  access: { grant: 'organization:read' },
  input: z.strictObject({ text: line(100), ...pageInput }),
  output: page(FoundNode),
});

export const NodeChangeKind = z.enum(['NAME', 'CODE', 'PARENT']);
export type NodeChangeKind = z.infer<typeof NodeChangeKind>;

export const nodeChangeLabel: Record<NodeChangeKind, string> = { NAME: 'Tên gọi', CODE: 'Mã', PARENT: 'Cấp trên trực tiếp' };

/** What an organization was called, how it was coded and where it stood, newest first. */
export const nodeHistory = query({
  subject: 'organization.node.history',
  http: get('/organizations/:nodeId/history'),
  access: { grant: 'organization:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        kind: NodeChangeKind,
        value: z.string(),
        from: CalendarDate,
        to: CalendarDate.optional(),
        decision: Decision.optional(),
      }),
    ),
  }),
});
