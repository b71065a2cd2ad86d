import type { Operation } from '@vungmanh/contracts/operation';
import { z } from 'zod';
import type { Thing } from './oracle.js';
import { sampleOf } from './sample.js';
import type { Kind } from './things.js';

/** What the id in a field of an input is the id of, where access hangs on it. */
const kindOfField: Readonly<Record<string, Kind>> = {
  bodyId: 'body',
  bodyIds: 'body',
  seatId: 'seat',
  followerId: 'follower',
  personId: 'person',
  meetingId: 'meeting',
  taskId: 'task',
  importId: 'import',
  exportId: 'export',
  accountId: 'account',
  grantId: 'grant',
  proposalId: 'proposal',
  programId: 'program',
  lineId: 'line',
  supervisionId: 'supervision',
  supervisionLineId: 'supervision-line',
  checkId: 'check',
  findingId: 'finding',
  caseId: 'case',
  recommendationId: 'recommendation',
  reportId: 'written-report',
  reportPaperId: 'report-paper',
  disciplineId: 'discipline',
  denunciationId: 'denunciation',
  planId: 'training-plan',
  dutyId: 'duty',
  classId: 'training-class',
  enrollmentId: 'enrollment',
  certificateId: 'certificate',
  campaignId: 'study-campaign',
  levelId: 'study-level',
  chapterId: 'chapter',
  pastImportId: 'past-import',
  preparationId: 'preparation',
  questionId: 'question',
  practiceId: 'practice',
  quizId: 'quiz',
  attemptId: 'attempt',
  contestId: 'contest',
  roundId: 'contest-round',
};

/** Fields with ids on which no access hangs, each for a reason. */
const noTarget: Readonly<Record<string, string>> = {
  id: 'the client brings it for what it makes, or it names a part of what is sent',
  voteId: 'a vote is looked for in its meeting',
  documentId: 'a document is looked for in its meeting, its case or its recommendation',
  accessId: 'a line of the list is looked for in its case',
  findingId: 'a finding is looked for in its case',
  ruleId: 'a value of the province’s: a right below the province finds none',
  planLineId: 'a line is looked for in the program of the body that opens the case',
  subjectId: 'the subject of a case is looked for below its body',
  doerId: 'who is to do what was concluded may be anybody',
  periodId: 'a period is looked for in the record of its member',
  toNodeId: 'a cell to which a member goes may lie anywhere',
  undoes: 'a mark of the same roll',
  fileId: 'a file is taken by who has sent it alone: asked for by hand',
  onBehalfOf: 'for whom somebody is to act is judged by what they hold',
  sessionId: 'sessions are the gateway’s: asked for by hand',
  ids: 'services ask each other for rows by id',
  documentIds: 'services ask each other for rows by id',
  chairId: 'a person of the roll',
  minuteTakerId: 'a person of the roll',
  presenterId: 'a person of the roll',
  doerIds: 'persons of the roll',
  checkerId: 'a person of the roll',
  lineIds: 'lines are looked for in their program',
  subjectIds: 'subjects are looked for below the organization of their program',
  leaderId: 'a member of a cell below the organization of the program',
  sampleId: 'a meeting is looked for among those of the check’s cell',
  insteadId: 'a meeting is looked for among those of the check’s cell',
  addedIds: 'services ask each other for persons by id',
  fromReportId: 'a report is looked for among those that the person who opens the case has received',
  handlerId: 'whom a report is given to: a reader, as a case names one',
  openerId: 'services ask each other in the name of who has opened a check',
  checkingNodeId: 'services ask each other in the name of who has opened a check',
  nodeIds: 'services ask each other for organizations by id',
  personIds: 'services ask each other for persons by id',
  teamIds: 'members of cells below the organization of the program',
  dismissedFrom: 'bodies in which the one who is disciplined holds a post: any other is refused as not theirs',
  caseId: 'an inspection case on which a case of discipline rests is named, not opened',
  subjectNodeId: 'the subject of a case is looked for below its body',
  byPersonId: 'whoever heard the member: a name on a paper',
  counterIds: 'whoever counted: names on a paper',
  signerId: 'whoever signed: a name on a paper',
  itemId: 'an item is looked for in its denunciation',
  openingId: 'an opening of the vault is looked for in its denunciation',
  lessonId: 'a sitting is looked for in its class',
  enrollmentIds: 'people are looked for in their class',
  plannedId: 'a line is looked for in its plan',
  courseId: 'a course is the whole province’s',
  entryId: 'an entry is looked for in its round',
  fieldId: 'a field of the bank is the whole province’s',
  accounts: 'who has signed in on a device before, as the gateway has sealed it',
};

type Input = Record<string, unknown>;

/** How an operation is asked about a thing. */
export interface Recipe {
  readonly kind: Kind;
  /** Puts the thing where the input names it; the fields of the same name where nothing is said. */
  readonly shape?: (sample: Input, thing: Thing) => Input;
  /** The code with which a thing is refused inside of an answer. */
  readonly refusedIn?: (body: unknown) => string | undefined;
}

const ofBody = (meeting: unknown, { fields }: Thing): Input => ({ ...(meeting as Input), bodyId: fields['bodyId'] });

/** Operations whose target is not simply the first field that names one. */
const special: Readonly<Record<string, Recipe>> = {
  'organization.follower.assign': { kind: 'body' },
  'inspection.check-notice.read': { kind: 'checkNotice' },
  'inspection.check-notice.download': { kind: 'checkNotice' },
  'meetings.notice.read': { kind: 'notice' },
  'meetings.document.download': { kind: 'notice' },
  'meetings.document.download-mine': { kind: 'notice' },
  'inspection.case.get-on-me': { kind: 'case-on-me' },
  'inspection.case.hand-in-self-report': { kind: 'case-on-me' },
  'inspection.case.state-opinion': { kind: 'case-on-me' },
  'inspection.case.download-document': { kind: 'case-paper' },
  'inspection.case-paper.download': { kind: 'case-paper' },
  'training.attempt.start': { kind: 'given-quiz' },
  'training.jury.sheet': { kind: 'jury-round' },
  'training.jury.mark': { kind: 'jury-round' },
  // What is deleted is there no more for the next who asks.
  'training.practice.delete': { kind: 'spent-practice' },
  'meetings.meeting.submit-whole': { kind: 'body', shape: (sample, thing) => ({ ...sample, meeting: ofBody(sample['meeting'], thing) }) },
  'meetings.meeting.submit-history': {
    kind: 'body',
    shape: (sample, thing) => ({ meetings: (sample['meetings'] as Input[]).map((meeting) => ofBody(meeting, thing)) }),
    refusedIn: (body) => (body as { refused?: { code: string }[] }).refused?.[0]?.code,
  },
};

/** What asks for no thing although it asks for a grant: not bound to an organization, or narrowed as a list (see `lists.ts`). */
export const unbound: Readonly<Record<string, string>> = {
  'identity.role.approve': 'roles are the whole province’s',
  'identity.role.change': 'roles are the whole province’s',
  'identity.role.create': 'roles are the whole province’s',
  'identity.role.manage': 'roles are the whole province’s',
  'identity.role.reject': 'roles are the whole province’s',
  'organization.rule-override.withdraw': 'values of rules are the whole province’s',
  'identity.second-factor.rule': 'one rule for the whole province',
  'identity.second-factor.change-rule': 'one rule for the whole province',
};

/** What an operation is asked about, or undefined where its input names nothing on which access hangs. */
export function recipeOf(operation: Operation): Recipe | undefined {
  const { access, subject, http } = operation;
  if ('internal' in access || 'anyone' in access || 'signedIn' in access) return undefined;
  if ('grant' in access && access.on !== undefined) return { kind: 'node' };
  const known = special[subject];
  if (known) return known;
  const inPath = [...(http?.path.matchAll(/:(\w+)/g) ?? [])].map(([, name = '']) => name);
  const kind = [...inPath, ...Object.keys(shapeOf(operation))].map((name) => kindOfField[name]).find((k) => k !== undefined);
  return kind === undefined ? undefined : { kind };
}

const shapeOf = ({ input }: Operation): Input => (input instanceof z.ZodObject ? input.shape : {});

/** The input with which an operation is asked about a thing: the smallest, with all that the thing is called by in it. */
export function inputAbout(operation: Operation, thing: Thing | undefined): Input {
  const sample = sampleOf(operation);
  if (thing === undefined) return sample;
  const recipe = recipeOf(operation);
  if (recipe?.shape) return recipe.shape(sample, thing);
  const { access } = operation;
  const known = shapeOf(operation);
  // An organization stands in the field where the guard looks for it; a person may be named beside it.
  const wanted = recipe?.kind === 'node' && 'grant' in access ? [access.on ?? ''] : Object.keys(thing.fields);
  return { ...sample, ...Object.fromEntries(wanted.filter((name) => name in known).map((name) => [name, thing.fields[name]])) };
}

interface Schema {
  format?: string;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
}

/** Every field with an id, at any depth. */
function idFieldsOf(schema: Schema, name = ''): string[] {
  if (schema.format === 'uuid') return [name];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => idFieldsOf(inner, field)),
    ...[schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? []].flat().flatMap((inner) => idFieldsOf(inner, name)),
  ];
}

/** What the matrix does not know of an operation, as sentences that say what to do. */
export function missingIn(operation: Operation, isListed: boolean): string[] {
  const { access, subject } = operation;
  const on = 'grant' in access ? access.on : undefined;
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const unknown = idFieldsOf(schema)
    .filter((name) => name !== on && name !== 'nodeId' && !(name in kindOfField) && !(name in noTarget))
    .map((name) => `${subject}: say what the id in "${name}" is of: kindOfField (and a thing of it in things.ts), or noTarget with the reason`);
  const open = 'grant' in access && recipeOf(operation) === undefined && !(subject in unbound) && !isListed;
  const lost = `${subject}: its grant is bound to no id. Give it a list in lists.ts, or say in unbound (recipes.ts) why it needs none`;
  const answersRows = operation.output instanceof z.ZodObject && 'items' in operation.output.shape && operation.type === 'query';
  const rows = answersRows && ('grant' in access || 'self' in access) && !isListed && !(subject in unbound);
  const unlisted = `${subject}: it answers rows. Say in lists.ts where each of them lies, so that they are compared with the oracle's`;
  return [...unknown, ...(open ? [lost] : []), ...(rows ? [unlisted] : [])];
}
