import { getRouteApi } from '@tanstack/react-router';
import type { Session } from '@vungmanh/contracts/gateway/session';
import { permissions } from '@vungmanh/contracts/permission';
import { Shell } from '../../app/shell.js';
import { ControlsView } from './controls.view.js';
import { MeetingView } from './meeting.view.js';
import { OrganizationView } from './organization.view.js';
import { OverviewView } from './overview.view.js';
import { StatesView } from './states.view.js';

const id = '01980000-0000-7000-8000-000000000001';
const session: Session = {
  accountId: id,
  username: 'mau',
  displayName: 'Nguyễn Văn Mẫu',
  grants: [
    {
      id,
      role: { code: 'SAMPLE', label: 'Mẫu', permissions: [...permissions] },
      nodeId: id,
      below: true,
      validFrom: '2026-01-01',
      endsSoon: false,
      givenAt: '2026-01-01T01:00:00Z',
      version: 1,
    },
  ],
  endsAt: '2026-11-22T12:00:00Z',
  idleMinutes: 30,
  mode: 'trial',
};
const pages = new Set(['/', '/meetings', '/organizations', '/members', '/overview', '/import']);
const views: Record<string, () => React.ReactNode> = {
  controls: ControlsView,
  states: StatesView,
  meeting: MeetingView,
  organization: OrganizationView,
  overview: OverviewView,
};

/** `/_gallery/controls`, `/states`, `/meeting`, `/organization`, `/overview`. */
export function GalleryPage() {
  const { view } = getRouteApi('/_gallery/$view').useParams();
  const View = views[view] ?? ControlsView;
  return (
    <Shell principals={[]} session={session} unit="Chi bộ thôn Mẫu – Đảng bộ xã Thử Nghiệm" pages={pages}>
      <View />
    </Shell>
  );
}
