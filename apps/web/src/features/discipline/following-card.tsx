import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { recordFollowing } from '@vungmanh/contracts/inspection/discipline-act';
import { FollowingKind, followingKindLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { useState } from 'react';
import { showDate, showDue } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { DateField } from '../../ui/parsed-field.js';
import { CaseForm } from './case-form.js';

const kinds = FollowingKind.options.map((value) => ({ value, label: followingKindLabel[value] }));

/** Discipline by a state body or a union, which the Party organization is to be told of within the days of the rule. */
export function FollowingCard({ found }: { found: Discipline }) {
  const [open, setOpen] = useState(false);
  const may = found.may.includes('record-following') && found.personId !== undefined;
  if (found.following.length === 0 && !may) return null;
  const rule = found.following.find((one) => one.rule !== undefined)?.rule;
  return (
    <Card title="Kỷ luật hành chính, đoàn thể">
      <div className="stack">
        {found.following.length === 0 && (
          <p className="soft">Khi cơ quan nhà nước, đoàn thể kỷ luật đồng chí này, ghi ngày quyết định để theo dõi hạn thông báo cho tổ chức đảng.</p>
        )}
        {found.following.map(({ kind, on, toldOn, due, late }) => (
          <p key={`${kind} ${on}`}>
            {followingKindLabel[kind]}, quyết định ngày {showDate(on)}.{' '}
            {toldOn === undefined
              ? due !== undefined && `Phải thông báo cho tổ chức đảng đến hết ngày ${showDate(due)} · ${showDue(due)}.`
              : `Đã thông báo cho tổ chức đảng ngày ${showDate(toldOn)}${due === undefined ? '' : `, hạn ${showDate(due)}`}.`}{' '}
            {late && <Badge tone="late">{toldOn === undefined ? 'Quá hạn thông báo' : 'Thông báo muộn'}</Badge>}
          </p>
        ))}
        {rule !== undefined && <p className="soft small">{rule}</p>}
        {may && (
          <div className="row">
            <Button size="small" onClick={() => setOpen(true)}>
              Ghi kỷ luật hành chính, đoàn thể
            </Button>
          </div>
        )}
      </div>
      <Dialog open={open} title="Kỷ luật hành chính, đoàn thể" onClose={() => setOpen(false)}>
        <CaseForm operation={recordFollowing} found={found} submit="Ghi" done="Đã ghi." onClose={() => setOpen(false)}>
          {(form) => (
            <>
              <RadioField label="Hình thức" options={kinds} {...form.field('kind')} />
              <DateField label="Ngày quyết định" {...form.field('on')} />
              <DateField label="Ngày thông báo cho tổ chức đảng" optional hint="Để trống khi chưa được thông báo." {...form.field('toldOn')} />
            </>
          )}
        </CaseForm>
      </Dialog>
    </Card>
  );
}
