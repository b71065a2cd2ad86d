import { Link } from '@tanstack/react-router';
import { type MyQuiz, myQuizzes } from '@vungmanh/contracts/training/attempt';
import { useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { markText } from '../training-class/class-text.js';
import '../training-class/training-class.css';
import { windowText } from './quiz-text.js';

const standing = (mine: MyQuiz) =>
  mine.mark !== undefined ? (
    <Badge tone="done">Điểm {markText(mine.mark)}</Badge>
  ) : mine.handedIn ? (
    <Badge>Đã nộp, chờ kết quả</Badge>
  ) : mine.attemptId === undefined ? (
    mine.closed ? (
      <Badge>Đã khóa, không làm bài</Badge>
    ) : Date.parse(mine.closesAt) <= Date.now() ? (
      <Badge>Đã hết giờ, không làm bài</Badge>
    ) : (
      <Badge tone="wait">Chưa làm</Badge>
    )
  ) : (
    <Badge tone="wait">Đang làm</Badge>
  );

/** On the first page, for whoever has been given a test; nothing for anybody else. */
export function MyQuizzes() {
  const list = useListOf(myQuizzes, { limit: 5 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Bài kiểm tra, bài thi của tôi">
      <ul className="class-list">
        {list.rows.map((mine) => (
          <li key={mine.id}>
            <span className="row apart">
              <Link to="/quizzes/$quizId" params={{ quizId: mine.id }} className="strong">
                {mine.title}
              </Link>
              {standing(mine)}
            </span>
            <span className="small soft">
              {mine.questions} câu, {mine.minutes} phút · mở {windowText(mine)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
