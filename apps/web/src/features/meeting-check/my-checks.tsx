import { Link } from '@tanstack/react-router';
import { myCheckNotices } from '@vungmanh/contracts/inspection/check-notice';
import { myMeetingChecks } from '@vungmanh/contracts/inspection/meeting-check';
import { halfYearText, meetingCheckStateLabel } from '@vungmanh/contracts/inspection/meeting-check-state';
import { useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import './meeting-check.css';
import { checkTone } from './meeting-check-text.js';

/** On the first page: the checks on whose team the person is and that are not over, and the notices that their cell has received. */
export function MyChecks() {
  const checks = useListOf(myMeetingChecks, { limit: 10 });
  const notices = useListOf(myCheckNotices, { limit: 3 });
  const running = checks.rows.filter((c) => c.state !== 'PUBLISHED' && c.state !== 'CANCELLED');
  return (
    <>
      {running.length > 0 && (
        <Card title="Đoàn kiểm tra sinh hoạt chi bộ">
          <ul className="check-list">
            {running.map((c) => (
              <li key={c.id} className="row apart">
                <Link to="/meeting-checks/$checkId" params={{ checkId: c.id }}>
                  {c.nodeName}, {halfYearText(c.half)}
                </Link>
                <Badge tone={checkTone[c.state]}>{meetingCheckStateLabel[c.state]}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {notices.rows.length > 0 && (
        <Card title="Thông báo kiểm tra sinh hoạt chi bộ">
          <ul className="check-list">
            {notices.rows.map((n) => (
              <li key={n.id} className="row apart">
                <Link to="/my/check-notices/$checkId" params={{ checkId: n.id }}>
                  {n.nodeName}, {halfYearText(n.half)}
                </Link>
                {n.number !== undefined && <span className="soft small">{n.number}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
