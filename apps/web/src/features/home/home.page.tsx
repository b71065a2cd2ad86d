import { useRouter } from '@tanstack/react-router';
import { NavigationLink } from '../../app/navigation-link.js';
import { navigationOf } from '../../app/navigation.js';
import { useSession } from '../../session/session.js';
import { showWeekday, today } from '../../text/dates.js';
import { EmptyState } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import './home.css';

/** The first page: until the list of one's own work is here, the ways to what the person is responsible for. */
export function HomePage() {
  const session = useSession();
  const { routesByPath } = useRouter();
  const ways = navigationOf(session, new Set(Object.keys(routesByPath))).filter((e) => e.path !== '/');
  return (
    <Page title="Việc của tôi" about={`${showWeekday(today())} · Chào đồng chí ${session.displayName}`}>
      {ways.length === 0 ? (
        <EmptyState icon="tasks" title="Chưa có việc nào chờ đồng chí">
          <p>Khi chi bộ gửi thông báo sinh hoạt hoặc giao nhiệm vụ, việc sẽ hiện ở đây.</p>
        </EmptyState>
      ) : (
        <ul className="ways">
          {ways.map((e) => (
            <li key={e.path}>
              <NavigationLink entry={e} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
