import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import {
  acceptDenunciation,
  explainDenunciation,
  extendDenunciation,
  forwardDenunciation,
  keepDenunciation,
  settleDenunciation,
  tellDenounced,
} from '@vungmanh/contracts/inspection/denunciation-act';
import { ItemResult, itemResultLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import { type ReactNode, useState } from 'react';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { DenunciationForm } from './denunciation-form.js';

interface ActProps {
  readonly found: Denunciation;
  readonly onClose: () => void;
}

const results = ItemResult.options.map((value) => ({ value, label: itemResultLabel[value] }));

const AcceptForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={acceptDenunciation} found={found} start={{ on: today() }} submit="Thụ lý" done="Đã thụ lý tố cáo." onClose={onClose}>
    {(form) => (
      <>
        <DateField label="Ngày thụ lý" {...form.field('on')} />
        <DateField
          label="Hạn giải quyết"
          hint={found.rule ?? 'Chưa có quy định về thời hạn: ghi hạn do cơ quan ấn định.'}
          optional={found.rule !== undefined}
          {...form.field('dueOn')}
        />
        <TextArea
          label="Kết quả phân loại"
          hint="Vì sao thụ lý: ký tên, nội dung cụ thể, đúng thẩm quyền."
          rows={3}
          maxLength={2000}
          {...form.text('note')}
        />
      </>
    )}
  </DenunciationForm>
);

const KeepForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={keepDenunciation} found={found} submit="Lưu làm thông tin" done="Đã lưu làm thông tin." onClose={onClose}>
    {(form) => <TextArea label="Lý do không thụ lý" rows={3} maxLength={2000} {...form.text('note')} />}
  </DenunciationForm>
);

const ForwardForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={forwardDenunciation} found={found} submit="Ghi đã chuyển" done="Đã ghi chuyển tố cáo." onClose={onClose}>
    {(form) => (
      <TextArea label="Chuyển đến đâu, vì sao" hint="Đơn gốc niêm phong, chuyển bằng giấy." rows={3} maxLength={2000} {...form.text('note')} />
    )}
  </DenunciationForm>
);

const ExtendForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={extendDenunciation} found={found} submit="Gia hạn" done="Đã gia hạn." onClose={onClose}>
    {(form) => (
      <>
        <DateField label="Hạn mới" hint="Chỉ gia hạn một lần." {...form.field('until')} />
        <TextArea label="Lý do" rows={3} maxLength={2000} {...form.text('note')} />
      </>
    )}
  </DenunciationForm>
);

const TellForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={tellDenounced} found={found} submit="Thông báo" done="Đã thông báo cho người bị tố cáo." onClose={onClose}>
    {() => (
      <>
        <p>Đồng chí {found.name} sẽ đọc được từng nội dung tố cáo và gửi giải trình. Hãy xem lại:</p>
        <ul className="discipline-list">
          {found.items.map((item) => (
            <li key={item.id}>{item.text}</li>
          ))}
        </ul>
        <Note tone="warning" title="Nội dung không được có chi tiết làm lộ người tố cáo" />
      </>
    )}
  </DenunciationForm>
);

const ExplainForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm operation={explainDenunciation} found={found} submit="Gửi" done="Đã gửi giải trình." onClose={onClose}>
    {(form) => <TextArea label="Giải trình của đồng chí" rows={8} maxLength={8000} {...form.text('text')} />}
  </DenunciationForm>
);

const SettleForm = ({ found, onClose }: ActProps) => (
  <DenunciationForm
    operation={settleDenunciation}
    found={found}
    start={{ on: today(), results: [] }}
    submit="Ghi kết luận"
    done="Đã ghi kết luận."
    onClose={onClose}
  >
    {(form) => {
      const chosen = form.draft.results ?? [];
      return (
        <>
          {found.items.map((item, i) => (
            <SelectField
              key={item.id}
              label={`Nội dung ${i + 1}: ${item.text.slice(0, 80)}`}
              options={results}
              value={chosen.find((one) => one.itemId === item.id)?.result}
              onChange={(result) =>
                form.set({ results: [...chosen.filter((one) => one.itemId !== item.id), ...(result ? [{ itemId: item.id, result }] : [])] })
              }
            />
          ))}
          <DateField label="Ngày kết luận" {...form.field('on')} />
          {!found.told && found.personId !== undefined && (
            <TextArea
              label="Vì sao chưa thông báo cho người bị tố cáo"
              hint="Người bị tố cáo có quyền biết nội dung và giải trình. Nếu chưa thông báo, hãy thông báo trước; chỉ ghi lý do khi thật sự không thể."
              rows={3}
              maxLength={1000}
              {...form.text('untold')}
            />
          )}
          <TextArea label="Kết luận" rows={5} maxLength={4000} {...form.text('note')} />
        </>
      );
    }}
  </DenunciationForm>
);

interface Offer {
  readonly label: string;
  readonly form: (props: ActProps) => ReactNode;
  readonly main?: boolean;
}
const offers: Readonly<Record<string, Offer>> = {
  accept: { label: 'Thụ lý', form: AcceptForm, main: true },
  explain: { label: 'Gửi giải trình', form: ExplainForm, main: true },
  settle: { label: 'Kết luận', form: SettleForm, main: true },
  tell: { label: 'Thông báo cho người bị tố cáo', form: TellForm },
  extend: { label: 'Gia hạn', form: ExtendForm },
  keep: { label: 'Lưu làm thông tin', form: KeepForm },
  forward: { label: 'Chuyển nơi có thẩm quyền', form: ForwardForm },
};

/** What may be done with it now, the next step first. */
export function DenunciationActs({ found }: { found: Denunciation }) {
  const [doing, setDoing] = useState<string>();
  const all = Object.entries(offers).filter(([act]) => (found.may as readonly string[]).includes(act));
  if (all.length === 0) return null;
  return (
    <>
      <div className="row no-print">
        {all.map(([act, { label, main }]) => (
          <Button key={act} look={main === true ? 'primary' : 'plain'} onClick={() => setDoing(act)}>
            {label}
          </Button>
        ))}
      </div>
      {all.map(([act, { label, form: DialogForm }]) => (
        <Dialog key={act} open={doing === act} title={label} onClose={() => setDoing(undefined)}>
          {doing === act && <DialogForm found={found} onClose={() => setDoing(undefined)} />}
        </Dialog>
      ))}
    </>
  );
}
