import { Link } from '@tanstack/react-router';
import { Icon } from '../ui/icon.js';
import type { NavigationEntry } from './navigation.js';

export function NavigationLink({ entry, className, short = false }: { entry: NavigationEntry; className?: string; short?: boolean }) {
  return (
    <Link
      // `navigationOf` lets through only paths of pages that there are, which the type of `to` cannot know.
      to={entry.path as '/'}
      className={className}
      activeOptions={{ exact: entry.path === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Icon name={entry.icon} />
      <span>{short ? entry.short : entry.label}</span>
    </Link>
  );
}
