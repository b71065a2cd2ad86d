import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { DutySpan } from '@vungmanh/contracts/training/duty';
import { Id } from '@vungmanh/contracts/types';
import { z } from 'zod';
import { appRoute } from './root.route.js';

// As in office.routes.ts: what cannot be read is as if it were not there.
const id = Id.optional().catch(undefined);

const training = createRoute({
  getParentRoute: () => appRoute,
  path: '/training',
  validateSearch: z.object({
    node: id,
    course: id,
    year: z.number().int().min(2016).max(2100).optional().catch(undefined),
    view: z.enum(['duties', 'plans', 'classes', 'studies', 'courses', 'questions', 'contests', 'report', 'past', 'pool']).optional().catch(undefined),
    span: DutySpan.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/training/training.page.js'), 'TrainingPage'),
});
const trainingPlan = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/plans/$planId',
  component: lazyRouteComponent(() => import('../features/training/plan.page.js'), 'TrainingPlanPage'),
});
const trainingClass = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/classes/$classId',
  validateSearch: z.object({ view: z.enum(['people', 'lessons', 'quizzes', 'certificates', 'papers']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/training-class/class.page.js'), 'ClassPage'),
});
const cellClass = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/classes/$classId/of/$nodeId',
  component: lazyRouteComponent(() => import('../features/training-class/cell-class.page.js'), 'CellClassPage'),
});
const lessonRoll = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/classes/$classId/lessons/$lessonId/roll',
  component: lazyRouteComponent(() => import('../features/training-class/lesson-roll.page.js'), 'LessonRollPage'),
});
const course = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/courses/$courseId',
  component: lazyRouteComponent(() => import('../features/training/course.page.js'), 'CoursePage'),
});

const pastImport = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/imports/$pastImportId',
  component: lazyRouteComponent(() => import('../features/training-past/past-import.page.js'), 'PastImportPage'),
});

const preparation = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/preparations/$preparationId',
  component: lazyRouteComponent(() => import('../features/preparation/preparation.page.js'), 'PreparationPage'),
});

const question = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/questions/$questionId',
  component: lazyRouteComponent(() => import('../features/question/question.page.js'), 'QuestionPage'),
});
const practice = createRoute({
  getParentRoute: () => appRoute,
  path: '/practice',
  component: lazyRouteComponent(() => import('../features/practice/practice.page.js'), 'PracticePage'),
});
const practiceRun = createRoute({
  getParentRoute: () => appRoute,
  path: '/practice/$practiceId',
  component: lazyRouteComponent(() => import('../features/practice/practice-run.page.js'), 'PracticeRunPage'),
});

const quiz = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/quizzes/$quizId',
  component: lazyRouteComponent(() => import('../features/quiz/quiz.page.js'), 'QuizPage'),
});
const attempt = createRoute({
  getParentRoute: () => appRoute,
  path: '/quizzes/$quizId',
  component: lazyRouteComponent(() => import('../features/quiz/attempt.page.js'), 'AttemptPage'),
});

const round = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/rounds/$roundId',
  component: lazyRouteComponent(() => import('../features/contest/round.page.js'), 'RoundPage'),
});
const jury = createRoute({
  getParentRoute: () => appRoute,
  path: '/juries/$roundId',
  component: lazyRouteComponent(() => import('../features/contest/jury.page.js'), 'JuryPage'),
});

/** Courses, duties, the year's plan, classes with their rolls and certificates; questions, practice, tests and contests. */
export const trainingRoutes = [
  training,
  trainingPlan,
  trainingClass,
  cellClass,
  lessonRoll,
  course,
  pastImport,
  preparation,
  question,
  practice,
  practiceRun,
  quiz,
  attempt,
  round,
  jury,
];
