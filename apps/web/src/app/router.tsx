import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Skeleton } from '../ui/notes.js';
import { ErrorPage, NotFoundPage } from './error-page.js';
import { inspectionRoutes } from './inspection.routes.js';
import { trainingRoutes } from './training.routes.js';
import { libraryRoutes } from './library.routes.js';
import { officeRoutes } from './office.routes.js';
import { appRoute, rootRoute } from './root.route.js';
import { studyRoutes } from './study.routes.js';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only an address of ours: '//elsewhere' and '/\elsewhere' would leave the site.
  validateSearch: z.object({
    from: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
    trouble: z.coerce.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in.page.js'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/sign-in/invitation.page.js'), 'InvitationPage'),
});

const certificateCheck = createRoute({
  getParentRoute: () => rootRoute,
  path: '/certificate-check',
  component: lazyRouteComponent(() => import('../features/training-class/certificate-check.page.js'), 'CertificateCheckPage'),
});

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/my-work/my-work.page.js'), 'MyWorkPage'),
});

const plan = createRoute({
  getParentRoute: () => appRoute,
  path: '/meetings',
  component: lazyRouteComponent(() => import('../features/plan/plan.page.js'), 'PlanPage'),
});
const meeting = createRoute({
  getParentRoute: () => appRoute,
  path: '/meetings/$meetingId',
  component: lazyRouteComponent(() => import('../features/meeting/meeting.page.js'), 'MeetingPage'),
});
const roll = createRoute({
  getParentRoute: () => appRoute,
  path: '/meetings/$meetingId/roll',
  component: lazyRouteComponent(() => import('../features/roll/roll.page.js'), 'RollPage'),
});
const minutes = createRoute({
  getParentRoute: () => appRoute,
  path: '/meetings/$meetingId/minutes',
  component: lazyRouteComponent(() => import('../features/minutes/minutes.page.js'), 'MinutesPage'),
});
const tasks = createRoute({
  getParentRoute: () => appRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../features/task/tasks.page.js'), 'TasksPage'),
});
const myNotice = createRoute({
  getParentRoute: () => appRoute,
  path: '/my/meetings/$meetingId',
  component: lazyRouteComponent(() => import('../features/notice/my-notice.page.js'), 'MyNoticePage'),
});

// The components side by side, for whoever builds pages; not in the product.
const gallery = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/_gallery/$view',
        component: lazyRouteComponent(() => import('../features/gallery/gallery.page.js'), 'GalleryPage'),
      }),
    ]
  : [];

const routeTree = rootRoute.addChildren([
  appRoute.addChildren([
    home,
    plan,
    meeting,
    roll,
    minutes,
    tasks,
    myNotice,
    ...officeRoutes,
    ...inspectionRoutes,
    ...trainingRoutes,
    ...studyRoutes,
    ...libraryRoutes,
  ]),
  signIn,
  invitation,
  certificateCheck,
  ...gallery,
]);

export function newRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: () => (
      <div className="page">
        <Skeleton lines={6} />
      </div>
    ),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
