import { getRouteApi, Link } from '@tanstack/react-router';
import { concludeMeetingCheck, getMeetingCheck, type MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { useKeptForm } from '../../session/use-kept-form.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { ResumedNote } from '../../ui/resumed-note.js';
import { ConclusionDraft, conclusionOf } from './conclusion-text.js';
import { type DemandDraft, DemandFields } from './demand-fields.js';
import { FoundInAll } from './found-in-all.js';
import './meeting-check.css';
import { checkTitle } from './meeting-check-text.js';

const route = getRouteApi('/app/meeting-checks/$checkId/conclusion');
const HINT = 'Mỗi ý một dòng. Nói chung cho các chi bộ, không nêu tên chi bộ, tên người.';

function Conclude({ check }: { check: MeetingCheck }) {
  const navigate = route.useNavigate();
  const toast = useToast();
  const [demands, setDemands] = useState<readonly DemandDraft[]>([]);
  const [wanting, setWanting] = useState(false);
  const command = useCommand(concludeMeetingCheck, {
    onDone: () => {
      form.sent();
      toast({ text: 'Đã kết luận. Xem lại thông báo rồi gửi đến các chi bộ.' });
      void navigate({ to: '/meeting-checks/$checkId', params: { checkId: check.id } });
    },
  });
  const form = useKeptForm(ConclusionDraft, {}, `check-conclusion.${check.id}`, command.error);
  const unrecorded = check.cells - check.recorded;
  const whole = demands.flatMap(({ content, due }) => (content.trim() === '' || due === undefined ? [] : [{ content, due }]));
  return (
    <Card title="Thông báo chung đến các chi bộ">
      <Form
        form={form}
        problem={command.error}
        onSubmit={(input) => {
          setWanting(whole.length < demands.length);
          if (whole.length === demands.length) command.mutate({ input: conclusionOf(check.id, input, whole), version: check.version });
        }}
        actions={
          <Button type="submit" look="primary" busy={command.isPending}>
            Kết luận cuộc kiểm tra
          </Button>
        }
      >
        <ResumedNote {...form} />
        <TextArea label="Ưu điểm" optional rows={4} hint={HINT} {...form.text('strengths')} />
        <TextArea label="Hạn chế, khuyết điểm" optional rows={4} hint={HINT} {...form.text('weaknesses')} />
        <TextArea label="Cách làm hay" optional rows={3} hint={HINT} {...form.text('practices')} />
        <TextArea label="Ý kiến của các chi bộ" optional rows={3} maxLength={2000} {...form.text('heard')} />
        <DemandFields demands={demands} onChange={setDemands} />
        {wanting && <Note tone="error" title="Mỗi yêu cầu cần có nội dung và ngày. Ghi đủ hoặc bỏ yêu cầu còn thiếu." />}
        {unrecorded > 0 && (
          <TextField label={`Lý do kết luận khi còn ${unrecorded} chi bộ chưa ghi kết quả`} maxLength={500} {...form.text('uncheckedBecause')} />
        )}
        <p className="soft">Sau khi kết luận không ghi thêm về chi bộ nào được nữa, và quyền đọc sổ biên bản của đoàn hết ngay.</p>
      </Form>
    </Card>
  );
}

/** Where the team turns what it has found into what all cells are told. */
export function ConclusionPage() {
  const { checkId } = route.useParams();
  const check = useQueryOf(getMeetingCheck, { checkId });
  const { data } = check;
  return (
    <Page
      title="Soạn thông báo, kết luận"
      about={data?.nodeName}
      crumbs={
        <Crumbs>
          {[
            <Link key="check" to="/meeting-checks/$checkId" params={{ checkId }}>
              {data ? checkTitle(data.half) : 'Kiểm tra sinh hoạt chi bộ'}
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={check.error} onRetry={() => void check.refetch()} />
      {!data && !check.error && <Skeleton lines={8} />}
      {data && (
        <div className="with-side">
          {data.may.includes('conclude') ? (
            <Conclude check={data} />
          ) : (
            <Note title="Cuộc kiểm tra không ở bước kết luận, hoặc đồng chí không giữ quyền kết luận." />
          )}
          <FoundInAll checkId={checkId} />
        </div>
      )}
    </Page>
  );
}
