import { type Asked, below, byId, byNode, cellsBelow, type Listing, ofPerson, own, parentsOf, text, thingsIn } from './listing.js';
import { PROGRAM_YEAR, REPORT_YEAR } from './programs.js';
import type { Kind } from './things.js';

/** Those of whose people the person is the first: whoever handles a case, whoever a line is about. */
const ofTheFirst = ({ stage, who }: Asked, kind: Kind, field: string): string[] =>
  stage.things[kind].filter((t) => who.person !== undefined && t.people?.[0] === who.person).map((t) => String(t.fields[field]));

/** The files in a cell's own book: of whoever is on their list. */
const ofItsBook = (asked: Asked): string[] => (asked.nodeId === asked.stage.places.nodes.cell ? ofPerson(asked, 'case', 'caseId') : []);

export const inspectionLists: Readonly<Record<string, Listing>> = {
  'inspection.program.list': {
    input: { year: PROGRAM_YEAR, below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'programId', below(asked), 'program'),
  },
  'inspection.program.choices': { input: { year: PROGRAM_YEAR }, id: (row) => text(row, 'actor'), of: 'node' },
  'inspection.duty.list': { id: (row) => text(row, 'kind'), of: 'node' },
  'inspection.line.mine': {
    ...own,
    must: (asked) => ofPerson(asked, 'line', 'lineId'),
  },
  'inspection.discipline.mine': { ...own, must: (asked) => ofTheFirst(asked, 'discipline', 'disciplineId') },
  'inspection.discipline.list-proposals': { id: (row) => text(row, 'disciplineId'), of: 'node', must: () => [] },
  'inspection.appeal.list': { id: (row) => text(row, 'disciplineId'), of: 'node', must: () => [] },
  'inspection.denunciation.mine': { ...own, must: (asked) => ofTheFirst(asked, 'denunciation', 'denunciationId') },
  'inspection.book.read': {
    ...own,
    input: { book: 'DENUNCIATIONS', year: PROGRAM_YEAR },
    must: (asked) => ofTheFirst(asked, 'denunciation', 'denunciationId'),
  },
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
    must: (asked) => ofTheFirst(asked, 'supervision-line', 'supervisionLineId'),
  },
  'inspection.meeting-check.list': {
    input: { below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'checkId', below(asked), 'check'),
  },
  'inspection.meeting-check.mine': { ...own, must: (asked) => ofPerson(asked, 'check', 'checkId') },
  'inspection.meeting-check.cells': {
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    // Nobody checks themselves: those below.
    must: (asked) => cellsBelow(asked).filter((nodeId) => nodeId !== asked.nodeId),
  },
  'inspection.check-notice.mine': { ...own, must: (asked) => ofPerson(asked, 'checkNotice', 'checkId') },
  'inspection.check-finding.list': {
    id: byId,
    of: 'node',
    must: (asked) =>
      asked.nodeId === asked.stage.places.nodes.cell ? thingsIn(asked, 'findingId', [asked.stage.places.nodes.commune], 'finding') : [],
  },
  'inspection.case.mine': { ...own, must: (asked) => ofPerson(asked, 'case', 'caseId') },
  'inspection.case.on-me': { ...own, must: (asked) => ofPerson(asked, 'case-on-me', 'caseId') },
  'inspection.recommendation.mine': own,
  'inspection.recommendation.overdue': { id: byNode, nodeOf: (row) => row['nodeId'], of: 'below' },
  'inspection.written-report.mine': own,
  'inspection.report.behind': { input: { period: '2026', measure: 'CASE_OPENED', code: 'COMPLIANCE_INSPECTION' }, ...own, must: () => [] },
  'inspection.report.behind-planned': {
    input: { period: '2026', kind: 'REGULAR_SUPERVISION', subject: 'MEMBER', code: 'ALL' },
    id: byId,
    of: 'below',
    must: (asked) => thingsIn(asked, 'lineId', below(asked), 'line'),
  },
  'inspection.register.list': { input: { year: PROGRAM_YEAR, actor: 'CELL', part: 'CASES' }, ...own, must: ofItsBook },
  'inspection.report-paper.list': {
    input: { year: REPORT_YEAR, below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'reportPaperId', below(asked), 'report-paper'),
  },
  'inspection.coverage.children': {
    input: { year: PROGRAM_YEAR },
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => node === asked.nodeId || parentsOf(asked).get(node) === asked.nodeId),
  },
};
