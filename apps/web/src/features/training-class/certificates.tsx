import {
  type Certificate,
  downloadCertificate,
  listCertificates,
  replaceCertificate,
  withdrawCertificate,
} from '@vungmanh/contracts/training/certificate';
import { certificateStateLabel } from '@vungmanh/contracts/training/class-state';
import type { TrainingClass } from '@vungmanh/contracts/training/class';
import { useState } from 'react';
import { useCommand, useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { DownloadButton } from '../meeting/download-button.js';

type Way = 'replace' | 'withdraw';
const words = {
  replace: { title: 'Cấp lại giấy chứng nhận', done: 'Đã cấp lại. Giấy cũ không còn giá trị.' },
  withdraw: { title: 'Thu hồi giấy chứng nhận', done: 'Đã thu hồi giấy chứng nhận.' },
} as const;

function End({ classId, one, way, onClose }: { classId: string; one: Certificate; way: Way; onClose: () => void }) {
  const toast = useToast();
  const onDone = () => {
    onClose();
    toast({ text: words[way].done });
  };
  const replace = useCommand(replaceCertificate, { onDone });
  const withdraw = useCommand(withdrawCertificate, { onDone });
  const command = way === 'replace' ? replace : withdraw;
  const form = useForm(replaceCertificate.input, { classId, certificateId: one.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: one.version })}
      actions={<FormButtons submit={words[way].title} busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Giấy số {one.number} của {one.name} không còn giá trị. {way === 'replace' && 'Giấy mới có số mới, hạn giữ nguyên.'}
      </p>
      <TextField label="Lý do" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

/** The book of certificates of a class. */
export function Certificates({ found }: { found: TrainingClass }) {
  const session = useSession();
  const [ending, setEnding] = useState<{ one: Certificate; way: Way }>();
  const list = useListOf(listCertificates, { classId: found.id, limit: 200 });
  const conducts = may(session, 'training:conduct');
  const columns: readonly Column<Certificate>[] = [
    { key: 'number', header: 'Số vào sổ', cell: (k) => k.number, nowrap: true },
    { key: 'name', header: 'Họ và tên', phone: 'title', cell: (k) => k.name },
    { key: 'node', header: 'Tổ chức đảng', cell: (k) => k.nodeName },
    { key: 'issued', header: 'Ngày cấp', cell: (k) => showDate(k.issuedOn), nowrap: true },
    {
      key: 'expires',
      header: 'Giá trị đến trước ngày',
      cell: (k) => (k.expiresOn === undefined ? 'Không thời hạn' : showDate(k.expiresOn)),
      nowrap: true,
    },
    {
      key: 'state',
      header: 'Tình trạng',
      phone: 'mark',
      cell: (k) => <Badge tone={k.state === 'VALID' ? 'done' : 'late'}>{certificateStateLabel[k.state]}</Badge>,
    },
    {
      key: 'acts',
      header: 'Giấy',
      cell: (k) =>
        k.state === 'VALID' ? (
          <span className="row">
            <DownloadButton
              operation={downloadCertificate}
              input={{ classId: found.id, certificateId: k.id, format: 'pdf' }}
              name={`Giấy chứng nhận của ${k.name}, bản PDF`}
            >
              PDF
            </DownloadButton>
            <DownloadButton
              operation={downloadCertificate}
              input={{ classId: found.id, certificateId: k.id, format: 'docx' }}
              name={`Giấy chứng nhận của ${k.name}, bản Word`}
            >
              Word
            </DownloadButton>
            {conducts && (
              <>
                <Button size="small" onClick={() => setEnding({ one: k, way: 'replace' })}>
                  Cấp lại
                </Button>
                <Button size="small" onClick={() => setEnding({ one: k, way: 'withdraw' })}>
                  Thu hồi
                </Button>
              </>
            )}
          </span>
        ) : (
          <span className="small soft">{k.because}</span>
        ),
    },
  ];
  return (
    <Card title="Sổ cấp giấy chứng nhận" flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={5} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="file" title="Chưa cấp giấy chứng nhận" />
      ) : (
        <DataTable
          caption="Sổ cấp giấy chứng nhận"
          columns={columns}
          rows={list.rows}
          rowKey={(k) => k.id}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
      <Dialog open={ending !== undefined} title={words[ending?.way ?? 'replace'].title} onClose={() => setEnding(undefined)}>
        {ending && <End classId={found.id} {...ending} onClose={() => setEnding(undefined)} />}
      </Dialog>
    </Card>
  );
}
