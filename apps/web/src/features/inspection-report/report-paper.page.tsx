import { getRouteApi, Link } from '@tanstack/react-router';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import {
  downloadReportPaper,
  getReportPaper,
  issueReportPaper,
  type ReportPaper,
  reportPaperStateLabel,
  ReportRemarks,
  writeReportPaper,
} from '@vungmanh/contracts/inspection/report-paper';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { actorText } from '../inspection/inspection-text.js';
import { DownloadButton } from '../meeting/download-button.js';
import './inspection-report.css';

const route = getRouteApi('/app/inspection/reports/$reportPaperId');
const HINT = 'Mỗi ý một dòng. Câu soạn sẵn lấy từ số liệu, sửa được. Không nêu tên người.';

function Remarks({ paper }: { paper: ReportPaper }) {
  const toast = useToast();
  const command = useCommand(writeReportPaper, { onDone: () => toast({ text: 'Đã lưu dự thảo.' }) });
  const form = useForm(ReportRemarks, paper.remarks, command.error);
  return (
    <Card title="Nhận xét, hạn chế, phương hướng">
      <Form
        form={form}
        problem={command.error}
        onSubmit={(remarks) => command.mutate({ input: { reportPaperId: paper.id, remarks }, version: paper.version })}
        actions={
          <Button type="submit" look="primary" busy={command.isPending}>
            Lưu dự thảo
          </Button>
        }
      >
        <TextArea label="Nhận xét, đánh giá" rows={4} maxLength={8000} hint={HINT} {...form.text('assessment')} />
        <TextArea label="Hạn chế, khuyết điểm" rows={4} maxLength={8000} {...form.text('shortcomings')} />
        <TextArea label="Phương hướng, nhiệm vụ thời gian tới" rows={4} maxLength={8000} {...form.text('directions')} />
      </Form>
    </Card>
  );
}

function Written({ remarks }: Pick<ReportPaper, 'remarks'>) {
  const parts = [
    ['Nhận xét, đánh giá', remarks.assessment],
    ['Hạn chế, khuyết điểm', remarks.shortcomings],
    ['Phương hướng, nhiệm vụ thời gian tới', remarks.directions],
  ] as const;
  return parts.map(([title, text]) => (
    <Card key={title} title={title}>
      <p className="pre-line">{text}</p>
    </Card>
  ));
}

function Issue({ paper }: { paper: ReportPaper }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const close = () => setOpen(false);
  const command = useCommand(issueReportPaper, {
    onDone: () => {
      close();
      toast({ text: 'Đã ban hành. Số văn bản đang được lấy từ sổ văn bản.' });
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ban hành báo cáo</Button>
      <ConfirmDialog
        open={open}
        title="Ban hành báo cáo?"
        confirm="Ban hành"
        busy={command.isPending}
        onConfirm={() => command.mutate({ input: { reportPaperId: paper.id }, version: paper.version })}
        onClose={close}
      >
        <p>Số liệu và lời văn giữ nguyên như lúc này, không sửa được nữa. Cấp trên đọc được báo cáo ngay sau khi ban hành.</p>
        <p>Hãy lưu dự thảo trước nếu vừa sửa. Bản giấy vẫn do người có thẩm quyền ký.</p>
        <ProblemNote problem={command.error} />
      </ConfirmDialog>
    </>
  );
}

function Content({ paper }: { paper: ReportPaper }) {
  const input = { reportPaperId: paper.id };
  return (
    <div className="stack loose">
      <div className="row no-print">
        <DownloadButton operation={downloadReportPaper} input={{ ...input, format: 'pdf' }} name="báo cáo, bản PDF">
          PDF
        </DownloadButton>
        <DownloadButton operation={downloadReportPaper} input={{ ...input, format: 'docx' }} name="báo cáo, bản Word">
          Word
        </DownloadButton>
        {paper.may.includes('issue') && <Issue paper={paper} />}
      </div>
      <Card title="Kết quả thực hiện">
        <ul className="report-results">
          {paper.results.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <Card title="Bảng số liệu kèm báo cáo" flush>
        <DataTable
          caption="Số liệu của báo cáo"
          rows={paper.figures}
          rowKey={(row) => row.what}
          columns={[
            { key: 'what', header: 'Nội dung', phone: 'title', cell: (row) => row.what },
            { key: 'now', header: 'Kỳ này', align: 'end', cell: (row) => row.now },
            { key: 'before', header: 'Cùng kỳ năm trước', align: 'end', cell: (row) => row.before },
          ]}
        />
      </Card>
      {paper.may.includes('write') ? <Remarks key={paper.id} paper={paper} /> : <Written remarks={paper.remarks} />}
      <p className="soft small">
        Báo cáo gửi lên cấp trên nên chỉ nêu số mà ai cũng được biết: nơi số nhỏ có thể làm lộ người liên quan thì ghi “không nêu số”.
      </p>
    </div>
  );
}

/** A report of a period: the results in sentences, what its people write, its issue and its papers. */
export function ReportPaperPage() {
  const { reportPaperId } = route.useParams();
  const paper = useQueryOf(getReportPaper, { reportPaperId });
  const { data } = paper;
  return (
    <Page
      title={data ? `Báo cáo kiểm tra, giám sát ${reportPeriodText(data.period)}` : 'Báo cáo kiểm tra, giám sát'}
      {...(data && {
        about: (
          <span className="row">
            {actorText(data.actor, data.nodeName)}
            <Badge tone={data.state === 'ISSUED' ? 'done' : 'wait'}>{reportPaperStateLabel[data.state]}</Badge>
            {data.issuedOn !== undefined && (
              <span className="small">
                {data.number ?? 'đang lấy số văn bản'}, ngày {showDate(data.issuedOn)}
              </span>
            )}
          </span>
        ),
      })}
      crumbs={
        <Crumbs>
          {[
            <Link
              key="report"
              to="/inspection"
              search={data ? { view: 'report', year: Number(data.period.slice(0, 4)), period: data.period } : { view: 'report' }}
            >
              Báo cáo kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={paper.error} onRetry={() => void paper.refetch()} />
      {!data && !paper.error && <Skeleton lines={8} />}
      {data && <Content paper={data} />}
    </Page>
  );
}
