import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { Inspector } from '../inspection/kind.js';
import { query } from '../operation.js';
import { serviceNames } from '../service.js';
import { Id, page, pageInput } from '../types.js';

export const NodeStatus = z.enum(['ACTIVE', 'ENDED']);
export type NodeStatus = z.infer<typeof NodeStatus>;

/** What the type of an organization lets it have; columns of the type row, never deduced from its depth or name. */
export const NodeTraits = z.object({
  /** Its members meet as a cell: it has a plan, a roll, resolutions. */
  meetsAsCell: z.boolean(),
  /** It may elect a committee that meets as a body of its own. */
  mayHaveCommittee: z.boolean(),
  hasSeal: z.boolean(),
  /** As which body its cell or committee inspects, supervises and disciplines (21-QĐ/TW). */
  inspectsAs: Inspector.extract(['CELL', 'SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE']),
  mayHaveInspectionCommission: z.boolean(),
  /** Organs that advise and assist its committee, each inspecting in its own field. */
  mayHaveAdvisoryOrgans: z.boolean(),
  /** The abbreviation behind the number of its papers: CB, ĐU. */
  symbol: z.string(),
});
export type NodeTraits = z.infer<typeof NodeTraits>;

/** What every service keeps of an organization in its own copy of the tree. */
export const NodeRow = Versioned.extend({
  parentId: Id.optional(),
  code: z.string(),
  name: z.string(),
  typeCode: z.string(),
  sector: z.string().optional(),
  status: NodeStatus,
  traits: NodeTraits,
});
export type NodeRow = z.infer<typeof NodeRow>;

/** Something about these organizations changed; consumers fetch the rows with {@link nodeSnapshot}. */
export const nodeChanged = event('organization.node.changed', 1, Versioned, {
  identity: ['project-node'],
  membership: ['project-node'],
  meetings: ['project-node'],
  inspection: ['project-node'],
  training: ['project-node'],
});

/** Every organization in an order in which parents come before children, or those named. */
export const nodeSnapshot = query({
  subject: 'organization.node.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(NodeRow),
});
