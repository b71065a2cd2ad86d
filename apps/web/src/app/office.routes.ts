import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { MemberStatus } from '@vungmanh/contracts/membership/member-status';
import { FigureSearch } from '../features/inspection-report/figure-search.js';
import { ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { CalendarDate, Id, Month } from '@vungmanh/contracts/types';
import { z } from 'zod';
import { appRoute } from './root.route.js';

// What an address carries is what somebody may have typed into it: whatever cannot be read is as if it were not there.
const id = Id.optional().catch(undefined);
const on = CalendarDate.optional().catch(undefined);

const organizations = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizations',
  validateSearch: z.object({ id, on }),
  component: lazyRouteComponent(() => import('../features/organization/organizations.page.js'), 'OrganizationsPage'),
});
const roster = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizations/$nodeId/roster',
  validateSearch: z.object({ on }),
  component: lazyRouteComponent(() => import('../features/member/roster.page.js'), 'RosterPage'),
});
const members = createRoute({
  getParentRoute: () => appRoute,
  path: '/members',
  validateSearch: z.object({ node: id, q: z.string().max(100).optional().catch(undefined), status: MemberStatus.optional().catch(undefined), on }),
  component: lazyRouteComponent(() => import('../features/member/members.page.js'), 'MembersPage'),
});
const record = createRoute({
  getParentRoute: () => appRoute,
  path: '/members/$personId',
  component: lazyRouteComponent(() => import('../features/member/record.page.js'), 'RecordPage'),
});
const myRecord = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/record',
  component: lazyRouteComponent(() => import('../features/member/record.page.js'), 'MyRecordPage'),
});
const overview = createRoute({
  getParentRoute: () => appRoute,
  path: '/overview',
  validateSearch: z.object({ node: id, month: Month.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/overview/overview.page.js'), 'OverviewPage'),
});
const imports = createRoute({
  getParentRoute: () => appRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/imports.page.js'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => appRoute,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../features/import/import.page.js'), 'ImportPage'),
});
const security = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/security',
  component: lazyRouteComponent(() => import('../features/security/security.page.js'), 'SecurityPage'),
});
const accounts = createRoute({
  getParentRoute: () => appRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/account/accounts.page.js'), 'AccountsPage'),
});
const audit = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit.page.js'), 'AuditPage'),
});
const personalData = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/personal-data',
  component: lazyRouteComponent(() => import('../features/audit/personal-data.page.js'), 'PersonalDataPage'),
});
const myReaders = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/readers',
  component: lazyRouteComponent(() => import('../features/audit/readers.page.js'), 'ReadersPage'),
});
const inspectionRules = createRoute({
  getParentRoute: () => appRoute,
  path: '/rules/inspection',
  component: lazyRouteComponent(() => import('../features/inspection-rules/inspection-rules.page.js'), 'InspectionRulesPage'),
});
const rules = createRoute({
  getParentRoute: () => appRoute,
  path: '/rules',
  component: lazyRouteComponent(() => import('../features/rules/rules.page.js'), 'RulesPage'),
});

const access = createRoute({
  getParentRoute: () => appRoute,
  path: '/organizations/$nodeId/access',
  component: lazyRouteComponent(() => import('../features/node-access/node-access.page.js'), 'NodeAccessPage'),
});
const roles = createRoute({
  getParentRoute: () => appRoute,
  path: '/roles',
  component: lazyRouteComponent(() => import('../features/role/roles.page.js'), 'RolesPage'),
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

/** Organizations, people, the view from above, inspection, import and export, accounts: the work of an office. */
export const officeRoutes = [
  organizations,
  roster,
  members,
  record,
  myRecord,
  overview,
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
  imports,
  oneImport,
  accounts,
  access,
  roles,
  audit,
  personalData,
  myReaders,
  security,
  inspectionRules,
  rules,
] as const;
