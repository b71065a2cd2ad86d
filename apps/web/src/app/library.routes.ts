import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AgendaArea } from '@vungmanh/contracts/meetings/meeting-state';
import { z } from 'zod';
import { appRoute } from './root.route.js';

const library = createRoute({
  getParentRoute: () => appRoute,
  path: '/library',
  validateSearch: z.object({
    area: AgendaArea.optional().catch(undefined),
    view: z.enum(['drafts', 'withdrawn', 'use']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/handbook/library.page.js'), 'LibraryPage'),
});
const newChapter = createRoute({
  getParentRoute: () => appRoute,
  path: '/library/new',
  component: lazyRouteComponent(() => import('../features/handbook/new-chapter.page.js'), 'NewChapterPage'),
});
const chapter = createRoute({
  getParentRoute: () => appRoute,
  path: '/library/$chapterId',
  validateSearch: z.object({ edition: z.number().int().positive().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/handbook/chapter.page.js'), 'ChapterPage'),
});
const editChapter = createRoute({
  getParentRoute: () => appRoute,
  path: '/library/$chapterId/edit',
  component: lazyRouteComponent(() => import('../features/handbook/edit-chapter.page.js'), 'EditChapterPage'),
});

/** The handbook: to be looked through, read and written. */
export const libraryRoutes = [library, newChapter, chapter, editChapter] as const;
