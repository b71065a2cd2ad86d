import type { InspectionCase, Statement } from '@vungmanh/contracts/inspection/case';
import { showDate, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';

const kinds: Record<Statement['kind'], string> = { EXPLANATION: 'Giải trình', RESERVATION: 'Bảo lưu ý kiến' };

/** What the subject has said, as they wrote it. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  return (
    <ul className="case-list">
      {statements.map((s) => (
        <li key={`${s.at}${s.kind}`} className="stack tight">
          <p className="row">
            <Badge>{kinds[s.kind]}</Badge>
            <span className="soft small">
              {s.byName} · {showInstant(s.at)}
            </span>
          </p>
          <p className="pre-line">{s.text}</p>
        </li>
      ))}
    </ul>
  );
}

/** The minutes of the hearing as text. */
export function MinutesCard({ minutes }: { minutes: NonNullable<InspectionCase['minutes']> }) {
  return (
    <Card title="Biên bản hội nghị, làm việc">
      <div className="stack">
        <Facts
          items={[
            ['Thời gian', `${minutes.startedAt}, ngày ${showDate(minutes.heldOn)}`],
            ['Địa điểm', minutes.venue],
            ['Thành phần dự', minutes.present.join('; ')],
          ]}
        />
        {minutes.items.map((item) => (
          <section key={item.title} className="stack tight">
            <h3>{item.title}</h3>
            <p className="pre-line">{item.text}</p>
          </section>
        ))}
        {minutes.conclusion !== undefined && (
          <section className="stack tight">
            <h3>Kết luận buổi làm việc</h3>
            <p className="pre-line">{minutes.conclusion}</p>
          </section>
        )}
      </div>
    </Card>
  );
}
