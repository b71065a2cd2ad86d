import { rulesInWords, type PlainRule } from '@vungmanh/regulations/plain-words';
import { showDate, today } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { Page } from '../../ui/page.js';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { buttonClass } from '../../ui/button.js';
import { useRules } from '../rules/use-rules.js';
import './inspection-rules.css';

/** The rules of inspection, supervision and discipline as every member may read them, by today's register. */
export function InspectionRulesPage() {
  const day = today();
  const rules = useRules();
  return (
    <Page
      title="Quy định về kiểm tra, giám sát, kỷ luật"
      about={`Viết lại bằng lời dễ hiểu theo văn bản đang áp dụng ngày ${showDate(day)}. Khi cần trích dẫn, xin xem văn bản gốc ghi dưới mỗi câu.`}
      actions={
        <Link to="/rules" className={buttonClass({ look: 'quiet' })}>
          Tất cả quy định đang áp dụng
        </Link>
      }
    >
      {rulesInWords(day, rules).map(({ code, title, rules }) => (
        <Card key={code} title={title}>
          <ul className="plain-rules">
            {rules.map((rule) => (
              <li key={rule.text}>
                <p>
                  {rule.setBy !== undefined && <Badge tone="active">Của tỉnh</Badge>} {rule.text}
                </p>
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
const sourceText = ({ source, mark, setBy }: PlainRule): string =>
  `Theo ${source}${mark === 'G' ? ' (chưa đối chiếu với toàn văn)' : ''}${setBy === undefined ? '' : ', quy định riêng của tỉnh'}.`;
