import { createAccount } from '@vungmanh/contracts/identity/account';
import { proposeGrant } from '@vungmanh/contracts/identity/grant-proposal';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { assignFollower } from '@vungmanh/contracts/organization/follower';
import { startImport } from '@vungmanh/contracts/organization/import';
import { startPastImport } from '@vungmanh/contracts/training/past-import';
import { Person } from '../person.js';
import { clockAheadMs } from '../time.js';
import { type Cast, LENT, LENT_AND_OVER } from './cast.js';
import { makeChecks, toldPeople } from './checks.js';
import { makeCases } from './inspection-cases.js';
import { heldMeeting, type Meets, noticedMeeting } from './meetings.js';
import type { Thing } from './oracle.js';
import type { People } from './people.js';
import { keptCases } from './kept-cases.js';
import { actorAt, issuedReport, publishedProgram } from './programs.js';
import { CELLS, DAY, type PlaceName, type Places } from './places.js';
import { NOTHING } from './sample.js';
import { contestOf, roundOf } from './contest-things.js';
import { makeExports } from './exports.js';
import { makeOwnPapers } from './own-papers.js';
import { emptyWorkbook } from './empty-workbook.js';
import { heldClass } from './training-class.js';
import { chapterInWork } from './handbook-things.js';
import { dutyOf, preparedPerson, trainingPlan } from './training-things.js';
import { studyDraft, studyLevels } from './study-things.js';
import { quizDraft } from './quiz-things.js';
import { usedQuestion } from './question-things.js';
import { openedQuarter } from './supervisions.js';

/** What an id in an input may be the id of. */
export const kinds = [
  'node',
  'body',
  'seat',
  'follower',
  'person',
  'meeting',
  'notice',
  'task',
  'import',
  'export',
  'account',
  'grant',
  'proposal',
  'program',
  'line',
  'supervision',
  'supervision-line',
  'check',
  'checkNotice',
  'finding',
  'case',
  'case-on-me',
  'case-paper',
  'recommendation',
  'written-report',
  'report-paper',
  'discipline',
  'denunciation',
  'training-plan',
  'duty',
  'training-class',
  'enrollment',
  'certificate',
  'study-campaign',
  'study-level',
  'chapter',
  'past-import',
  'preparation',
  'question',
  'practice',
  'spent-practice',
  'quiz',
  'given-quiz',
  'attempt',
  'contest',
  'contest-round',
  'jury-round',
] as const;
export type Kind = (typeof kinds)[number];
export type Things = Readonly<Record<Kind, readonly Thing[]>>;

/** A thing of each kind in each relation, made by the commands of the platform, and one of each that nothing is. */
export async function makeThings(officer: Person, where: { places: Places; people: People; cast: Cast }): Promise<Things> {
  const { places, people, cast } = where;
  const keeper = await Person.signedIn('keeper');
  const made: Record<Kind, Thing[]> = Object.assign(Object.create(null), Object.fromEntries(kinds.map((kind) => [kind, []])));
  const put = (kind: Kind, label: string, nodeId: string, more: Omit<Thing, 'label' | 'nodeId'>) => made[kind].push({ label, nodeId, ...more });
  const named = Object.entries(places.nodes) as [PlaceName, string][];

  for (const [label, nodeId] of named) put('node', label, nodeId, { fields: { nodeId, parentId: nodeId } });
  for (const place of CELLS) {
    for (const [i, personId] of people.of[place].slice(0, 2).entries()) {
      put('person', `${place} ${i}`, places.nodes[place], { fields: { personId }, people: [personId] });
    }
  }
  put('person', 'ended', places.nodes.cell, { fields: { personId: people.ended } });
  put('person', 'moved away', places.nodes.elsewhere, { fields: { personId: people.movedAway } });

  const meets = new Map<PlaceName, Meets>();
  for (const [place, nodeId] of named) {
    const [body] = (await officer.do(committeesOf, { nodeId })).items;
    if (!body) throw new Error(`${place} has no body`);
    put('body', place, nodeId, { fields: { bodyId: body.bodyId, bodyIds: [body.bodyId] } });
    const roll = Object.entries(people.of).find(([cell]) => cell === place)?.[1] ?? people.of.elsewhere;
    const [secretary = ''] = roll;
    const seats = [{ personId: secretary, post: 'SECRETARY' as const, origin: 'ELECTED' as const }];
    await officer.do(openTerm, { bodyId: body.bodyId, number: '2026-2031', from: DAY, seats, reason: 'mô phỏng' });
    const [standing] = (await officer.do(committeesOf, { nodeId })).items;
    put('seat', place, nodeId, { fields: { seatId: standing?.seats[0]?.id ?? '' } });
    meets.set(place, { nodeId, bodyId: body.bodyId, people: roll });
  }

  const follows = people.of.elsewhere[2] ?? '';
  const startsAt = new Date(Date.now() + clockAheadMs() + 7 * 86_400_000).toISOString();
  await Promise.all(
    CELLS.map(async (place) => {
      const cell = meets.get(place);
      if (!cell) throw new Error(`${place} does not meet`);
      const { nodeId, bodyId } = cell;
      const { items } = await officer.do(assignFollower, { personId: follows, bodyIds: [bodyId], from: DAY });
      put('follower', place, nodeId, { fields: { followerId: items[0]?.id ?? '' } });
      const then = place === 'cell' ? [...cell.people, people.ended, people.movedAway] : cell.people;
      const { meetingId, voteId, taskId, doer, checker } = await heldMeeting(keeper, { ...cell, people: then });
      put('meeting', place, nodeId, { fields: { meetingId, voteId }, people: [...then, follows] });
      put('task', place, nodeId, { fields: { taskId }, people: [doer, checker] });
      const noticed = await noticedMeeting(keeper, cell, startsAt);
      const now = place === 'elsewhere' ? [...cell.people, people.movedAway] : cell.people;
      put('notice', place, nodeId, { fields: noticed, people: [...now, follows] });
    }),
  );
  for (const place of ['province', 'commune', 'beside'] as const) {
    const { nodeId = '', bodyId = '' } = meets.get(place) ?? {};
    const day = startsAt.slice(0, 10);
    const { id } = await officer.doOnceKnown(addMeeting, { nodeId, bodyId, kind: 'EXTRAORDINARY', plannedOn: day, topic: 'Mô phỏng' });
    put('meeting', place, nodeId, { fields: { meetingId: id } });
  }

  for (const [place, nodeId] of named) {
    const [personId = ''] = Object.entries(people.of).find(([cell]) => cell === place)?.[1] ?? people.of[place === 'beside' ? 'elsewhere' : 'cell'];
    const subjects = { of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds: [personId] };
    const { programId, lineId } = await publishedProgram(keeper, nodeId, actorAt(place), subjects);
    put('program', place, nodeId, { fields: { programId } });
    put('report-paper', place, nodeId, { fields: { reportPaperId: await issuedReport(keeper, nodeId, actorAt(place)) } });
    put('line', place, nodeId, { fields: { lineId }, people: [personId] });
  }

  for (const place of CELLS) {
    const nodeId = places.nodes[place];
    const [seated = '', member = ''] = people.of[place];
    const { supervisionId, supervisionLineId } = await openedQuarter(officer, cast, { place, nodeId, seated, member });
    put('supervision', place, nodeId, { fields: { supervisionId }, people: [seated], itself: true });
    put('supervision-line', place, nodeId, { fields: { supervisionLineId }, people: [member, seated] });
  }

  const checks = await makeChecks(places, cast);
  const [lent = '', over = ''] = [LENT, LENT_AND_OVER].map((name) => cast.player(name).person);
  const inChecks = {
    told: { checkId: checks.told, nodeId: places.nodes.cell },
    running: { checkId: checks.running, nodeId: places.nodes.elsewhere },
  };
  put('check', 'commune', places.nodes.commune, { fields: inChecks.told, people: [checks.leader, over] });
  put('check', 'beside', places.nodes.beside, { fields: inChecks.running, people: [checks.leader, lent] });
  put('checkNotice', 'commune', places.nodes.commune, { fields: { checkId: checks.told }, people: toldPeople(people) });
  put('checkNotice', 'beside', places.nodes.beside, { fields: { checkId: checks.running }, people: [] });
  put('finding', 'commune', places.nodes.commune, { fields: { findingId: checks.findingId } });
  await makeCases(places.nodes.cell, cast, (kind, thing) => made[kind].push(thing));
  const kept = await keptCases(places, people, cast);
  put('discipline', 'cell', places.nodes.cell, kept.discipline);
  put('denunciation', 'commune', places.nodes.commune, kept.denunciation);

  let bankFieldId = '';
  const contestId = await contestOf(officer, places.nodes.province);
  put('contest', 'province', places.nodes.province, { fields: { contestId } });
  for (const place of ['province', 'commune', 'beside'] as const) {
    const nodeId = places.nodes[place];
    put('training-plan', place, nodeId, { fields: { planId: await trainingPlan(officer, nodeId) } });
    const cell = place === 'beside' ? 'elsewhere' : 'cell';
    const personId = people.of[cell][place === 'province' ? 1 : 0] ?? '';
    const { enrollmentId, certificateId, ...held } = await heldClass({ officer, secretary: keeper }, nodeId, {
      cellId: places.nodes[cell],
      personId,
    });
    put('training-class', place, nodeId, { fields: { ...held, enrollmentId, certificateId } });
    put('enrollment', place, places.nodes[cell], { fields: { enrollmentId }, people: [personId] });
    put('certificate', place, places.nodes[cell], { fields: { certificateId }, people: [personId] });
    put('preparation', place, nodeId, { fields: { preparationId: await preparedPerson(officer, nodeId, personId) } });
    const { questionId, fieldId } = await usedQuestion(officer, nodeId);
    put('question', place, nodeId, { fields: { questionId } });
    bankFieldId = fieldId;
    put('contest-round', place, nodeId, { fields: { roundId: await roundOf(officer, contestId, nodeId) } });
    if (place !== 'province') put('contest', place, nodeId, { fields: { contestId: await contestOf(officer, nodeId) } });
    put('quiz', place, nodeId, { fields: { quizId: await quizDraft(officer, nodeId, fieldId) } });
    put('study-campaign', place, nodeId, { fields: { campaignId: await studyDraft(officer, nodeId) }, wide: true });
    put('chapter', place, nodeId, { fields: { chapterId: await chapterInWork(officer, nodeId) } });
  }
  await makeOwnPapers({ officer, keeper }, { places, people, cast }, { fieldId: bankFieldId, contestId }, (kind, label, more) =>
    put(kind, label, label === 'cell' ? places.nodes.cell : places.nodes.commune, more),
  );
  for (const [place, nodeId] of named) {
    const [seated = ''] = meets.get(place)?.people ?? [];
    // The province's committee is trained otherwise: its seats ask nothing.
    if (place !== 'province') put('duty', place, nodeId, { fields: { dutyId: await dutyOf(officer, nodeId, seated) }, people: [seated] });
  }

  const levels = await studyLevels(officer, places.nodes.province, Object.values(places.nodes));
  for (const [place, nodeId] of named) {
    for (const { fields } of levels.filter((level) => level.nodeId === nodeId)) put('study-level', place, nodeId, { fields });
  }

  const bytes = await emptyWorkbook();
  for (const [place, nodeId] of named) {
    const input = { username: `bystander-${place.toLowerCase()}`, password: 'Vungmanh@2026', displayName: `Mô phỏng ${place}` };
    const account = await officer.do(createAccount, { ...input, roleCode: 'MEMBER', nodeId, below: false });
    const { id: accountId } = account;
    put('account', place, nodeId, { fields: { accountId } });
    put('grant', place, nodeId, { fields: { grantId: account.grants[0]?.id ?? '' } });
    const proposal = await officer.do(proposeGrant, { accountId, roleCode: 'PROVINCIAL_OFFICER', nodeId, below: true });
    put('proposal', place, nodeId, { fields: { proposalId: proposal.id } });
    const read = await officer.do(startImport, { nodeId, fileId: await officer.upload(bytes), fileName: 'mo-phong.xlsx' });
    put('import', place, nodeId, { fields: { importId: read.id }, wide: true });
    const past = await officer.doOnceKnown(startPastImport, { nodeId, fileId: await officer.upload(bytes), fileName: 'mo-phong.xlsx' });
    put('past-import', place, nodeId, { fields: { pastImportId: past.id }, wide: true });
  }
  await makeExports(officer, places, cast, (label, nodeId, more) => put('export', label, nodeId, more));
  for (const kind of kinds) {
    const [first] = made[kind];
    const fields = Object.fromEntries(Object.keys(first?.fields ?? {}).map((name) => [name, name === 'bodyIds' ? [NOTHING] : NOTHING]));
    put(kind, 'absent', NOTHING, { fields });
  }
  return made;
}
