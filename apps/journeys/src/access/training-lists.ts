import { byId, byNode, below, type Listing, ofPerson, own, parentsOf, text, thingsIn } from './listing.js';
import { holding, reaches } from './oracle.js';
import { NOTHING } from './sample.js';

const YEAR = 2026;
const byCourse = (row: Parameters<Listing['id']>[0]): string => text(row, 'courseId');

export const trainingLists: Readonly<Record<string, Listing>> = {
  'training.duty.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'dutyId', below(asked), 'duty'),
  },
  'training.duty.roll-up': {
    input: { year: YEAR },
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => node === asked.nodeId || parentsOf(asked).get(node) === asked.nodeId),
  },
  // What an organization above holds is told below it once its people are called.
  'training.class.list': { id: byId, of: 'node', must: (asked) => thingsIn(asked, 'classId', below(asked), 'training-class') },
  'training.enrollment.mine': { ...own, must: (asked) => ofPerson(asked, 'enrollment', 'enrollmentId') },
  'training.duty.mine': { ...own, must: (asked) => ofPerson(asked, 'duty', 'dutyId') },
  'training.plan.list': {
    input: { year: YEAR, below: 'true' },
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'planId', below(asked), 'training-plan'),
  },
  'training.past-import.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) => {
      const wide = holding(asked.who, asked.permission).filter((h) => h.below);
      return asked.stage.things['past-import']
        .filter((t) => wide.some((h) => reaches(h, t.nodeId, parentsOf(asked))))
        .map((t) => String(t.fields['pastImportId']));
    },
  },
  'training.preparation.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'preparationId', below(asked), 'preparation'),
  },
  'training.taken-course.mine': { ...own },
  'training.need.list': { input: { year: YEAR }, id: byCourse, of: 'node' },
  'training.need.below': {
    input: { year: YEAR, courseId: NOTHING },
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => parentsOf(asked).get(node) === asked.nodeId),
  },
  'training.question.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'questionId', below(asked), 'question'),
  },
  'training.quiz.list': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'quizId', below(asked), 'quiz'),
  },
  // What is held above is told below it once it takes people; the rules of every contest above are.
  'training.contest.list': { id: byId, of: 'node', must: (asked) => thingsIn(asked, 'contestId', below(asked), 'contest') },
  'training.contest.rounds': {
    inputOf: ({ things }) => ({ contestId: things.contest[0]?.fields['contestId'] }),
    id: byId,
    of: 'node',
    must: (asked) => thingsIn(asked, 'roundId', below(asked), 'contest-round'),
  },
  'training.jury.mine': { ...own, must: (asked) => ofPerson(asked, 'jury-round', 'roundId') },
  'training.attempt.mine': { ...own, must: (asked) => ofPerson(asked, 'given-quiz', 'quizId') },
  'training.practice.mine': {
    ...own,
    must: (asked) => [...ofPerson(asked, 'practice', 'practiceId'), ...ofPerson(asked, 'spent-practice', 'practiceId')],
  },
  'training.need.stated': { input: { year: YEAR }, id: byCourse, of: 'node' },
  'training.plan.given-quotas': { input: { year: YEAR }, id: (row) => text(row, 'plannedId'), of: 'node' },
};
