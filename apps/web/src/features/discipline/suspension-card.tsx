import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { extendSuspension, liftSuspension, suspendMember } from '@vungmanh/contracts/inspection/discipline-act';
import { SuspensionKind, suspensionKindLabel } from '@vungmanh/contracts/inspection/suspension';
import { useState } from 'react';
import { showDate, today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { DateField } from '../../ui/parsed-field.js';
import { CaseForm } from './case-form.js';

type Doing = 'suspend' | 'extend' | 'lift';

const effect: Record<SuspensionKind, string> = {
  ACTIVITIES: 'Không triệu tập sinh hoạt chi bộ, họp cấp ủy; không tính vào số người biểu quyết.',
  COMMITTEE: 'Vẫn sinh hoạt chi bộ; không triệu tập họp cấp ủy, không tính vào số người biểu quyết của cấp ủy.',
};

/** Times without activities, with the limits of the rule. */
export function SuspensionCard({ found }: { found: Discipline }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { suspensions } = found;
  const may = found.may.includes('suspend');
  if (suspensions.length === 0 && !may) return null;
  const now = today();
  const last = suspensions.at(-1);
  const running = last !== undefined && last.liftedOn === undefined && now <= last.until;
  return (
    <Card title="Đình chỉ sinh hoạt">
      <div className="stack">
        {suspensions.length === 0 && <p className="soft">Không bị đình chỉ sinh hoạt.</p>}
        {suspensions.map((one) => (
          <p key={one.id}>
            {suspensionKindLabel[one.kind]} từ {showDate(one.from)} đến hết {showDate(one.until)}
            {one.extended && ', đã gia hạn'}
            {one.liftedOn !== undefined && `, chấm dứt từ ${showDate(one.liftedOn)}`}.
          </p>
        ))}
        {running && <p className="soft small">Hết thời hạn, đồng chí sinh hoạt trở lại; chấm dứt sớm hơn thì có quyết định riêng.</p>}
        {may && (
          <div className="row">
            {!running && (
              <Button size="small" onClick={() => setDoing('suspend')}>
                Đình chỉ sinh hoạt
              </Button>
            )}
            {running && last.extensibleTo !== undefined && (
              <Button size="small" onClick={() => setDoing('extend')}>
                Gia hạn
              </Button>
            )}
            {running && (
              <Button size="small" onClick={() => setDoing('lift')}>
                Chấm dứt trước hạn
              </Button>
            )}
          </div>
        )}
      </div>
      <Dialog open={doing === 'suspend'} title="Đình chỉ sinh hoạt" onClose={close}>
        <CaseForm operation={suspendMember} found={found} submit="Đình chỉ" done="Đã ghi đình chỉ sinh hoạt." onClose={close}>
          {(form) => (
            <>
              <RadioField
                label="Đình chỉ"
                options={SuspensionKind.options.map((kind) => ({ value: kind, label: suspensionKindLabel[kind], hint: effect[kind] }))}
                {...form.field('kind')}
              />
              <DateField label="Từ ngày" hint="Thời hạn tính theo quy định từ ngày này." {...form.field('from')} />
            </>
          )}
        </CaseForm>
      </Dialog>
      <Dialog open={doing === 'extend'} title="Gia hạn đình chỉ sinh hoạt" onClose={close}>
        <CaseForm operation={extendSuspension} found={found} submit="Gia hạn" done="Đã gia hạn một lần." onClose={close}>
          {(form) => (
            <DateField
              label="Đến hết ngày"
              hint={last?.extensibleTo === undefined ? undefined : `Chỉ một lần, không quá ${showDate(last.extensibleTo)}.`}
              {...form.field('until')}
            />
          )}
        </CaseForm>
      </Dialog>
      <Dialog open={doing === 'lift'} title="Chấm dứt đình chỉ trước hạn" onClose={close}>
        <CaseForm operation={liftSuspension} found={found} submit="Chấm dứt" done="Đã chấm dứt đình chỉ." onClose={close}>
          {(form) => <DateField label="Sinh hoạt trở lại từ ngày" {...form.field('on')} />}
        </CaseForm>
      </Dialog>
    </Card>
  );
}
