import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../api/problem-error.js';
import { ask, useQueryOf } from '../api/queries.js';
import { currentSession } from '@vungmanh/contracts/gateway/session';
import { myRoots } from '@vungmanh/contracts/organization/browse';
import { actingFor } from '../api/acting.js';
import { principalsOf, sessionFor } from '../session/acting.js';
import { startOf } from '../features/sign-in/begin.js';
import { may } from '../session/session.js';
import { NotFoundPage } from './error-page.js';
import { Shell } from './shell.js';

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: NotFoundPage });

function SignedIn() {
  const { session } = appRoute.useRouteContext();
  const { data: whole = session } = useQueryOf(currentSession, {});
  const data = sessionFor(whole, actingFor());
  const roots = useQueryOf(myRoots, {}, { when: may(data, 'organization:read') });
  const { routesByPath } = useRouter();
  return (
    <Shell session={data} principals={principalsOf(whole)} unit={roots.data?.items[0]?.name} pages={new Set(Object.keys(routesByPath))}>
      <Outlet />
    </Shell>
  );
}

/** Parent of every page that needs a signed-in person; without a session it leads to whoever vouches for people, and back. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    try {
      return { session: await context.client.ensureQueryData(ask(currentSession, {})) };
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.kind === 'unauthenticated') {
        window.location.replace(startOf(location.href));
        return await new Promise<never>(() => {});
      }
      throw thrown;
    }
  },
});
