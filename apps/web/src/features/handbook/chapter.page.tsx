import { getRouteApi, Link } from '@tanstack/react-router';
import { agendaAreaLabel, meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { listNodeTypes } from '@vungmanh/contracts/organization/node-type';
import { type Chapter, downloadChapter, getChapter } from '@vungmanh/contracts/training/chapter';
import { chapterStateLabel } from '@vungmanh/contracts/training/chapter-state';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { DownloadButton } from '../meeting/download-button.js';
import { ChapterBody, ChapterContents } from './chapter-body.js';
import { WithdrawForm } from './chapter-forms.js';
import './handbook.css';

const route = getRouteApi('/app/library/$chapterId');

function Standing({ chapter: { id, edition, newest, withdrawn } }: { chapter: Chapter }) {
  if (withdrawn) {
    return (
      <Note tone="warning" title={`Chương này đã thu hồi từ ${showDate(withdrawn.on)}`}>
        <p>{withdrawn.because}</p>
        <p>Chỉ để tra cứu, không dẫn vào chương trình mới.</p>
      </Note>
    );
  }
  if (edition === newest) return null;
  return (
    <Note
      title={`Đồng chí đang đọc bản ${edition}, không phải bản mới nhất`}
      actions={
        <Link to="/library/$chapterId" params={{ chapterId: id }} className={buttonClass({ size: 'small' })}>
          Đọc bản {newest}
        </Link>
      }
    />
  );
}

function About({ chapter }: { chapter: Chapter }) {
  const { areas, kinds, sectors, themes, keywords } = chapter;
  const known = useQueryOf(listNodeTypes, {}, { when: sectors.length > 0 });
  const sectorName = (code: string): string => known.data?.sectors.find((s) => s.code === code)?.label ?? code;
  return (
    <Card title="Dùng cho">
      <Facts
        items={[
          ['Phần của chương trình', areas.map((a) => agendaAreaLabel[a]).join('; ') || 'Mọi phần'],
          ['Loại buổi sinh hoạt', kinds.map((k) => meetingKindLabel[k]).join('; ') || 'Mọi buổi'],
          ['Loại hình chi bộ', sectors.map(sectorName).join('; ') || 'Mọi loại hình'],
          ['Chuyên đề gợi ý', themes.join('; ')],
          ['Từ khóa', keywords.join('; ')],
        ]}
      />
    </Card>
  );
}

function Editions({ chapter: { id, edition, editions } }: { chapter: Chapter }) {
  return (
    <Card title="Các bản đã ban hành">
      <ul className="stack tight">
        {editions.map(({ number, publishedOn, note }) => (
          <li key={number}>
            {number === edition ? (
              <span className="strong">Bản {number}</span>
            ) : (
              <Link to="/library/$chapterId" params={{ chapterId: id }} search={{ edition: number }}>
                Bản {number}
              </Link>
            )}
            , {showDate(publishedOn)}
            {note !== undefined && <span className="soft small"> · {note}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Actions({ chapter }: { chapter: Chapter }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { id: chapterId, edition, may } = chapter;
  const close = () => setWithdrawing(false);
  return (
    <>
      {may.includes('revise') && (
        <Link to="/library/$chapterId/edit" params={{ chapterId }} className={buttonClass({})}>
          {may.includes('publish') ? 'Mở bản soạn' : 'Soạn bản mới'}
        </Link>
      )}
      {may.includes('withdraw') && (
        <Button look="quiet" onClick={() => setWithdrawing(true)}>
          Thu hồi
        </Button>
      )}
      <Button icon="print" onClick={() => window.print()}>
        In
      </Button>
      <DownloadButton operation={downloadChapter} input={{ chapterId, edition, format: 'pdf' }} name="Chương này, bản PDF">
        PDF
      </DownloadButton>
      <DownloadButton operation={downloadChapter} input={{ chapterId, edition, format: 'docx' }} name="Chương này, bản Word">
        Word
      </DownloadButton>
      <Dialog open={withdrawing} title="Thu hồi chương này" onClose={close}>
        <WithdrawForm chapter={chapter} onClose={close} />
      </Dialog>
    </>
  );
}

/** One edition of a chapter, to be read on a phone, at a desk or on paper. */
export function ChapterPage() {
  const { chapterId } = route.useParams();
  const { edition } = route.useSearch();
  const found = useQueryOf(getChapter, { chapterId, ...(edition === undefined ? {} : { edition }) });
  const chapter = found.data;
  return (
    <Page
      title={chapter ? `${chapter.code}. ${chapter.title}` : 'Sổ tay nghiệp vụ'}
      about={
        chapter && (
          <>
            <span>{chapter.nodeName}</span>
            <span>
              Bản {chapter.edition}, {showDate(chapter.publishedOn)}
            </span>
            {chapter.withdrawn && <Badge tone="late">{chapterStateLabel.WITHDRAWN}</Badge>}
          </>
        )
      }
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/library">
              Sổ tay nghiệp vụ
            </Link>,
          ]}
        </Crumbs>
      }
      actions={chapter && <Actions chapter={chapter} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {!chapter ? (
        !found.error && <Skeleton lines={12} />
      ) : (
        <>
          <Standing chapter={chapter} />
          <div className="chapter-read">
            <ChapterContents body={chapter.body} />
            <Card>
              <ChapterBody body={chapter.body} />
            </Card>
            <aside className="chapter-about stack loose no-print" aria-label="Về chương này">
              <About chapter={chapter} />
              <Editions chapter={chapter} />
            </aside>
          </div>
        </>
      )}
    </Page>
  );
}
