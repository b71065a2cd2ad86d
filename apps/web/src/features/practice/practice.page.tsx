import { Link, useNavigate } from '@tanstack/react-router';
import { deletePractice, myPractices, type PracticeLine, startPractice } from '@vungmanh/contracts/training/practice';
import { listQuestionFields } from '@vungmanh/contracts/training/question';
import { useState } from 'react';
import { useCommand, useListOf, useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { CountField } from '../../ui/parsed-field.js';
import { useForm } from '../../ui/use-form.js';
import { dayAndTime } from '../meeting/agenda.js';
import './practice.css';

function Start() {
  const navigate = useNavigate();
  const fields = useQueryOf(listQuestionFields, {});
  const command = useCommand(startPractice, {
    onDone: ({ id }) => void navigate({ to: '/practice/$practiceId', params: { practiceId: id } }),
  });
  const form = useForm(startPractice.input, { questions: 10 }, command.error);
  const options = (fields.data?.items ?? []).filter((f) => f.practicable > 0).map((f) => ({ value: f.id, label: f.label }));
  if (!fields.data) return fields.error ? <ProblemNote problem={fields.error} onRetry={() => void fields.refetch()} /> : <Skeleton lines={4} />;
  if (options.length === 0) return <EmptyState icon="training" title="Chưa có câu hỏi để luyện tập" />;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Bắt đầu luyện tập
        </Button>
      }
    >
      <SelectField label="Lĩnh vực" options={options} {...form.field('fieldId')} />
      <CountField label="Số câu hỏi" hint="Từ 1 đến 50 câu" {...form.field('questions')} />
    </Form>
  );
}

function Row({ line, onDelete }: { line: PracticeLine; onDelete: () => void }) {
  const { day, time } = dayAndTime(line.startedAt);
  return (
    <li>
      <span>
        <Link to="/practice/$practiceId" params={{ practiceId: line.id }} className="strong">
          {line.fieldLabel}
        </Link>
        <span className="small soft block">
          {showDate(day)}, {time} · trả lời {line.answered}/{line.questions} câu, đúng {line.right}
          {line.keptUntil !== undefined && ` · tự xóa ngày ${showDate(line.keptUntil)}`}
        </span>
      </span>
      <Button size="small" look="quiet" onClick={onDelete}>
        Xóa
      </Button>
    </li>
  );
}

/** Practice for oneself: draw questions, see the right answers with their source, delete what one likes. */
export function PracticePage() {
  const list = useListOf(myPractices, { limit: 20 });
  const [deleting, setDeleting] = useState<PracticeLine>();
  const command = useCommand(deletePractice, { onDone: () => setDeleting(undefined) });
  return (
    <Page title="Luyện tập" about="Kết quả luyện tập chỉ một mình đồng chí xem được.">
      <div className="stack loose paper-width">
        <Card title="Lượt luyện tập mới">
          <Start />
        </Card>
        <Card title="Các lượt đã làm" flush={list.rows.length > 0}>
          <ProblemNote problem={list.problem} onRetry={list.reload} />
          {list.loading ? (
            <Skeleton lines={3} />
          ) : list.rows.length === 0 ? (
            !list.problem && <EmptyState icon="check" title="Chưa có lượt nào" />
          ) : (
            <ul className="practice-list">
              {list.rows.map((line) => (
                <Row key={line.id} line={line} onDelete={() => setDeleting(line)} />
              ))}
            </ul>
          )}
          <MoreButton {...list} />
        </Card>
      </div>
      <ConfirmDialog
        open={deleting !== undefined}
        title="Xóa lượt luyện tập này?"
        confirm="Xóa"
        look="danger"
        busy={command.isPending}
        onConfirm={() => deleting && command.mutate({ input: { practiceId: deleting.id } })}
        onClose={() => setDeleting(undefined)}
      >
        <p>Các câu đã trả lời của lượt này mất hẳn, không lấy lại được.</p>
        <ProblemNote problem={command.error} />
      </ConfirmDialog>
    </Page>
  );
}
