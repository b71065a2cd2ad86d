import type { correctMember } from '@vungmanh/contracts/membership/member-change';
import { Sex, sexLabel } from '@vungmanh/contracts/membership/member';
import { RadioField } from '../../ui/choice-field.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import type { FormOf } from '../../ui/use-form.js';

type AboutForm = Pick<FormOf<typeof correctMember.input>, 'field' | 'text'>;
const sexes = Sex.options.map((value) => ({ value, label: sexLabel[value] }));

/** What is written of a person, in entering as in correcting; numbers without the dots and spaces of the card. */
export function AboutFields({ form }: { form: AboutForm }) {
  const digits = (name: 'cardNumber' | 'citizenNumber') => {
    const bound = form.text(name);
    return { ...bound, onChange: (typed: string) => bound.onChange(typed.replace(/[\s.]/g, '')) };
  };
  return (
    <>
      <TextField label="Họ và tên" maxLength={100} {...form.text('name')} />
      <div className="columns">
        <DateField label="Ngày sinh" optional {...form.field('birthDate')} />
        <RadioField label="Giới tính" options={sexes} {...form.field('sex')} />
      </div>
      <div className="columns">
        <TextField label="Số thẻ đảng viên" optional inputMode="numeric" {...digits('cardNumber')} />
        <TextField label="Số căn cước" optional inputMode="numeric" {...digits('citizenNumber')} />
      </div>
      <div className="columns">
        <TextField label="Điện thoại" optional inputMode="tel" maxLength={20} {...form.text('phone')} />
        <TextField label="Quê quán" optional maxLength={200} {...form.text('homeTown')} />
      </div>
      <TextField label="Chi bộ nơi cư trú" optional maxLength={200} {...form.text('residenceNote')} />
    </>
  );
}
