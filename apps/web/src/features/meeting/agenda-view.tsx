import { Link } from '@tanstack/react-router';
import type { AgendaItem, Meeting } from '@vungmanh/contracts/meetings/meeting';
import { nameIn } from './people.js';
import './agenda.css';

/** What to read before the meeting. */
function Cited({ citations = [], chapters }: { citations: AgendaItem['citations']; chapters: Meeting['chapters'] }) {
  return citations.map(({ chapterId, edition }) => {
    const chapter = chapters.find((one) => one.id === chapterId && one.edition === edition);
    return (
      chapter && (
        <span key={chapterId} className="small">
          Đọc trước:{' '}
          <Link to="/library/$chapterId" params={{ chapterId }} search={{ edition }}>
            {chapter.code}. {chapter.title}
          </Link>
        </span>
      )
    );
  });
}

/** The agenda as people read it. */
export function AgendaView({ agenda, openTasks, people, chapters }: Pick<Meeting, 'agenda' | 'people' | 'chapters'> & { openTasks: number }) {
  return (
    <ol className="agenda to-read">
      {openTasks > 0 && (
        <li className="agenda-first">
          <span className="strong">Rà soát {openTasks} nhiệm vụ còn mở của các nghị quyết trước</span>
        </li>
      )}
      {agenda.map((item, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- an item of the agenda has no other key than its place
        <li key={i}>
          <div className="agenda-line">
            <span className="agenda-number">{i + 1}</span>
            <span className="agenda-title">
              {item.title}
              {item.presenterId !== undefined && <span className="soft small">{nameIn(people, item.presenterId)}</span>}
              <Cited citations={item.citations} chapters={chapters} />
            </span>
            <span className="soft nowrap">{item.plannedMinutes} phút</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
