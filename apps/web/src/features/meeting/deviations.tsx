import type { Deviation } from '@vungmanh/contracts/deviation';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';

/** What a rule says, and what was done instead. */
export function DeviationNote({ deviation: d }: { deviation: Deviation }) {
  return (
    <Note tone="warning" title={d.says}>
      <p>
        Quy định: {d.expected}. Thực tế: <span className="strong">{d.actual}</span>.
      </p>
      {d.reason !== undefined && <p>Lý do: {d.reason}</p>}
      <p className="small soft">Căn cứ: {d.source}</p>
    </Note>
  );
}

/** Where the meeting went otherwise than a rule says: it stands, with the rule and the reason beside it. */
export function DeviationsCard({ meeting }: { meeting: Meeting }) {
  if (meeting.deviations.length === 0 && meeting.postponements.length === 0) return null;
  return (
    <Card title="Điểm khác quy định">
      <ul className="stack tight">
        {meeting.deviations.map((d) => (
          <li key={`${d.ruleKey}${d.actual}`}>
            <DeviationNote deviation={d} />
          </li>
        ))}
        {meeting.postponements.map((p) => (
          <li key={`${p.from}${p.to}`}>
            Lùi từ ngày {showDate(p.from)} sang ngày {showDate(p.to)}: {p.reason}
          </li>
        ))}
      </ul>
    </Card>
  );
}
