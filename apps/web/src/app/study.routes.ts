import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Id } from '@vungmanh/contracts/types';
import { z } from 'zod';
import { appRoute } from './root.route.js';

const study = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/studies/$campaignId',
  validateSearch: z.object({ node: Id.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/study/study.page.js'), 'StudyPage'),
});
const studyLevel = createRoute({
  getParentRoute: () => appRoute,
  path: '/training/study-levels/$levelId',
  component: lazyRouteComponent(() => import('../features/study/study-level.page.js'), 'StudyLevelPage'),
});

/** The study of papers from above. */
export const studyRoutes = [study, studyLevel] as const;
