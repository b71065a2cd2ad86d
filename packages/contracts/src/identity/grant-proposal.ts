import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, Version } from '../types.js';
import { beyondGiver, grantFields, NamedAccount, ungivable } from './role.js';

export const ProposalState = z.enum(['PROPOSED', 'APPROVED', 'REJECTED']);
export type ProposalState = z.infer<typeof ProposalState>;

/** A grant that one has proposed and that gives nothing until another has approved it. */
export const GrantProposal = z.strictObject({
  id: Id,
  state: ProposalState,
  account: NamedAccount,
  role: z.strictObject({ code: z.string(), label: z.string() }),
  nodeId: Id,
  nodeName: z.string(),
  below: z.boolean(),
  onBehalfOf: NamedAccount.optional(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  proposedBy: NamedAccount,
  proposedAt: Instant,
  decidedBy: NamedAccount.optional(),
  version: Version,
});
export type GrantProposal = z.infer<typeof GrantProposal>;

export const proposeGrant = command({
  subject: 'identity.grant-proposal.propose',
  http: post('/accounts/:accountId/grant-proposals'),
  access: { grant: 'identity:manage-grants', on: 'nodeId', stepUp: true },
  audit: 'Đề nghị giao quyền',
  on: 'new',
  input: z.strictObject(grantFields),
  output: GrantProposal,
  errors: {
    ...ungivable,
    'identity/already-proposed': conflict('Quyền này đã được đề nghị và đang chờ duyệt.'),
    'identity/one-is-enough': conflict('Vai trò này không cần người thứ hai duyệt. Hãy giao quyền trực tiếp.'),
  },
});

/** What waits for a second person in the organizations in which the asker gives grants, oldest first. */
export const listProposals = query({
  subject: 'identity.grant-proposal.list',
  http: get('/grant-proposals'),
  access: { grant: 'identity:manage-grants' },
  input: z.strictObject(pageInput),
  output: page(GrantProposal),
});

const decided = { 'identity/already-decided': conflict('Đề nghị này đã được quyết định.') } as const;

/** The second of four eyes: gives the grant. Whoever approves must be able to give it, and be neither who proposed it nor who gets it. */
export const approveGrant = command({
  subject: 'identity.grant-proposal.approve',
  http: post('/grant-proposals/:proposalId/approve'),
  access: { grant: 'identity:manage-grants', stepUp: true },
  audit: 'Duyệt giao quyền',
  on: 'existing',
  input: z.strictObject({ proposalId: Id }),
  output: GrantProposal,
  errors: {
    ...beyondGiver,
    ...decided,
    'identity/same-person': conflict('Người đề nghị và người được giao không tự duyệt. Hãy để đồng chí khác duyệt.'),
    'identity/grant-held': ungivable['identity/grant-held'],
    'identity/account-disabled': ungivable['identity/account-disabled'],
    'identity/behalf-lacks': ungivable['identity/behalf-lacks'],
    'identity/proposal-over': conflict('Thời hạn của quyền này đã qua.'),
  },
});

/** Turns a proposal down; whoever made it takes it back in the same way. */
export const rejectGrant = command({
  subject: 'identity.grant-proposal.reject',
  http: post('/grant-proposals/:proposalId/reject'),
  access: { grant: 'identity:manage-grants' },
  audit: 'Không duyệt giao quyền',
  on: 'existing',
  input: z.strictObject({ proposalId: Id, reason: line(300) }),
  output: GrantProposal,
  errors: decided,
});
