import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { AgendaArea, agendaAreaLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { useState } from 'react';
import { showMinutes } from '../../text/numbers.js';
import { Button, IconButton } from '../../ui/button.js';
import { SelectField } from '../../ui/choice-field.js';
import { MinutesField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { chapterNamed, CitationField, type Handbook } from '../handbook/citation-field.js';
import { proposalsFor } from '../handbook/proposals.js';
import { minutesOf, moved } from './agenda.js';
import type { Choosable } from './person-field.js';

interface EditorProps {
  readonly items: readonly AgendaItem[];
  readonly people: readonly Choosable[];
  /** Open tasks of earlier resolutions: they stand first by themselves. */
  readonly openTasks: number;
  /** The least that the meeting must last, in the words of the rule. */
  readonly minimum: { minutes: number; says: string; source: string } | undefined;
  readonly handbook: Handbook;
  readonly onChange: (items: readonly AgendaItem[]) => void;
}

const areas = AgendaArea.options.map((value) => ({ value, label: agendaAreaLabel[value] }));

interface ItemProps extends Pick<EditorProps, 'people' | 'handbook'> {
  readonly item: AgendaItem;
  readonly onChange: (item: AgendaItem) => void;
}

/** What the item cites, or that the handbook has something for it. */
function InHandbook({ item, handbook, at, onOpen }: { item: AgendaItem; handbook: Handbook; at: number; onOpen: () => void }) {
  const cited = item.citations?.flatMap((c) => chapterNamed(c, handbook)?.code ?? []) ?? [];
  if (cited.length > 0) return <span className="small">Sổ tay: {cited.join(', ')}</span>;
  const count = proposalsFor(item, handbook.proposed).length;
  if (count === 0) return null;
  return (
    <button type="button" className="agenda-hint small" onClick={onOpen}>
      Sổ tay: {count} chương gợi ý<span className="only-read-aloud"> cho mục {at + 1}</span>
    </button>
  );
}

function ItemFields({ item, people, handbook, onChange }: ItemProps) {
  return (
    <div className="stack agenda-fields">
      <TextArea label="Nội dung" rows={2} maxLength={300} value={item.title} onChange={(title) => onChange({ ...item, title })} />
      <div className="columns">
        <SelectField label="Lĩnh vực" options={areas} value={item.area} onChange={(area) => onChange({ ...item, area: area ?? item.area })} />
        <SelectField
          label="Người trình bày"
          optional
          empty="Chưa chọn"
          options={people.map((p) => ({ value: p.id, label: p.name }))}
          value={item.presenterId}
          onChange={(presenterId) => {
            const { presenterId: _before, ...rest } = item;
            onChange(presenterId === undefined ? rest : { ...rest, presenterId });
          }}
        />
      </div>
      <CitationField item={item} handbook={handbook} onChange={onChange} />
    </div>
  );
}

/** The agenda under one's hands: minutes in sight, order by buttons, details on demand. */
export function AgendaEditor({ items, people, openTasks, minimum, handbook, onChange }: EditorProps) {
  const [open, setOpen] = useState<number>();
  const total = minutesOf(items);
  const short = minimum !== undefined && total < minimum.minutes;
  const change = (at: number, item: AgendaItem) => onChange(items.map((one, i) => (i === at ? item : one)));
  const move = (at: number, by: -1 | 1) => {
    onChange(moved(items, at, by));
    if (open === at) setOpen(at + by);
    else if (open === at + by) setOpen(at);
  };
  return (
    <div className="stack tight">
      <ol className="agenda">
        {openTasks > 0 && (
          <li className="agenda-first">
            <span className="strong">Rà soát {openTasks} nhiệm vụ còn mở của các nghị quyết trước</span>
            <span className="soft small">Luôn đứng đầu chương trình, không phải chép lại.</span>
          </li>
        )}
        {items.map((item, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- an item of the agenda has no other key than its place
          <li key={i}>
            <div className="agenda-line">
              <span className="agenda-number">{i + 1}</span>
              <span className="agenda-title">
                {item.title === '' ? <span className="soft">Chưa nhập nội dung</span> : item.title}
                <span className="soft small">
                  {agendaAreaLabel[item.area]}
                  {item.presenterId !== undefined && ` · ${people.find((p) => p.id === item.presenterId)?.name ?? ''}`}
                </span>
                {open !== i && <InHandbook item={item} handbook={handbook} at={i} onOpen={() => setOpen(i)} />}
              </span>
              <span className="agenda-minutes">
                <MinutesField
                  label={`Số phút của mục ${i + 1}`}
                  hideLabel
                  value={item.plannedMinutes}
                  onChange={(m) => m !== undefined && m > 0 && change(i, { ...item, plannedMinutes: m })}
                />
              </span>
              <span className="agenda-tools">
                <IconButton icon="down" label={`Đưa mục ${i + 1} lên`} data-turn="" disabled={i === 0} onClick={() => move(i, -1)} />
                <IconButton icon="down" label={`Đưa mục ${i + 1} xuống`} disabled={i === items.length - 1} onClick={() => move(i, 1)} />
                <IconButton icon="edit" label={`Sửa mục ${i + 1}`} aria-expanded={open === i} onClick={() => setOpen(open === i ? undefined : i)} />
                <IconButton
                  icon="close"
                  label={`Bỏ mục ${i + 1}`}
                  onClick={() => {
                    onChange(items.filter((_, n) => n !== i));
                    setOpen(undefined);
                  }}
                />
              </span>
            </div>
            {open === i && <ItemFields item={item} people={people} handbook={handbook} onChange={(next) => change(i, next)} />}
          </li>
        ))}
      </ol>
      <div className="row apart">
        <Button
          look="quiet"
          icon="plus"
          onClick={() => {
            onChange([...items, { title: '', area: 'POLITICAL_TASK', plannedMinutes: 10 }]);
            setOpen(items.length);
          }}
        >
          Thêm nội dung
        </Button>
        <p className={short ? 'agenda-sum short' : 'agenda-sum'} role="status">
          Tổng <span className="strong">{showMinutes(total)}</span>
          {minimum && (short ? `, thiếu ${minimum.minutes - total} phút` : `, đủ thời gian quy định (${minimum.minutes} phút)`)}
        </p>
      </div>
      {short && (
        <p className="small soft">
          {minimum.says} ({minimum.source})
        </p>
      )}
    </div>
  );
}
