import { Link, useNavigate } from '@tanstack/react-router';
import { writeChapter } from '@vungmanh/contracts/training/chapter';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { WorkUnit } from '../plan/work-unit.js';
import { ChapterFields, readChapter, typedChapter } from './chapter-fields.js';
import { ChapterPreview } from './chapter-preview.js';
import './handbook.css';

function NewChapter({ nodeId }: { nodeId: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(typedChapter());
  const command = useCommand(writeChapter, {
    onDone: ({ id }) => void navigate({ to: '/library/$chapterId/edit', params: { chapterId: id }, replace: true }),
  });
  const form = useForm(writeChapter.input, { nodeId, content: readChapter(typed) }, command.error);
  const change = (next: typeof typed): void => {
    setTyped(next);
    form.set({ content: readChapter(next) });
  };
  return (
    <div className="chapter-write">
      <Form
        form={form}
        problem={command.error}
        onSubmit={(input) => command.mutate({ input })}
        actions={
          <Button type="submit" look="primary" busy={command.isPending}>
            Lưu bản soạn
          </Button>
        }
      >
        <TextField label="Mã chương" hint="Ví dụ: ST-01; dùng khi dẫn chương này" short maxLength={20} {...form.text('code')} />
        <ChapterFields typed={typed} onChange={change} error={form.errors['content']} />
      </Form>
      <ChapterPreview body={typed.body} />
    </div>
  );
}

/** A chapter from nothing, of one of the organizations for which one may write. */
export function NewChapterPage() {
  return (
    <Page
      title="Soạn chương mới"
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/library">
              Sổ tay nghiệp vụ
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <WorkUnit permission="training:handbook">{({ nodeId }) => <NewChapter key={nodeId} nodeId={nodeId} />}</WorkUnit>
    </Page>
  );
}
