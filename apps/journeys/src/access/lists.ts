import type { Operation } from '@vungmanh/contracts/operation';
import { inspectionLists } from './inspection-lists.js';
import { type Asked, below, byId, byNode, cellsBelow, inReach, type Listing, ofPerson, own, parentsOf, type Row, text, thingsIn } from './listing.js';
import { holding, reaches, type Who } from './oracle.js';
import { CELLS, DAY, NAMED } from './places.js';
import type { Stage } from './stage.js';
import { studyLists } from './study-lists.js';
import { trainingLists } from './training-lists.js';

const everywhere = (asked: Asked): string[] => Object.values(asked.stage.places.nodes).filter((node) => inReach(asked, node));

const membersOf = (asked: Asked, nodes: readonly string[]): string[] => {
  const { people, places } = asked.stage;
  const entered = CELLS.flatMap((cell) => (nodes.includes(places.nodes[cell]) ? people.of[cell] : []));
  return nodes.includes(places.nodes.elsewhere) ? [...entered, people.movedAway] : entered;
};

/** The grants by which somebody sees an organization. */
const grantsOver = ({ stage, nodeId }: Asked): string[] =>
  stage.cast.grants
    .filter((g) => g.counts && g.permissions.length > 0 && !stage.cast.players.some((p) => p.closed && p.accountId === g.accountId))
    .filter((g) => reaches(g, nodeId, stage.places.parents))
    .map((g) => g.id);

const audit: Listing = { id: byId, nodeOf: (row) => row['nodeId'], of: 'below' };
const overview: Listing = { input: { month: DAY.slice(0, 7) }, id: byNode, nodeOf: (row) => row['nodeId'], of: 'below' };

/** Every question that answers rows. */
export const lists: Readonly<Record<string, Listing>> = {
  'identity.audit.page': audit,
  'organization.audit.page': audit,
  'membership.audit.page': audit,
  'meetings.audit.page': audit,
  'inspection.audit.page': audit,
  'training.audit.page': audit,
  'meetings.audit.about-me': own,
  'inspection.audit.about-me': own,
  'training.audit.about-me': own,
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
    must: (asked) => ofPerson(asked, 'task', 'taskId'),
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
  ...inspectionLists,
  ...trainingLists,
  ...studyLists,
  'training.chapter.drafts': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) => thingsIn(asked, 'chapterId', everywhere(asked), 'chapter'),
  },
};

/** Questions about one thing that answer its parts as rows: whoever may see the thing sees them all, which the cells say. */
export const parts: Readonly<Record<string, string>> = {
  'organization.import.rows': 'the rows of an import',
  'training.past-import.rows': 'the rows of an import',
  'training.taken-course.list': 'what one member has taken',
  'training.duty.classes': 'the classes in which one duty could be done',
  'meetings.vote.list': 'the votes of a meeting',
  'inspection.line.grid': 'the subjects of a program',
  'inspection.supervision-line.list': 'the members of a quarter, for the committee of their cell',
  'inspection.labor-grade.preview': 'the rows of a sheet of one’s own',
  'inspection.amendment.list': 'how a program was amended',
  'inspection.check-cell.list': 'the cells of a check',
  'inspection.check-cell.findings': 'what was found in a check',
  'inspection.candidate.list': 'whom a program could take up',
  'training.enrollment.list': 'the people of a class',
  'training.practice.get': 'the questions of a practice',
  'training.attempt.get': 'the questions of a paper',
  'training.quiz.results': 'the people of a test',
  'training.certificate.list': 'the book of certificates of a class',
  'inspection.denunciation.get': 'the items of a denunciation',
};

export const isListed = ({ subject }: Operation): boolean => subject in lists || subject in parts;

/** Every meeting of theirs that was told to them or whose results are published. */
function toldTo({ things }: Stage, { person = '' }: Who): string[] {
  return [...things.notice, ...things.meeting].filter((t) => t.people?.includes(person)).map((t) => String(t.fields['meetingId']));
}
