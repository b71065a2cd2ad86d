import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  type ChapterContent,
  type ChapterDraft,
  dropChapterDraft,
  getChapter,
  getChapterDraft,
  reviseChapter,
} from '@vungmanh/contracts/training/chapter';
import { chapterStateLabel } from '@vungmanh/contracts/training/chapter-state';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { ChapterFields, readChapter, typedChapter } from './chapter-fields.js';
import { PublishForm } from './chapter-forms.js';
import { ChapterPreview } from './chapter-preview.js';
import './handbook.css';

const route = getRouteApi('/app/library/$chapterId/edit');

/** Publishing and dropping what has been saved; `unsaved` words would not be in it. Beside the form: its dialogs hold forms of their own. */
function DraftActs({ chapter, unsaved }: { chapter: ChapterDraft; unsaved: boolean }) {
  const toast = useToast();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'publish' | 'drop'>();
  const close = () => setDoing(undefined);
  const leave = (text: string) => {
    close();
    toast({ text });
  };
  const drop = useCommand(dropChapterDraft, {
    onDone: () => {
      leave('Đã bỏ bản soạn.');
      void navigate({ to: '/library', search: { view: 'drafts' } });
    },
  });
  const published = () => {
    leave('Đã ban hành.');
    void navigate({ to: '/library/$chapterId', params: { chapterId: chapter.id } });
  };
  const { may } = chapter;
  return (
    <>
      {may.includes('publish') && (
        <Button disabled={unsaved} onClick={() => setDoing('publish')}>
          Ban hành
        </Button>
      )}
      {may.includes('drop') && (
        <Button look="quiet" onClick={() => setDoing('drop')}>
          Bỏ bản soạn
        </Button>
      )}
      <Dialog open={doing === 'publish'} title={`Ban hành ${chapter.code}`} onClose={close}>
        <PublishForm chapter={chapter} onClose={close} onDone={published} />
      </Dialog>
      <ConfirmDialog
        open={doing === 'drop'}
        title="Bỏ bản soạn này?"
        confirm="Bỏ bản soạn"
        busy={drop.isPending}
        onConfirm={() => drop.mutate({ input: { chapterId: chapter.id }, version: chapter.version })}
        onClose={close}
      >
        <p>{chapter.edition === 0 ? 'Chương này chưa ban hành lần nào nên sẽ không còn trong Sổ tay.' : 'Bản đã ban hành vẫn giữ nguyên.'}</p>
        <ProblemNote problem={drop.error} />
      </ConfirmDialog>
    </>
  );
}

function Editor({ chapter, start }: { chapter: ChapterDraft; start: ChapterContent | undefined }) {
  const toast = useToast();
  const [typed, setTyped] = useState(typedChapter(start));
  // Of the text that is typed in, not of what others have saved meanwhile.
  const [version, setVersion] = useState(chapter.version);
  const command = useCommand(reviseChapter, {
    onDone: (saved) => {
      setVersion(saved.version);
      toast({ text: 'Đã lưu bản soạn.' });
    },
  });
  const form = useForm(reviseChapter.input, { chapterId: chapter.id, content: readChapter(typed) }, command.error);
  const change = (next: typeof typed): void => {
    setTyped(next);
    form.set({ content: readChapter(next) });
  };
  return (
    <div className="chapter-write">
      <div className="stack">
        <Form
          form={form}
          problem={command.error}
          onSubmit={(input) => command.mutate({ input, version }, { onSuccess: () => form.reset(form.draft) })}
          actions={
            <Button type="submit" look="primary" busy={command.isPending}>
              Lưu bản soạn
            </Button>
          }
        >
          <ChapterFields typed={typed} onChange={change} error={form.errors['content']} />
        </Form>
        {form.dirty && chapter.may.includes('publish') && <p className="soft small">Có thay đổi chưa lưu: lưu bản soạn rồi mới ban hành được.</p>}
        <div className="row">
          <DraftActs chapter={{ ...chapter, version }} unsaved={form.dirty} />
        </div>
      </div>
      <ChapterPreview body={typed.body} />
    </div>
  );
}

/** The draft of a chapter, or the beginning of its next edition out of the one that is read now. */
export function EditChapterPage() {
  const { chapterId } = route.useParams();
  const found = useQueryOf(getChapterDraft, { chapterId });
  const chapter = found.data;
  const published = useQueryOf(getChapter, { chapterId }, { when: chapter !== undefined && chapter.draft === undefined && chapter.edition > 0 });
  const start = chapter?.draft ?? (published.data && contentOf(published.data));
  const ready = chapter !== undefined && (start !== undefined || chapter.edition === 0);
  return (
    <Page
      title={chapter ? `Soạn ${chapter.code}, bản ${chapter.edition + 1}` : 'Soạn chương'}
      about={
        chapter && (
          <>
            <span>{chapter.nodeName}</span>
            <Badge tone={chapter.state === 'PUBLISHED' ? 'active' : 'plain'}>{chapterStateLabel[chapter.state]}</Badge>
          </>
        )
      }
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/library" search={{ view: 'drafts' }}>
              Sổ tay nghiệp vụ
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={found.error ?? published.error} onRetry={() => void found.refetch()} />
      {chapter?.state === 'DROPPED' ? (
        <EmptyState title="Bản soạn này đã bỏ" />
      ) : ready ? (
        <Editor chapter={chapter} start={start} />
      ) : (
        !found.error && !published.error && <Skeleton lines={12} />
      )}
    </Page>
  );
}

const contentOf = ({ title, body, keywords, areas, kinds, sectors, themes }: ChapterContent): ChapterContent => ({
  title,
  body,
  keywords,
  areas,
  kinds,
  sectors,
  themes,
});
