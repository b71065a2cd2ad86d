import { rulesInWords, type PlainRule } from '@vungmanh/regulations/plain-words';
import { showDate, today } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { Page } from '../../ui/page.js';
import './inspection-rules.css';

/** The rules of inspection, supervision and discipline as every member may read them, by today's register. */
export function InspectionRulesPage() {
  const day = today();
  return (
    <Page
      title="Quy định về kiểm tra, giám sát, kỷ luật"
      about={`Viết lại bằng lời dễ hiểu theo văn bản đang áp dụng ngày ${showDate(day)}. Khi cần trích dẫn, xin xem văn bản gốc ghi dưới mỗi câu.`}
    >
      {rulesInWords(day).map(({ code, title, rules }) => (
        <Card key={code} title={title}>
          <ul className="plain-rules">
            {rules.map((rule) => (
              <li key={rule.text}>
                <p>{rule.text}</p>
                <p className="small">{sourceText(rule)}</p>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}

/** What nobody has yet held against the document says so. */
const sourceText = ({ source, mark }: PlainRule): string => `Theo ${source}${mark === 'G' ? ' (chưa đối chiếu với toàn văn)' : ''}.`;
