import { Link } from '@tanstack/react-router';
import { listQuestionFields } from '@vungmanh/contracts/training/question';
import { useQueryOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';

/** On the first page the way to practice, once there is something to practice with. */
export function PracticeCard() {
  const fields = useQueryOf(listQuestionFields, {});
  const questions = fields.data?.items.reduce((sum, f) => sum + f.practicable, 0) ?? 0;
  if (questions === 0) return null;
  return (
    <Card title="Luyện tập">
      <p>
        <Link to="/practice">Ôn tập với {questions} câu hỏi</Link>
      </p>
      <p className="small soft">Kết quả chỉ một mình đồng chí xem được.</p>
    </Card>
  );
}
