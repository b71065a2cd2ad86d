import type { Resolution } from '@vungmanh/contracts/meetings/resolution';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/choice-field.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { type Choosable, PersonField } from '../meeting/person-field.js';
import { doersOf, fieldLabel, type ItemDraft, type ItemField, missingOf } from './resolution-text.js';

interface ItemProps {
  readonly item: ItemDraft;
  readonly number: number;
  readonly people: readonly Choosable[];
  /** Open tasks that this item reads like. */
  readonly resembles: Resolution['resemblances'];
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onChange: (item: ItemDraft) => void;
  readonly onRemove: () => void;
}

function Fields({ item, people, onChange }: Pick<ItemProps, 'item' | 'people' | 'onChange'>) {
  const missing = new Set<ItemField>(missingOf(item));
  const lack = (field: ItemField) => (missing.has(field) ? `Còn thiếu ${fieldLabel[field]}` : undefined);
  const set = (more: Partial<ItemDraft>) => onChange({ ...item, ...more });
  return (
    <div className="stack">
      <TextArea label="Nội dung" rows={2} maxLength={500} value={item.content} onChange={(content) => set({ content })} error={lack('content')} />
      <TextArea
        label="Yêu cầu"
        rows={2}
        maxLength={1000}
        value={item.requirement ?? ''}
        onChange={(requirement) => set({ requirement })}
        error={lack('requirement')}
      />
      <TextArea
        label="Biện pháp"
        rows={2}
        maxLength={1000}
        value={item.measure ?? ''}
        onChange={(measure) => set({ measure })}
        error={lack('measure')}
      />
      <div className="columns">
        <DateField
          label="Thời hạn"
          value={item.deadline}
          error={lack('deadline')}
          onChange={(deadline) => {
            const { deadline: _before, ...rest } = item;
            onChange(deadline === undefined ? rest : { ...rest, deadline });
          }}
        />
        <TextField
          label="Mức độ hoàn thành cần đạt"
          optional
          maxLength={200}
          value={item.degree ?? ''}
          placeholder="Ví dụ: 100% hộ ký cam kết"
          onChange={(degree) => set({ degree })}
        />
      </div>
      <div className="columns">
        <div className="stack tight">
          <PersonField
            label="Người thực hiện"
            people={people}
            value={item.doerIds}
            onChange={(ids) => set({ doerIds: [...ids] })}
            error={lack('doer')}
          />
          <CheckField label="Cả chi bộ thực hiện" checked={item.doerIsBody} onChange={(doerIsBody) => set({ doerIsBody })} />
        </div>
        <PersonField
          single
          label="Người kiểm tra, đôn đốc"
          people={people}
          value={item.checkerId === undefined ? [] : [item.checkerId]}
          error={lack('checker')}
          onChange={([checkerId]) => {
            const { checkerId: _before, ...rest } = item;
            onChange(checkerId === undefined ? rest : { ...rest, checkerId });
          }}
        />
      </div>
    </div>
  );
}

/** One task of the resolution: its six fields, what still lacks, and whether an open task says the same. */
export function ItemEditor({ item, number, people, resembles, open, onOpen, onChange, onRemove }: ItemProps) {
  const missing = missingOf(item);
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? 'đồng chí ngoài danh sách';
  return (
    <li className="resolution-item">
      <div className="row apart">
        <h3>Việc {number}</h3>
        {missing.length === 0 ? <Badge tone="done">Đủ sáu nội dung</Badge> : <Badge tone="wait">Còn thiếu {missing.length}</Badge>}
      </div>
      {!open && (
        <div className="stack tight">
          <p>{item.content === '' ? <span className="soft">Chưa có nội dung</span> : item.content}</p>
          <p className="soft small">
            {[
              doersOf(item, nameOf) !== '' && `Thực hiện: ${doersOf(item, nameOf)}`,
              item.checkerId !== undefined && `Kiểm tra: ${nameOf(item.checkerId)}`,
              item.deadline !== undefined && `Hạn: ${showDate(item.deadline)}`,
              missing.length > 0 && `Còn thiếu: ${missing.map((f) => fieldLabel[f]).join(', ')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      {resembles.map((r) => (
        <Note key={r.taskId} tone="warning" title="Giống một nhiệm vụ còn mở">
          <p>
            “{r.content}”, hạn {showDate(r.deadline)}. Nếu là cùng một việc, nên gia hạn nhiệm vụ cũ thay vì giao mới. Chi bộ quyết định.
          </p>
        </Note>
      ))}
      {open && <Fields item={item} people={people} onChange={onChange} />}
      <div className="row">
        <Button size="small" icon={open ? 'check' : 'edit'} aria-expanded={open} onClick={onOpen}>
          {open ? 'Xong việc này' : 'Sửa'}
        </Button>
        <Button size="small" look="quiet" onClick={onRemove}>
          Bỏ việc này
        </Button>
      </div>
    </li>
  );
}
