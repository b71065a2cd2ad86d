import type { RuleOverride } from '@vungmanh/contracts/organization/rule-override';
import { unitValues } from '@vungmanh/regulations/unit';
import { sentence, type ListedRule, type ListedValue } from '@vungmanh/regulations/rule-list';
import { useState } from 'react';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SetRuleForm } from './set-rule-form.js';
import { WithdrawRuleForm } from './withdraw-rule-form.js';

interface RuleItemProps {
  readonly rule: ListedRule;
  /** All that the province ever set for it, the newest first. */
  readonly values: readonly RuleOverride[];
  /** The province, for who may set its values. */
  readonly provinceId: string | undefined;
}

const sourceText = ({ source, mark }: ListedValue): string => `Theo ${source}${mark === 'G' ? ' (chưa đối chiếu với toàn văn)' : ''}.`;

/** What a stored value says; one that no longer fits the rule says nothing. */
function textOf(rule: ListedRule, value: unknown): string {
  const read = unitValues[rule.unit].safeParse(value);
  return read.success ? sentence(rule.key, read.data) : rule.question;
}

export function RuleItem({ rule, values, provinceId }: RuleItemProps) {
  const [doing, setDoing] = useState<'set' | RuleOverride>();
  const close = () => setDoing(undefined);
  const { central, local, question } = rule;
  const standing = values.find((value) => value.validTo === undefined);
  const coming = values.filter((value) => value.validFrom > today() && value.validTo === undefined);
  const setLabel = standing ? 'Đặt giá trị khác' : 'Đặt giá trị riêng';
  const past = values.filter((value) => value.validTo !== undefined);
  return (
    <li>
      {local ? (
        <>
          <p>
            <Badge tone="active">Của tỉnh</Badge> <span className="strong">{local.text}</span>
          </p>
          <p className="small">{sourceText(local)}</p>
          <p className="small">{central ? `Trung ương: ${central.text} ${sourceText(central)}` : 'Trung ương chưa quy định giá trị.'}</p>
        </>
      ) : (
        <>
          <p>{central?.text ?? question}</p>
          <p className="small">{central ? sourceText(central) : 'Trung ương chưa quy định giá trị; hệ thống không nhắc, không chặn.'}</p>
        </>
      )}
      {!rule.read && <p className="small">Để tra cứu: phần mềm chưa theo dõi quy định này.</p>}
      {coming.map((value) => (
        <p key={value.id} className="small">
          Từ {showDate(value.validFrom)} tỉnh áp dụng: {textOf(rule, value.value)} Theo {value.source}.
        </p>
      ))}
      {past.length > 0 && (
        <details>
          <summary>Giá trị trước đây của tỉnh ({past.length})</summary>
          <ul>
            {past.map((value) => (
              <li key={value.id} className="small">
                {value.validTo === value.validFrom
                  ? `Đã bỏ, chưa có hiệu lực ngày nào (dự kiến từ ${showDate(value.validFrom)})`
                  : `Từ ${showDate(value.validFrom)} đến trước ${showDate(value.validTo ?? '')}`}
                : {textOf(rule, value.value)} Theo {value.source}. Lý do: {value.reason}
                {value.withdrawn && `; bãi bỏ vì: ${value.withdrawn.reason}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {provinceId !== undefined && rule.settable && (
        <div className="row no-print">
          <Button size="small" aria-label={`${setLabel}: ${question}`} onClick={() => setDoing('set')}>
            {setLabel}
          </Button>
          {standing && (
            <Button size="small" look="quiet" aria-label={`Bãi bỏ: ${question}`} onClick={() => setDoing(standing)}>
              Bãi bỏ
            </Button>
          )}
        </div>
      )}
      <Dialog open={doing === 'set'} title="Đặt giá trị riêng của tỉnh" onClose={close}>
        {provinceId !== undefined && <SetRuleForm rule={rule} provinceId={provinceId} onClose={close} />}
      </Dialog>
      <Dialog open={doing !== undefined && doing !== 'set'} title="Bãi bỏ giá trị riêng của tỉnh" onClose={close}>
        {doing !== undefined && doing !== 'set' && <WithdrawRuleForm value={doing} text={textOf(rule, doing.value)} onClose={close} />}
      </Dialog>
    </li>
  );
}
