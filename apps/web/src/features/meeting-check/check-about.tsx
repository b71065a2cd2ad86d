import type { MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { showDate, showInstant } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';

/** Whether the team may read the minute books now, and until when: plainly, for it is a right over what others wrote. */
function Reading({ check }: { check: MeetingCheck }) {
  const without = check.team.filter((t) => t.hasAccount === false);
  if (check.state === 'DRAFT') return <p className="soft">Quyền đọc sổ biên bản của các chi bộ chỉ mở khi bắt đầu kiểm tra.</p>;
  if (check.state !== 'UNDER_WAY') return <p className="soft">Quyền đọc sổ biên bản của đoàn đã hết.</p>;
  if (check.readableUntil === undefined) return <p role="status">Đang mở quyền đọc sổ biên bản cho đoàn…</p>;
  return (
    <Note title={`Đoàn được đọc sổ biên bản của các chi bộ đến hết ngày ${showDate(check.readableUntil)}`}>
      <p>Quyền này hết ngay khi kết luận. Bí thư chi bộ thấy ai trong đoàn đang được đọc, mỗi lần đọc đều được ghi lại.</p>
      {without.length > 0 && <p>Chưa có tài khoản nên chưa đọc được: {without.map((t) => t.name).join(', ')}.</p>}
    </Note>
  );
}

/** How the team and the end were changed since. */
function Changes({ check }: { check: MeetingCheck }) {
  if (check.changes.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>Thay đổi đoàn, thời hạn</h3>
      <ul className="check-list ruled">
        {check.changes.map((c) => (
          <li key={c.at} className="stack tight">
            <span className="soft small">
              {showInstant(c.at)} · {c.byName}
            </span>
            {c.added.length > 0 && <span>Thêm: {c.added.join(', ')}</span>}
            {c.removed.length > 0 && <span>Thôi: {c.removed.join(', ')}</span>}
            <span>Dự kiến xong: {showDate(c.plannedEnd)}</span>
            <span>Lý do: {c.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who checks, until when, and what they may read. */
export function CheckAbout({ check }: { check: MeetingCheck }) {
  const leader = check.team.find((t) => t.leader);
  const members = check.team.filter((t) => !t.leader);
  return (
    <Card title="Đoàn kiểm tra">
      <div className="stack">
        <Reading check={check} />
        <Facts
          items={[
            ['Trưởng đoàn', leader?.name],
            ['Thành viên', members.map((t) => t.name).join(', ')],
            ['Dự kiến xong', showDate(check.plannedEnd)],
            ['Lý do chưa kiểm tra hết', check.uncheckedBecause],
            ['Lý do hủy', check.cancelledBecause],
          ]}
        />
        <Changes check={check} />
      </div>
    </Card>
  );
}
