import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import { askOpening, confirmOpening, readDenunciant } from '@vungmanh/contracts/inspection/vault';
import { useState } from 'react';
import { api } from '../../api/api.js';
import { ProblemError } from '../../api/problem-error.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { DenunciationForm } from './denunciation-form.js';

type Denunciant = Awaited<ReturnType<typeof api<typeof readDenunciant>>>;

/** Shown while the dialog is open and kept nowhere: each reading is on record. */
function Reading({ denunciationId }: { denunciationId: string }) {
  const [read, setRead] = useState<Denunciant>();
  const [problem, setProblem] = useState<ProblemError>();
  const open = async () => {
    try {
      setRead(await api(readDenunciant, { denunciationId }));
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error);
    }
  };
  return (
    <>
      <div>
        <Button icon="eye" onClick={() => void open()}>
          Xem danh tính
        </Button>
      </div>
      <ProblemNote problem={problem} />
      <Dialog open={read !== undefined} title="Danh tính người tố cáo" onClose={() => setRead(undefined)}>
        {read && (
          <div className="stack">
            <Facts
              items={[
                ['Họ tên', read.name],
                ['Liên hệ', read.contact],
                ['Ghi chú', read.about],
              ]}
            />
            <p className="soft small">Lần xem này đã được ghi lại. Không sao chép, không tiết lộ.</p>
          </div>
        )}
      </Dialog>
    </>
  );
}

/** Who denounces is sealed: one asks and says why, another agrees, then both may read for a short time. */
export function VaultCard({ found }: { found: Denunciation }) {
  const [doing, setDoing] = useState<'ask' | 'confirm'>();
  const close = () => setDoing(undefined);
  const { opening, may, signed } = found;
  if (signed !== true) return null;
  return (
    <Card title="Danh tính người tố cáo">
      <div className="stack">
        <p className="soft">Niêm phong. Chỉ mở khi hai người cùng đồng ý, có lý do, trong 15 phút.</p>
        {opening && (
          <Facts
            items={[
              ['Đề nghị mở', `${opening.askedBy}, ${showInstant(opening.askedAt)}`],
              ['Lý do', opening.reason],
              ['Người thứ hai', opening.confirmedBy ?? 'Chưa đồng ý'],
            ]}
          />
        )}
        {opening?.readable === true && <Reading denunciationId={found.id} />}
        <div className="row">
          {may.includes('confirm-opening') && (
            <Button look="primary" onClick={() => setDoing('confirm')}>
              Đồng ý mở
            </Button>
          )}
          {may.includes('ask-opening') && opening?.readable !== true && (
            <Button size="small" onClick={() => setDoing('ask')}>
              Đề nghị mở
            </Button>
          )}
        </div>
      </div>
      <Dialog open={doing === 'ask'} title="Đề nghị mở danh tính" onClose={close}>
        <DenunciationForm operation={askOpening} found={found} submit="Đề nghị" done="Đã đề nghị. Chờ người thứ hai đồng ý." onClose={close}>
          {(form) => <TextArea label="Vì sao cần mở" hint="Lý do được lưu trong hồ sơ." rows={3} maxLength={1000} {...form.text('reason')} />}
        </DenunciationForm>
      </Dialog>
      <Dialog open={doing === 'confirm'} title="Đồng ý mở danh tính" onClose={close}>
        <DenunciationForm
          operation={confirmOpening}
          found={found}
          start={{ openingId: opening?.id ?? '' }}
          submit="Đồng ý mở"
          done="Hai người xem được trong 15 phút."
          onClose={close}
        >
          {() => (
            <p>
              {opening?.askedBy} đề nghị mở với lý do: {opening?.reason ?? ''}
            </p>
          )}
        </DenunciationForm>
      </Dialog>
    </Card>
  );
}
