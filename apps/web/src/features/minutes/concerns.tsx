import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { CountField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { MinutesDraft } from './minutes-text.js';

type Concern = MinutesDraft['concerns'][number];

/** Petitions by topic and count; no name stands beside one. */
export function Concerns({ concerns, onChange }: { concerns: readonly Concern[]; onChange: (concerns: Concern[]) => void }) {
  const change = (at: number, more: Partial<Concern>) => onChange(concerns.map((c, i) => (i === at ? { ...c, ...more } : c)));
  return (
    <Card title="Kiến nghị, vướng mắc">
      <div className="stack">
        <p className="soft">Ghi theo vấn đề và số ý kiến, không ghi tên người nêu.</p>
        {concerns.map((c, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a concern has no other key than its place
          <div key={i} className="concern">
            <TextField label="Vấn đề" value={c.topic} maxLength={200} onChange={(topic) => change(i, { topic })} />
            <CountField label="Số ý kiến" value={c.count} onChange={(count) => change(i, { count: count ?? 1 })} />
            <IconButton icon="close" label={`Bỏ kiến nghị ${i + 1}`} onClick={() => onChange(concerns.filter((_, n) => n !== i))} />
            <TextArea
              label="Trả lời tại buổi họp"
              optional
              rows={2}
              maxLength={2000}
              value={c.answer ?? ''}
              onChange={(answer) => change(i, { answer })}
            />
          </div>
        ))}
        <div>
          <Button look="quiet" icon="plus" onClick={() => onChange([...concerns, { topic: '', count: 1 }])}>
            Thêm kiến nghị
          </Button>
        </div>
      </div>
    </Card>
  );
}
