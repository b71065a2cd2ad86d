import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { Id } from '@vungmanh/contracts/types';
import { z } from 'zod';
import { FigureSearch } from '../features/inspection-report/figure-search.js';
import { appRoute } from './root.route.js';

// As in office.routes.ts: what cannot be read is as if it were not there.
const id = Id.optional().catch(undefined);

const inspectionRules = createRoute({
  getParentRoute: () => appRoute,
  path: '/rules/inspection',
  component: lazyRouteComponent(() => import('../features/inspection-rules/inspection-rules.page.js'), 'InspectionRulesPage'),
});
const inspection = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection',
  validateSearch: z.object({
    node: id,
    year: z.number().int().min(2016).max(2100).optional().catch(undefined),
    view: z.enum(['programs', 'coverage', 'report', 'checks', 'told']).optional().catch(undefined),
    period: ReportPeriod.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/inspection/inspection.page.js'), 'InspectionPage'),
});
const program = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/programs/$programId',
  component: lazyRouteComponent(() => import('../features/inspection/program.page.js'), 'ProgramPage'),
});

const figure = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/report',
  validateSearch: FigureSearch,
  component: lazyRouteComponent(() => import('../features/inspection-report/figure.page.js'), 'FigurePage'),
});
const reportPaper = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/reports/$reportPaperId',
  component: lazyRouteComponent(() => import('../features/inspection-report/report-paper.page.js'), 'ReportPaperPage'),
});
const register = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/register',
  validateSearch: z.object({ year: z.number().int().min(2016).max(2100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/inspection-report/register.page.js'), 'RegisterPage'),
});

const memberSupervision = createRoute({
  getParentRoute: () => appRoute,
  path: '/member-supervision',
  validateSearch: z.object({ quarter: Quarter.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/member-supervision/member-supervision.page.js'), 'MemberSupervisionPage'),
});
const supervisionLine = createRoute({
  getParentRoute: () => appRoute,
  path: '/member-supervision/lines/$supervisionLineId',
  component: lazyRouteComponent(() => import('../features/member-supervision/line.page.js'), 'SupervisionLinePage'),
});
const mySupervision = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/supervision',
  component: lazyRouteComponent(() => import('../features/member-supervision/my-supervision.page.js'), 'MySupervisionPage'),
});
const meetingCheck = createRoute({
  getParentRoute: () => appRoute,
  path: '/meeting-checks/$checkId',
  component: lazyRouteComponent(() => import('../features/meeting-check/check.page.js'), 'CheckPage'),
});
const checkConclusion = createRoute({
  getParentRoute: () => appRoute,
  path: '/meeting-checks/$checkId/conclusion',
  component: lazyRouteComponent(() => import('../features/meeting-check/conclusion.page.js'), 'ConclusionPage'),
});
const checkCell = createRoute({
  getParentRoute: () => appRoute,
  path: '/meeting-checks/$checkId/cells/$nodeId',
  component: lazyRouteComponent(() => import('../features/meeting-check/check-cell.page.js'), 'CheckCellPage'),
});
const checkNotice = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/check-notices/$checkId',
  component: lazyRouteComponent(() => import('../features/meeting-check/check-notice.page.js'), 'CheckNoticePage'),
});
const cases = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/cases',
  validateSearch: z.object({ view: z.enum(['mine', 'asked', 'reports', 'figures']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/inspection-case/cases.page.js'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => appRoute,
  path: '/inspection/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/inspection-case/case.page.js'), 'CasePage'),
});
const caseOnMe = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/inspections/$caseId',
  component: lazyRouteComponent(() => import('../features/inspection-case/case-on-me.page.js'), 'CaseOnMePage'),
});
const disciplines = createRoute({
  getParentRoute: () => appRoute,
  path: '/discipline',
  validateSearch: z.object({ view: z.enum(['mine', 'proposals', 'appeals', 'denunciations']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/discipline/disciplines.page.js'), 'DisciplinesPage'),
});
const inspectionBook = createRoute({
  getParentRoute: () => appRoute,
  path: '/discipline/book',
  validateSearch: z.object({
    book: z.enum(['DENUNCIATIONS', 'APPEALS']).optional().catch(undefined),
    year: z.coerce.number().int().min(2016).max(2100).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/discipline/book.page.js'), 'BookPage'),
});
const discipline = createRoute({
  getParentRoute: () => appRoute,
  path: '/discipline/$disciplineId',
  component: lazyRouteComponent(() => import('../features/discipline/discipline.page.js'), 'DisciplinePage'),
});
const denunciation = createRoute({
  getParentRoute: () => appRoute,
  path: '/denunciations/$denunciationId',
  component: lazyRouteComponent(() => import('../features/denunciation/denunciation.page.js'), 'DenunciationPage'),
});

/** Inspection, supervision, discipline, and the rules of these. */
export const inspectionRoutes = [
  inspectionRules,
  inspection,
  program,
  figure,
  reportPaper,
  register,
  memberSupervision,
  supervisionLine,
  mySupervision,
  meetingCheck,
  checkConclusion,
  checkCell,
  checkNotice,
  cases,
  oneCase,
  caseOnMe,
  disciplines,
  inspectionBook,
  discipline,
  denunciation,
] as const;
