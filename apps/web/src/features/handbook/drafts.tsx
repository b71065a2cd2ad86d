import { Link } from '@tanstack/react-router';
import { listChapterDrafts } from '@vungmanh/contracts/training/chapter';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { MoreButton } from '../../ui/more-button.js';
import './handbook.css';

/** What is being written: new chapters, and the next editions of those that there are. */
export function Drafts() {
  const list = useListOf(listChapterDrafts, { limit: 30 });
  if (list.loading) return <Skeleton lines={4} />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  if (list.rows.length === 0) return <EmptyState icon="edit" title="Không có bản soạn nào" />;
  return (
    <Card flush>
      <ul className="chapter-found" aria-label="Các bản soạn">
        {list.rows.map(({ id, code, title, nodeName, edition }) => (
          <li key={id}>
            <Link to="/library/$chapterId/edit" params={{ chapterId: id }}>
              {code}. {title}
            </Link>
            <span className="soft small">
              {nodeName} · {edition === 0 ? 'chương mới' : `soạn bản ${edition + 1}`}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
