import { noteMonth, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import type { Month } from '@vungmanh/contracts/types';
import { monthOf, monthsOf } from '@vungmanh/regulations/calendar';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { monthName } from './supervision-text.js';

interface MonthProps {
  readonly line: SupervisionLine;
  readonly month: Month;
}

function NoteForm({ line, month, note, onClose }: MonthProps & { note: string | undefined; onClose: () => void }) {
  const command = useCommand(noteMonth, { onDone: onClose });
  const form = useForm(noteMonth.input.pick({ note: true }), { note }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, supervisionLineId: line.id, month }, version: line.version })}
      actions={<FormButtons submit="Lưu nhận xét" busy={command.isPending} onClose={onClose} />}
    >
      <TextArea
        label={`Nhận xét ${monthName(month).toLowerCase()}`}
        hint="Chỉ ghi việc thực hiện nhiệm vụ, không ghi tư tưởng, ý kiến riêng. Đảng viên đọc được."
        optional
        rows={3}
        maxLength={2000}
        autoFocus
        {...form.text('note')}
      />
    </Form>
  );
}

function MonthOf({ line, month }: MonthProps) {
  const [writing, setWriting] = useState(false);
  const { grade, note } = line.months.find((one) => one.month === month) ?? {};
  const begun = month <= monthOf(today());
  return (
    <li className="stack tight">
      <p className="row apart">
        <span className="strong">{monthName(month)}</span>
        {line.gradeScale.length > 0 && <span className="soft">Bình xét lao động: {grade ?? 'chưa ghi'}</span>}
      </p>
      {writing ? (
        <NoteForm line={line} month={month} note={note} onClose={() => setWriting(false)} />
      ) : (
        <>
          {note !== undefined && <p className="pre-line">{note}</p>}
          {line.may.includes('note') && begun ? (
            <p>
              <Button size="small" look="quiet" icon="edit" onClick={() => setWriting(true)}>
                {note === undefined ? 'Ghi nhận xét' : 'Sửa nhận xét'}
              </Button>
            </p>
          ) : (
            note === undefined && <p className="soft">{begun ? 'Chưa có nhận xét.' : 'Chưa đến.'}</p>
          )}
        </>
      )}
    </li>
  );
}

/** The quarter month by month: how the member did their tasks, in words, and the grade that the cell decided. */
export function LineMonths({ line }: { line: SupervisionLine }) {
  return (
    <Card title="Từng tháng">
      <ul className="supervision-months">
        {monthsOf(line.quarter).map((month) => (
          <MonthOf key={month} line={line} month={month} />
        ))}
      </ul>
      <p className="soft small supervision-keep">
        Bình xét và nhận xét tháng chỉ chi ủy và chính đảng viên xem được, không tính điểm xếp loại, và được xóa khi hết thời gian lưu.
      </p>
    </Card>
  );
}
