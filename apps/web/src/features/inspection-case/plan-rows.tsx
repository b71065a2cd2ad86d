import type { CasePlan } from '@vungmanh/contracts/inspection/case-writing';
import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.js';
import { DateField, TimeField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';

/** A row while it is being typed. */
export type StepRow = { [K in keyof CasePlan['steps'][number]]?: CasePlan['steps'][number][K] | undefined };
export type SessionRow = { [K in keyof CasePlan['sessions'][number]]?: CasePlan['sessions'][number][K] | undefined };

interface RowsProps<T> {
  readonly rows: readonly T[];
  readonly onChange: (rows: readonly T[]) => void;
}

/** Rows of a table that is typed: each can be changed or left out, and one can be added. */
export function Rows<T extends object>({
  label,
  add,
  rows,
  onChange,
  empty,
  children,
}: RowsProps<T> & { label: string; add: string; empty: T; children: (row: T, set: (changes: Partial<T>) => void) => ReactNode }) {
  const id = useId();
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      {rows.map((row, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row that is typed has no other key, and rows never change places
        <div key={i} className="case-row">
          {children(row, (changes) => onChange(rows.map((one, at) => (at === i ? { ...one, ...changes } : one))))}
          <Button size="small" look="quiet" onClick={() => onChange(rows.filter((_, at) => at !== i))}>
            Bỏ dòng này
          </Button>
        </div>
      ))}
      <Button size="small" icon="plus" onClick={() => onChange([...rows, empty])}>
        {add}
      </Button>
    </section>
  );
}

export function StepRows({ rows, onChange }: RowsProps<StepRow>) {
  return (
    <Rows label="Tiến độ" add="Thêm việc" rows={rows} onChange={onChange} empty={{}}>
      {(row, set) => (
        <>
          <TextField label="Việc" maxLength={300} value={row.work ?? ''} onChange={(work) => set({ work })} />
          <div className="columns">
            <DateField label="Từ ngày" value={row.from} onChange={(from) => set({ from })} />
            <DateField label="Đến ngày" value={row.to} onChange={(to) => set({ to })} />
          </div>
          <TextField label="Người thực hiện" maxLength={200} value={row.doer ?? ''} onChange={(doer) => set({ doer })} />
        </>
      )}
    </Rows>
  );
}

export function SessionRows({ rows, onChange }: RowsProps<SessionRow>) {
  return (
    <Rows label="Lịch làm việc" add="Thêm buổi làm việc" rows={rows} onChange={onChange} empty={{}}>
      {(row, set) => (
        <>
          <div className="columns">
            <DateField label="Ngày" value={row.date} onChange={(date) => set({ date })} />
            <TimeField label="Giờ" value={row.time} onChange={(time) => set({ time })} />
          </div>
          <TextField label="Địa điểm" maxLength={200} value={row.venue ?? ''} onChange={(venue) => set({ venue })} />
          <TextField label="Nội dung" maxLength={300} value={row.work ?? ''} onChange={(work) => set({ work })} />
          <TextField label="Thành phần" maxLength={300} value={row.people ?? ''} onChange={(people) => set({ people })} />
        </>
      )}
    </Rows>
  );
}
