import { answerSupervision, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { useCommand } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

function AnswerForm({ line }: { line: SupervisionLine }) {
  const toast = useToast();
  const command = useCommand(answerSupervision, {
    onDone: () => {
      form.reset();
      toast({ text: 'Đã gửi ý kiến đến chi ủy.' });
    },
  });
  const form = useForm(answerSupervision.input.omit({ supervisionLineId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, supervisionLineId: line.id }, version: line.version })}
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Gửi ý kiến
        </Button>
      }
    >
      <TextArea
        label="Ý kiến, giải trình của tôi"
        hint="Chỉ chi ủy đọc được. Đã gửi thì giữ nguyên; muốn nói thêm, đồng chí gửi ý kiến mới."
        rows={4}
        maxLength={4000}
        {...form.text('text')}
      />
    </Form>
  );
}

/** What the supervised member says to it; nothing of it is taken back. */
export function LineAnswers({ line }: { line: SupervisionLine }) {
  return (
    <Card title={line.own ? 'Ý kiến của tôi' : 'Ý kiến của đảng viên'}>
      <div className="stack">
        {line.said.length === 0
          ? !line.may.includes('answer') && <p className="soft">Đảng viên chưa có ý kiến.</p>
          : line.said.map((one) => (
              <div key={one.at} className="stack tight">
                <p className="pre-line">{one.text}</p>
                <p className="soft small">{showInstant(one.at)}</p>
              </div>
            ))}
        {line.may.includes('answer') && <AnswerForm line={line} />}
      </div>
    </Card>
  );
}
