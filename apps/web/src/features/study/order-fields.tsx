import type { StudyOrder, StudyPaper } from '@vungmanh/contracts/training/study-campaign';
import { type StudyDeadlines, StudyPaperKind, studyPaperKindLabel, StudyTier, studyTierLabel } from '@vungmanh/contracts/training/study-state';
import { CheckField, SelectField } from '../../ui/choice-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';

/** What has been typed of a campaign so far. */
export interface TypedOrder {
  readonly paper: Partial<StudyPaper>;
  readonly requirement: string;
  /** Of the levels that are called to take part. */
  readonly tiers: Readonly<Partial<Record<StudyTier, Partial<StudyDeadlines>>>>;
}

const kinds = StudyPaperKind.options.map((value) => ({ value, label: studyPaperKindLabel[value] }));

const steps = [
  ['studyBy', 'Hạn học tập, quán triệt'],
  ['programBy', 'Hạn ban hành chương trình'],
  ['reviewBy', 'Hạn sơ kết, tổng kết'],
] as const;

export const typedOf = (order?: StudyOrder): TypedOrder => ({
  paper: order?.paper ?? { kind: 'RESOLUTION' },
  requirement: order?.requirement ?? '',
  tiers: order ? Object.fromEntries(order.deadlines.map((d) => [d.tier, d])) : { GRASSROOTS: {}, CELL: {} },
});

/** As the contract wants it; what is missing is found by its schema. */
export function readOrder({ paper, requirement, tiers }: TypedOrder): StudyOrder {
  const deadlines = StudyTier.options.flatMap((tier) => (tiers[tier] ? [{ ...tiers[tier], tier }] : []));
  return { paper, deadlines, ...(requirement.trim() === '' ? {} : { requirement }) } as StudyOrder;
}

interface OrderFieldsProps {
  readonly typed: TypedOrder;
  readonly onChange: (typed: TypedOrder) => void;
  /** Messages of the form, by the part that they belong to. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The paper, what is asked, and until when of each level. */
export function OrderFields({ typed, onChange, errors }: OrderFieldsProps) {
  const { paper, requirement, tiers } = typed;
  const of = <K extends keyof StudyPaper>(key: K) => ({
    value: paper[key],
    onChange: (value: StudyPaper[K] | undefined) => onChange({ ...typed, paper: { ...paper, [key]: value } }),
    error: errors['paper'] !== undefined && (paper[key] ?? '') === '' ? 'Chưa nhập' : undefined,
  });
  const text = (key: 'number' | 'issuer' | 'subject') => ({ ...of(key), value: paper[key] ?? '' });
  const set = (tier: StudyTier, days: Partial<StudyDeadlines> | undefined): void => {
    const { [tier]: _gone, ...others } = tiers;
    onChange({ ...typed, tiers: days ? { ...others, [tier]: days } : others });
  };
  return (
    <>
      <SelectField label="Loại văn bản" options={kinds} {...of('kind')} />
      <TextField label="Số, ký hiệu" hint="Ví dụ: 57-NQ/TW" maxLength={40} short {...text('number')} />
      <DateField label="Ngày ban hành" {...of('issuedOn')} />
      <TextField label="Cơ quan ban hành" hint="Ví dụ: Bộ Chính trị" maxLength={200} {...text('issuer')} />
      <TextField label="Trích yếu" hint="Ghi như trên văn bản" maxLength={400} {...text('subject')} />
      <TextArea
        label="Yêu cầu đối với các tổ chức"
        optional
        rows={3}
        maxLength={2000}
        value={requirement}
        onChange={(value) => onChange({ ...typed, requirement: value })}
      />
      <fieldset className="field-set">
        <legend>Triển khai đến các cấp, kèm hạn từng bước</legend>
        {StudyTier.options.map((tier) => (
          <div key={tier} className="stack tight">
            <CheckField label={studyTierLabel[tier]} checked={tiers[tier] !== undefined} onChange={(on) => set(tier, on ? {} : undefined)} />
            {tiers[tier] && (
              <div className="study-days" role="group" aria-label={studyTierLabel[tier]}>
                {steps.map(([key, label]) => (
                  <DateField
                    key={key}
                    label={label}
                    value={tiers[tier]?.[key]}
                    error={errors['deadlines'] !== undefined && tiers[tier]?.[key] === undefined ? 'Chưa nhập ngày' : undefined}
                    onChange={(day) => set(tier, { ...tiers[tier], [key]: day })}
                  />
                ))}
              </div>
            )}
          </div>
        ))}
        {errors['deadlines'] !== undefined && (
          <p className="field-error">{Object.keys(tiers).length === 0 ? 'Chọn ít nhất một cấp' : 'Ghi đủ ba hạn của mỗi cấp đã chọn'}</p>
        )}
      </fieldset>
    </>
  );
}
