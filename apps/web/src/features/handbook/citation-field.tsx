import { Link } from '@tanstack/react-router';
import type { ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import type { Citation, CitedChapter } from '@vungmanh/contracts/meetings/citation';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { listChapters } from '@vungmanh/contracts/training/chapter';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { FindField } from '../../ui/find-field.js';
import { useSettled } from '../../ui/use-settled.js';
import './handbook.css';
import { proposalsFor } from './proposals.js';

const MOST = 5;

/** A chapter under the name by which it is cited. */
export interface Citable {
  readonly id: string;
  readonly edition: number;
  readonly code: string;
  readonly title: string;
}

/** Everything that the form knows of the handbook. */
export interface Handbook {
  readonly proposed: readonly ProposedChapter[];
  /** Chapters cited before, or found by a search, by which citations are named. */
  readonly known: readonly (Citable | CitedChapter)[];
  readonly onFound: (chapter: Citable) => void;
}

export function chapterNamed({ chapterId, edition }: Citation, { proposed, known }: Pick<Handbook, 'proposed' | 'known'>): Citable | undefined {
  return [...known, ...proposed].find((one) => one.id === chapterId && one.edition === edition);
}

function ChapterLink({ chapter }: { chapter: Citable }) {
  const { id, edition, code, title } = chapter;
  // Into a tab of its own: what was typed in the form stays.
  return (
    <Link to="/library/$chapterId" params={{ chapterId: id }} search={{ edition }} target="_blank">
      {code}. {title}
    </Link>
  );
}

/** What one item of the agenda cites; chapters that fit it, and any other by search. */
export function CitationField({ item, handbook, onChange }: { item: AgendaItem; handbook: Handbook; onChange: (item: AgendaItem) => void }) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQueryOf(listChapters, { q, limit: 8 }, { when: q !== '' });
  const { citations = [], ...rest } = item;
  const put = (next: Citation[]): void => onChange(next.length === 0 ? rest : { ...rest, citations: next });
  const cite = (chapter: Citable): void => {
    handbook.onFound(chapter);
    put([...citations.filter((c) => c.chapterId !== chapter.id), { chapterId: chapter.id, edition: chapter.edition }]);
  };
  const proposals = proposalsFor(item, handbook.proposed);
  return (
    <div className="stack tight">
      <p className="strong">Sổ tay nghiệp vụ</p>
      {citations.length > 0 && (
        <ul className="handbook-cited" aria-label="Chương đã dẫn">
          {citations.map((citation) => {
            const chapter = chapterNamed(citation, handbook);
            return (
              <li key={citation.chapterId} className="handbook-line">
                <span>{chapter ? <ChapterLink chapter={chapter} /> : 'Chương chưa đọc được tên'}</span>
                <Button size="small" look="quiet" onClick={() => put(citations.filter((c) => c !== citation))}>
                  Bỏ dẫn
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {citations.length < MOST && (
        <>
          {proposals.length > 0 && (
            <ul className="handbook-cited" aria-label="Chương gợi ý">
              {proposals.map((chapter) => (
                <li key={chapter.id} className="handbook-line">
                  <span>
                    <ChapterLink chapter={chapter} />
                    {chapter.onTopic && <span className="soft small"> · sát chuyên đề</span>}
                  </span>
                  <Button size="small" icon="plus" aria-label={`Dẫn ${chapter.code}`} onClick={() => cite(chapter)}>
                    Dẫn
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <FindField
            label="Tìm chương khác"
            optional
            value={undefined}
            onChange={(chosen) => chosen && cite(chosen)}
            typed={typed}
            onTyped={setTyped}
            found={q === '' ? undefined : found.data?.items.map((one) => ({ ...one, name: `${one.code}. ${one.title}`, about: one.excerpt }))}
            problem={found.error ?? undefined}
            placeholder="Tên, từ khóa; không cần gõ dấu"
            none="Không có chương nào như vậy trong Sổ tay."
          />
        </>
      )}
    </div>
  );
}
