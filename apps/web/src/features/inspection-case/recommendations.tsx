import {
  downloadRecommendationEvidence,
  type Recommendation,
  recommendationStateLabel,
  recommendationStepLabel,
} from '@vungmanh/contracts/inspection/recommendation';
import { showDate, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { DownloadButton } from '../meeting/download-button.js';
import { recommendationTone } from './case-text.js';
import './inspection-case.css';
import { RecommendationActs } from './recommendation-acts.js';

/** What conclusions ask for: by whom, until when, what was reported, what the check of it found. */
export function Recommendations({ rows }: { rows: readonly Recommendation[] }) {
  return (
    <ul className="case-list">
      {rows.map((r) => (
        <li key={r.id} className="stack tight">
          <p className="row">
            <Badge tone={recommendationTone[r.state]}>{recommendationStateLabel[r.state]}</Badge>
            {r.overdue && <Badge tone="late">Quá hạn</Badge>}
          </p>
          <p className="pre-line">{r.content}</p>
          <p className="soft small">
            {r.doerName} · hạn {showDate(r.dueOn)}
          </p>
          {r.history.map((h) => (
            <p key={`${h.at}${h.act}`} className="small case-reason">
              <span className="strong">{recommendationStepLabel[h.act]}</span> · {h.byName}, {showInstant(h.at)}: {h.text}
            </p>
          ))}
          {r.evidence.map((e) => (
            <span key={e.id} className="row apart">
              <span>{e.name}</span>
              <DownloadButton operation={downloadRecommendationEvidence} input={{ recommendationId: r.id, documentId: e.id }} name={e.name}>
                Tải xuống
              </DownloadButton>
            </span>
          ))}
          <RecommendationActs of={r} />
        </li>
      ))}
    </ul>
  );
}
