import { beginMarking, closeRound, type ContestRound, openRound } from '@vungmanh/contracts/training/contest-round';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { JuryForm } from './jury-form.js';

const steps = {
  open: { operation: openRound, label: 'Mở nhận người dự thi', says: 'Các tổ chức đảng trực thuộc thấy vòng thi và cử người dự thi.' },
  'begin-marking': {
    operation: beginMarking,
    label: 'Bắt đầu thi',
    says: 'Không nhận thêm người dự thi; giám khảo bắt đầu chấm điểm. Sau đó chỉ rút tên người vắng mặt hoặc thay giám khảo.',
  },
  close: {
    operation: closeRound,
    label: 'Chốt kết quả',
    says: 'Kết quả tính theo thang điểm và thể lệ; biên bản, thông báo kết quả được lấy số. Sau đó không sửa điểm được nữa.',
  },
} as const;
type Step = keyof typeof steps;

function StepButton({ round, step }: { round: ContestRound; step: Step }) {
  const [asking, setAsking] = useState(false);
  const { operation, label, says } = steps[step];
  const command = useCommand(operation, { onDone: () => setAsking(false) });
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={`${label}?`}
        confirm={label}
        busy={command.isPending}
        onConfirm={() => command.mutate({ input: { roundId: round.id }, version: round.version })}
        onClose={() => setAsking(false)}
      >
        <p>{says}</p>
        <ProblemNote problem={command.error} />
      </ConfirmDialog>
    </>
  );
}

/** What comes next for a round. */
export function RoundActs({ round }: { round: ContestRound }) {
  const [jury, setJury] = useState(false);
  return (
    <>
      {(Object.keys(steps) as Step[])
        .filter((step) => round.may.includes(step))
        .map((step) => (
          <StepButton key={step} round={round} step={step} />
        ))}
      {round.may.includes('set-jury') && <Button onClick={() => setJury(true)}>Ban giám khảo</Button>}
      <Dialog open={jury} title="Ban giám khảo" onClose={() => setJury(false)}>
        <JuryForm round={round} onClose={() => setJury(false)} />
      </Dialog>
    </>
  );
}
