import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MemberStatus } from '@vungmanh/contracts/membership/member-status';
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

/** Organizations, people, the view from above, import and export, accounts: the work of an office. */
export const officeRoutes = [
  organizations,
  roster,
  members,
  record,
  myRecord,
  overview,
  imports,
  oneImport,
  accounts,
  access,
  roles,
  audit,
  personalData,
  myReaders,
  security,
  rules,
] as const;
