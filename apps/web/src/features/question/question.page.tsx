import { getRouteApi, Link } from '@tanstack/react-router';
import {
  approveQuestion,
  getQuestion,
  type Question,
  questionKindLabel,
  questionStateLabel,
  retireQuestion,
} from '@vungmanh/contracts/training/question';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { optionLetter, sourceText } from '../quiz/asked-question.js';
import '../quiz/quiz.css';
import { ChangeQuestion } from './question-form.js';
import { questionTone } from './question-text.js';

const route = getRouteApi('/app/training/questions/$questionId');

function Edition({ edition, single }: { edition: Question['editions'][number]; single: boolean }) {
  return (
    <Card
      title={single ? 'Nội dung' : `Bản ${edition.number}, ${showDate(edition.writtenOn)}`}
      aside={edition.inForce && <Badge tone="active">Đang dùng</Badge>}
    >
      <div className="stack">
        <p className="strong">{edition.stem}</p>
        <ol className="question-options">
          {edition.options.map((option, index) => (
            <li key={option} data-right={edition.right.includes(index) || undefined}>
              <span className="strong">{optionLetter(index)}.</span> {option}
              {edition.right.includes(index) && <span className="asked-mark"> Đáp án đúng</span>}
            </li>
          ))}
        </ol>
        <Facts
          items={[
            ['Loại câu hỏi', questionKindLabel[edition.kind]],
            ['Căn cứ', sourceText(edition.source)],
            ['Giải thích', edition.explanation],
          ]}
        />
      </div>
    </Card>
  );
}

function Retire({ question, onClose }: { question: Question; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(retireQuestion, {
    onDone: () => {
      onClose();
      toast({ text: 'Câu hỏi đã thôi dùng.' });
    },
  });
  const form = useForm(retireQuestion.input, { questionId: question.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: question.version })}
      actions={<FormButtons submit="Thôi dùng" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Câu hỏi không còn trong luyện tập và đề mới. Bài đã làm giữ nguyên.</p>
      <TextField label="Lý do" maxLength={300} {...form.text('because')} />
    </Form>
  );
}

function Acts({ question }: { question: Question }) {
  const toast = useToast();
  const [opened, setOpened] = useState<'change' | 'retire'>();
  const close = () => setOpened(undefined);
  const approve = useCommand(approveQuestion, { onDone: () => toast({ text: 'Câu hỏi đã được đưa vào sử dụng.' }) });
  return (
    <>
      {question.may.includes('approve') && (
        <Button
          look="primary"
          busy={approve.isPending}
          onClick={() => approve.mutate({ input: { questionId: question.id }, version: question.version })}
        >
          Duyệt
        </Button>
      )}
      {question.may.includes('change') && <Button onClick={() => setOpened('change')}>Sửa câu hỏi</Button>}
      {question.may.includes('retire') && <Button onClick={() => setOpened('retire')}>Thôi dùng</Button>}
      <ProblemNote problem={approve.error} />
      <Dialog open={opened !== undefined} title={opened === 'retire' ? 'Thôi dùng câu hỏi' : 'Sửa câu hỏi'} onClose={close}>
        {opened === 'change' && <ChangeQuestion question={question} onClose={close} />}
        {opened === 'retire' && <Retire question={question} onClose={close} />}
      </Dialog>
    </>
  );
}

/** One question with every edition of its words, the newest first. */
export function QuestionPage() {
  const { questionId } = route.useParams();
  const found = useQueryOf(getQuestion, { questionId });
  const question = found.data;
  return (
    <Page
      title="Câu hỏi"
      about={question && `${question.fieldLabel} · ${question.nodeName}`}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'questions' }}>
              Ngân hàng câu hỏi
            </Link>,
          ]}
        </Crumbs>
      }
      actions={question && <Acts question={question} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {question ? (
        <div className="stack loose paper-width">
          <Facts
            items={[
              [
                'Tình trạng',
                <Badge key="state" tone={questionTone(question.state)}>
                  {questionStateLabel[question.state]}
                </Badge>,
              ],
              ['Phạm vi dùng', question.reserved ? 'Chỉ bài kiểm tra, hội thi' : 'Luyện tập, bài kiểm tra, hội thi'],
              ['Lý do thôi dùng', question.retiredBecause],
            ]}
          />
          <Card title="Số liệu từ các bài kiểm tra đã khóa kết quả">
            {question.statistics === undefined ? (
              <p className="soft">Số liệu hiện khi có từ {question.statisticsFrom} bài làm trở lên; không gắn với người làm bài.</p>
            ) : (
              <Facts
                items={[
                  ['Số bài làm', question.statistics.answers],
                  ['Trả lời đúng', `${Math.round((100 * question.statistics.right) / question.statistics.answers)}%`],
                  [
                    'Độ phân biệt',
                    question.statistics.discrimination === undefined
                      ? undefined
                      : `${question.statistics.discrimination.toFixed(2).replace('.', ',')} (từ −1 đến 1; dưới 0,2 nên xem lại câu hỏi)`,
                  ],
                ]}
              />
            )}
          </Card>
          {question.editions.map((edition) => (
            <Edition key={edition.number} edition={edition} single={question.editions.length === 1} />
          ))}
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
