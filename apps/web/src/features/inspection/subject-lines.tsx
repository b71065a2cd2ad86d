import { inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { lineStateLabel } from '@vungmanh/contracts/inspection/plan-line';
import type { SubjectLine } from '@vungmanh/contracts/inspection/subject-line';
import type { Listed } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { MoreButton } from '../../ui/more-button.js';
import { actorText, lineTone, quarterText } from './inspection-text.js';
import './inspection.css';

const days = ({ fromOn, toOn, doneOn }: SubjectLine): string => {
  if (doneOn !== undefined) return ` · xong ngày ${showDate(doneOn)}`;
  if (fromOn !== undefined && toOn !== undefined) return ` · từ ${showDate(fromOn)} đến ${showDate(toOn)}`;
  return fromOn === undefined ? '' : ` · từ ${showDate(fromOn)}`;
};

/** What published programs plan, as its subject reads it. */
export function SubjectLines({ list }: { list: Listed<SubjectLine> }) {
  return (
    <div className="stack">
      <ul className="inspection-list">
        {list.rows.map((l) => (
          <li key={l.id}>
            <p className="row apart">
              <span className="strong">{inspectionKindLabel[l.kind]}</span>
              <Badge tone={lineTone[l.state]}>{lineStateLabel[l.state]}</Badge>
            </p>
            <p>{l.content}</p>
            <p className="soft small">
              {quarterText(l.quarter)}/{l.year} · {actorText(l.actor, l.actorNodeName)}
              {days(l)}
            </p>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </div>
  );
}
