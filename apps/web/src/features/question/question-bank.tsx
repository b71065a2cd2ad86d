import { Link, useNavigate } from '@tanstack/react-router';
import {
  listQuestionFields,
  listQuestions,
  questionKindLabel,
  type QuestionLine,
  QuestionState,
  questionStateLabel,
} from '@vungmanh/contracts/training/question';
import { useState } from 'react';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { NewQuestion } from './question-form.js';
import { questionTone } from './question-text.js';

const columns: readonly Column<QuestionLine>[] = [
  {
    key: 'stem',
    header: 'Câu hỏi',
    phone: 'title',
    cell: (q) => (
      <Link to="/training/questions/$questionId" params={{ questionId: q.id }}>
        {q.stem}
      </Link>
    ),
  },
  { key: 'field', header: 'Lĩnh vực', cell: (q) => q.fieldLabel },
  { key: 'kind', header: 'Loại', cell: (q) => questionKindLabel[q.kind], phone: 'hide' },
  { key: 'owner', header: 'Đơn vị soạn', cell: (q) => q.nodeName },
  { key: 'use', header: 'Phạm vi dùng', cell: (q) => (q.reserved ? 'Kiểm tra, hội thi' : 'Luyện tập và kiểm tra') },
  {
    key: 'state',
    header: 'Tình trạng',
    phone: 'mark',
    nowrap: true,
    cell: (q) => <Badge tone={questionTone(q.state)}>{questionStateLabel[q.state]}</Badge>,
  },
];
const states = QuestionState.options.map((value) => ({ value, label: questionStateLabel[value] }));

/** The questions that an organization and those below it have written. */
export function QuestionBank({ unit: { nodeId } }: { unit: Unit }) {
  const navigate = useNavigate();
  const [fieldId, setFieldId] = useState<string>();
  const [state, setState] = useState<QuestionState>();
  const [writing, setWriting] = useState(false);
  const fields = useQueryOf(listQuestionFields, {});
  const list = useListOf(listQuestions, {
    nodeId,
    limit: 20,
    ...(fieldId === undefined ? {} : { fieldId }),
    ...(state === undefined ? {} : { state }),
  });
  return (
    <div className="stack loose">
      <div className="bank-filters no-print">
        <SelectField
          label="Lĩnh vực"
          optional
          empty="Tất cả"
          options={(fields.data?.items ?? []).map((f) => ({ value: f.id, label: f.label }))}
          value={fieldId}
          onChange={setFieldId}
        />
        <SelectField label="Tình trạng" optional empty="Tất cả" options={states} value={state} onChange={setState} />
      </div>
      <Card
        title="Câu hỏi"
        flush={list.rows.length > 0}
        aside={
          <Button look="primary" icon="plus" onClick={() => setWriting(true)}>
            Soạn câu hỏi
          </Button>
        }
      >
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={6} />
        ) : list.rows.length === 0 ? (
          !list.problem && <EmptyState icon="training" title="Chưa có câu hỏi nào" />
        ) : (
          <DataTable
            caption="Ngân hàng câu hỏi"
            columns={columns}
            rows={list.rows}
            rowKey={(q) => q.id}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        )}
      </Card>
      <Dialog open={writing} title="Soạn câu hỏi" onClose={() => setWriting(false)}>
        <NewQuestion
          nodeId={nodeId}
          onClose={() => setWriting(false)}
          onWritten={(questionId) => void navigate({ to: '/training/questions/$questionId', params: { questionId } })}
        />
      </Dialog>
    </div>
  );
}
