import { myPlanLines } from '@vungmanh/contracts/inspection/subject-line';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { SubjectLines } from './subject-lines.js';

/** On the first page, for whoever a published program names; nothing for anybody else. */
export function MyLines() {
  const list = useListOf(myPlanLines, { limit: 5 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Kiểm tra, giám sát đối với tôi">
      <SubjectLines list={list} />
    </Card>
  );
}
