import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Skeleton } from '../ui/notes.js';
import { ErrorPage, NotFoundPage } from './error-page.js';
import { appRoute, rootRoute } from './root.route.js';

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
  }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in.page.js'), 'SignInPage'),
});

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home.page.js'), 'HomePage'),
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

const routeTree = rootRoute.addChildren([appRoute.addChildren([home]), signIn, ...gallery]);

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
