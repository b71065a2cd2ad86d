import { Link } from '@tanstack/react-router';
import { type CheckCell, replaceSample, type Sample } from '@vungmanh/contracts/inspection/check-cell';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';

function ReplaceForm({ cell, sample, onClose }: { cell: CheckCell; sample: Sample; onClose: () => void }) {
  const command = useCommand(replaceSample, { onDone: onClose });
  const start = { checkId: cell.checkId, nodeId: cell.nodeId, sampleId: sample.id };
  const form = useForm(replaceSample.input, start, command.error);
  const options = cell.others.map((m) => ({ value: m.id, label: `${meetingKindLabel[m.kind]} ngày ${showDate(m.heldOn)}` }));
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: cell.version })}
      actions={<FormButtons submit="Đọc buổi này" busy={command.isPending} onClose={onClose} />}
    >
      <SelectField label="Đọc biên bản của buổi" options={options} {...form.field('insteadId')} />
      <TextField label="Lý do" hint="Lý do được lưu cùng phiếu." maxLength={300} {...form.text('because')} />
    </Form>
  );
}

/** The meetings whose minutes are read: drawn by lot, each leading to the minute book itself while the right to read stands. */
export function CellSamples({ cell, readable }: { cell: CheckCell; readable: boolean }) {
  const [replaced, setReplaced] = useState<Sample>();
  return (
    <Card title="Biên bản cần đọc">
      <div className="stack">
        <p className="soft">Máy rút thăm trong các buổi đã họp của kỳ. Mỗi lần mở biên bản đều được ghi lại.</p>
        {cell.samples.length === 0 && <p>Trong kỳ chi bộ chưa có buổi họp nào đã xong.</p>}
        <ul className="check-list ruled">
          {cell.samples.map((s) => (
            <li key={s.id} className="stack tight">
              <div className="row apart">
                <span>
                  <span className="strong">{meetingKindLabel[s.kind]}</span>, ngày {showDate(s.heldOn)}
                </span>
                <span className="row no-print">
                  {readable && (
                    <Link to="/meetings/$meetingId/minutes" params={{ meetingId: s.id }} className={buttonClass({ size: 'small' })}>
                      Đọc biên bản
                    </Link>
                  )}
                  {cell.editable && cell.others.length > 0 && (
                    <Button size="small" look="quiet" onClick={() => setReplaced(s)}>
                      Đổi buổi khác
                    </Button>
                  )}
                </span>
              </div>
              {s.instead && (
                <p className="soft small">
                  Thay cho buổi ngày {showDate(s.instead.heldOn)}: {s.instead.because}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
      <Dialog open={replaced !== undefined} title="Đọc biên bản buổi khác" onClose={() => setReplaced(undefined)}>
        {replaced && <ReplaceForm cell={cell} sample={replaced} onClose={() => setReplaced(undefined)} />}
      </Dialog>
    </Card>
  );
}
