import type { Operation } from '@vungmanh/contracts/operation';
import { holding, isWithin, mayAt, type Parents, reaches, type Who } from './oracle.js';
import { CELLS, DAY, NAMED } from './places.js';
import type { Stage } from './stage.js';
import { PROGRAM_YEAR } from './programs.js';
import type { Kind } from './things.js';

type Row = Readonly<Record<string, unknown>>;

/** What a list is asked, by whom, and about which organization, if it names one. */
export interface Asked {
  readonly stage: Stage;
  readonly who: Who;
  /** The permission that the contract asks for; empty where it asks for none. */
  readonly permission: string;
  readonly nodeId: string;
}

/** How the rows of a list are compared with the oracle's. */
export interface Listing {
  /** What must be said beside the organization. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** What a row is known by. */
  readonly id: (row: Row) => string;
  /** Where a row lies; a row that says nothing of it is known by its id alone. */
  readonly nodeOf?: (row: Row) => unknown;
  /** Whether a list answers rows of what lies below too, or anywhere in reach. */
  readonly of: 'node' | 'below' | 'reach';
  /** The ids that must be there, of those that the test has made; nothing where it has made none. */
  readonly must?: (asked: Asked) => string[];
  /** Rows of their own, wherever they lie. */
  readonly own?: boolean;
}

const text = (row: Row, name: string): string => String(row[name]);
const byId = (row: Row): string => text(row, 'id');
const byNode = (row: Row): string => text(row, 'nodeId');

const parentsOf = ({ stage }: Asked): Parents => stage.places.parents;
const inReach = (asked: Asked, nodeId: string): boolean => mayAt(asked.who, asked.permission, nodeId, parentsOf(asked));
/** The organizations of the matrix that lie at or below the one asked about, in reach. */
const below = (asked: Asked): string[] =>
  Object.values(asked.stage.places.nodes).filter((node) => isWithin(node, asked.nodeId, parentsOf(asked)) && inReach(asked, node));
const cellsBelow = (asked: Asked): string[] => CELLS.map((cell) => asked.stage.places.nodes[cell]).filter((node) => below(asked).includes(node));

/** The things of some kinds that lie in any of these organizations, by the field that names them. */
const thingsIn = ({ stage }: Asked, field: string, nodes: readonly string[], ...kinds: Kind[]): string[] =>
  kinds.flatMap((kind) => stage.things[kind].filter((t) => nodes.includes(t.nodeId)).map((t) => String(t.fields[field])));
const everywhere = (asked: Asked): string[] => Object.values(asked.stage.places.nodes).filter((node) => inReach(asked, node));

const membersOf = (asked: Asked, nodes: readonly string[]): string[] => {
  const { people, places } = asked.stage;
  const entered = CELLS.flatMap((cell) => (nodes.includes(places.nodes[cell]) ? people.of[cell] : []));
  return nodes.includes(places.nodes.elsewhere) ? [...entered, people.movedAway] : entered;
};

/** The things of a kind that are a person's own. */
const ofPerson = ({ stage, who }: Asked, kind: Kind, field: string): string[] =>
  stage.things[kind].filter((t) => t.people?.includes(who.person ?? '')).map((t) => String(t.fields[field]));

/** The grants by which somebody sees an organization. */
const grantsOver = ({ stage, nodeId }: Asked): string[] =>
  stage.cast.grants
    .filter((g) => g.counts && g.permissions.length > 0 && !stage.cast.players.some((p) => p.closed && p.accountId === g.accountId))
    .filter((g) => reaches(g, nodeId, stage.places.parents))
    .map((g) => g.id);

const audit: Listing = { id: byId, nodeOf: (row) => row['nodeId'], of: 'below' };
const own: Listing = { id: byId, of: 'reach', own: true };
const overview: Listing = { input: { month: DAY.slice(0, 7) }, id: byNode, nodeOf: (row) => row['nodeId'], of: 'below' };

/** Every question that answers rows. */
export const lists: Readonly<Record<string, Listing>> = {
  'identity.audit.page': audit,
  'organization.audit.page': audit,
  'membership.audit.page': audit,
  'meetings.audit.page': audit,
  'inspection.audit.page': audit,
  'meetings.audit.about-me': own,
  'inspection.audit.about-me': own,
  'membership.audit.about-me': own,
  'identity.account.list': {
    id: byId,
    nodeOf: (row) => (row['grants'] as Row[]).map((grant) => grant['nodeId']),
    of: 'reach',
    must: (asked) => thingsIn(asked, 'accountId', everywhere(asked), 'account'),
  },
  'identity.grant.expiring': { id: byId, nodeOf: (row) => row['nodeId'], of: 'reach' },
  'identity.grant-proposal.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) => thingsIn(asked, 'proposalId', everywhere(asked), 'proposal'),
  },
  'identity.node-access.list': { id: byId, of: 'node', must: grantsOver },
  'identity.node-access.short': { id: byId, of: 'node', must: grantsOver },
  'organization.node.children': {
    id: byId,
    nodeOf: (row) => row['id'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => parentsOf(asked).get(node) === asked.nodeId),
  },
  'organization.node.history': { id: (row) => `${text(row, 'kind')} ${text(row, 'from')}`, of: 'node' },
  'organization.node.roots': {
    id: byId,
    nodeOf: (row) => row['id'],
    of: 'reach',
    must: (asked) =>
      holding(asked.who, asked.permission)
        .map((h) => h.nodeId)
        .filter((node) => !inReach(asked, parentsOf(asked).get(node) ?? '')),
  },
  'organization.node.search': {
    input: { text: NAMED },
    id: byId,
    nodeOf: (row) => row['id'],
    of: 'reach',
    must: (asked) => everywhere(asked).filter((node) => node !== asked.stage.places.nodes.province),
  },
  'organization.committee.list': { id: (row) => text(row, 'bodyId'), of: 'node', must: (asked) => thingsIn(asked, 'bodyId', [asked.nodeId], 'body') },
  'organization.export.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) =>
      asked.stage.things.export.filter((t) => t.owner === asked.who.accountId && inReach(asked, t.nodeId)).map((t) => String(t.fields['exportId'])),
  },
  'organization.follower.list': { id: byNode, nodeOf: (row) => row['nodeId'], of: 'below', must: cellsBelow },
  'organization.import.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) => {
      const wide = holding(asked.who, asked.permission).filter((h) => h.below);
      return asked.stage.things.import
        .filter((t) => wide.some((h) => reaches(h, t.nodeId, parentsOf(asked))))
        .map((t) => String(t.fields['importId']));
    },
  },
  'organization.register.page': { id: byId, of: 'node' },
  'membership.member.list': { id: byId, nodeOf: (row) => row['nodeId'], of: 'below', must: (asked) => membersOf(asked, below(asked)) },
  'membership.roster.get': { id: byId, nodeOf: (row) => row['nodeId'], of: 'node', must: (asked) => membersOf(asked, [asked.nodeId]) },
  'meetings.meeting.list': {
    input: { below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'meetingId', below(asked), 'meeting', 'notice'),
  },
  'meetings.meeting.mine': { ...own, must: ({ stage, who }) => toldTo(stage, who) },
  'meetings.task.list': {
    input: { below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'taskId', below(asked), 'task'),
  },
  'meetings.task.mine': {
    ...own,
    must: ({ stage, who }) => stage.things.task.filter((t) => t.people?.includes(who.person ?? '')).map((t) => String(t.fields['taskId'])),
  },
  'meetings.overview.below': { ...overview, must: below },
  'meetings.overview.children': {
    ...overview,
    must: (asked) => below(asked).filter((node) => node === asked.nodeId || parentsOf(asked).get(node) === asked.nodeId),
  },
  'meetings.overview.thematic-missing': overview,
  'meetings.overview.year': {
    input: { year: 2026 },
    id: (row) => `${byNode(row)} ${text(row, 'month')}`,
    nodeOf: (row) => row['nodeId'],
    of: 'node',
  },
  'inspection.program.list': {
    input: { year: PROGRAM_YEAR, below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'programId', below(asked), 'program'),
  },
  'inspection.program.choices': { input: { year: PROGRAM_YEAR }, id: (row) => text(row, 'actor'), of: 'node' },
  'inspection.line.mine': {
    ...own,
    must: ({ stage, who }) => stage.things.line.filter((t) => t.people?.includes(who.person ?? '')).map((t) => String(t.fields['lineId'])),
  },
  'inspection.discipline.mine': { ...own, must: ({ stage, who }) => onTheirList(stage, who, 'discipline', 'disciplineId') },
  'inspection.discipline.list-proposals': { id: (row) => text(row, 'disciplineId'), of: 'node', must: () => [] },
  'inspection.appeal.list': { id: (row) => text(row, 'disciplineId'), of: 'node', must: () => [] },
  'inspection.denunciation.mine': { ...own, must: ({ stage, who }) => onTheirList(stage, who, 'denunciation', 'denunciationId') },
  'inspection.line.on-organization': { id: byId, of: 'node' },
  'inspection.member-supervision.counts': {
    input: { quarter: '2026-Q4' },
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: cellsBelow,
  },
  'inspection.supervision-line.mine': {
    ...own,
    must: ({ stage, who }) =>
      stage.things['supervision-line'].filter((t) => t.people?.[0] === who.person).map((t) => String(t.fields['supervisionLineId'])),
  },
  'inspection.meeting-check.list': {
    input: { below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'checkId', below(asked), 'check'),
  },
  'inspection.meeting-check.mine': { ...own, must: ({ stage, who }) => theirs(stage, who, 'check') },
  'inspection.meeting-check.cells': { id: byNode, nodeOf: (row) => row['nodeId'], of: 'below', must: cellsBelow },
  'inspection.check-notice.mine': { ...own, must: ({ stage, who }) => theirs(stage, who, 'checkNotice') },
  'inspection.check-finding.list': {
    id: byId,
    of: 'node',
    must: (asked) =>
      asked.nodeId === asked.stage.places.nodes.cell ? thingsIn(asked, 'findingId', [asked.stage.places.nodes.commune], 'finding') : [],
  },
  'inspection.case.mine': { ...own, must: (asked) => ofPerson(asked, 'case', 'caseId') },
  'inspection.case.on-me': { ...own, must: (asked) => ofPerson(asked, 'case-on-me', 'caseId') },
  'inspection.case.count': { input: { year: PROGRAM_YEAR }, id: (row) => `${text(row, 'kind')} ${text(row, 'state')}`, of: 'below' },
  'inspection.recommendation.mine': own,
  'inspection.recommendation.overdue': { id: byNode, nodeOf: (row) => row['nodeId'], of: 'below' },
  'inspection.written-report.mine': own,
  'inspection.coverage.children': {
    input: { year: PROGRAM_YEAR },
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => node === asked.nodeId || parentsOf(asked).get(node) === asked.nodeId),
  },
};

/** Questions about one thing that answer its parts as rows: whoever may see the thing sees them all, which the cells say. */
export const parts: Readonly<Record<string, string>> = {
  'organization.import.rows': 'the rows of an import',
  'meetings.vote.list': 'the votes of a meeting',
  'inspection.line.grid': 'the subjects of a program',
  'inspection.supervision-line.list': 'the members of a quarter, for the committee of their cell',
  'inspection.labor-grade.preview': 'the rows of a sheet of one’s own',
  'inspection.amendment.list': 'how a program was amended',
  'inspection.check-cell.list': 'the cells of a check',
  'inspection.check-cell.findings': 'what was found in a check',
  'inspection.candidate.list': 'whom a program could take up',
  'inspection.denunciation.get': 'the items of a denunciation',
};

export const isListed = ({ subject }: Operation): boolean => subject in lists || subject in parts;

/** The checks on whose list they are, or whose notice they read. */
function theirs({ things }: Stage, { person = '' }: Who, kind: 'check' | 'checkNotice'): string[] {
  return things[kind].filter((t) => t.people?.includes(person)).map((t) => String(t.fields['checkId']));
}
/** Cases on whose list they stand and which are not about themselves: the handler is the first of the people. */
const onTheirList = ({ things }: Stage, { person }: Who, kind: 'discipline' | 'denunciation', field: string): string[] =>
  things[kind].filter((t) => person !== undefined && t.people?.[0] === person).map((t) => String(t.fields[field]));

/** Every meeting of theirs that was told to them or whose results are published. */
function toldTo({ things }: Stage, { person = '' }: Who): string[] {
  return [...things.notice, ...things.meeting].filter((t) => t.people?.includes(person)).map((t) => String(t.fields['meetingId']));
}
