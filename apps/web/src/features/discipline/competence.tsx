import type { FormCompetence } from '@vungmanh/contracts/inspection/discipline';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { Badge, type Tone } from '../../ui/badge.js';

const verdictText: Record<FormCompetence['verdict'], readonly [string, Tone]> = {
  MAY: ['Được quyết định', 'done'],
  MAY_WITH: ['Theo thẩm quyền của cấp', 'plain'],
  PROPOSES: ['Chỉ đề nghị cấp trên', 'wait'],
  MAY_NOT: ['Không có thẩm quyền', 'late'],
};

/** What the body may do in each form, in the words of the regulation, and until when. */
export function Competence({ forms }: { forms: readonly FormCompetence[] }) {
  return (
    <ul className="discipline-list">
      {forms.map(({ form, verdict, says, source, until, barred }) => {
        const [text, tone] = verdictText[verdict];
        return (
          <li key={form} className="stack tight">
            <span className="row apart">
              <span className="strong">{disciplineFormLabel[form]}</span>
              {barred ? <Badge tone="late">Hết thời hiệu</Badge> : <Badge tone={tone}>{text}</Badge>}
            </span>
            <span className="small">{says}</span>
            <span className="soft small">
              {until === undefined ? 'Không có thời hiệu' : `Thời hiệu xử lý đến hết ngày ${showDate(until)}`}
              {source !== '' && ` · ${source}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
