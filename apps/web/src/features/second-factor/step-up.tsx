import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { stepUp } from '@vungmanh/contracts/gateway/session';
import { mySecondFactor } from '@vungmanh/contracts/identity/second-factor';
import { type SentOf, STEP_UP_MINUTES } from '@vungmanh/contracts/operation';
import { useEffect, useRef, useState } from 'react';
import { api, onStepUp } from '../../api/api.js';
import type { ProblemError } from '../../api/problem-error.js';
import { useQueryOf } from '../../api/queries.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { useForm } from '../../ui/use-form.js';
import { CodeField, CodeHelp } from './code-field.js';

/** Asks for a code where an act needs a fresh one, over the page; whatever waits for it then goes on by itself. */
export function StepUp() {
  const waiting = useRef<((given: boolean) => void)[]>([]);
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  useEffect(() => {
    onStepUp(() => {
      void client.invalidateQueries({ queryKey: [mySecondFactor.subject] });
      setOpen(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onStepUp(undefined);
  }, [client]);
  const settle = (given: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(given);
  };
  return (
    <Dialog open={open} title="Xác nhận bằng mã xác thực" onClose={() => settle(false)}>
      <StepUpForm onGiven={() => settle(true)} onClose={() => settle(false)} />
    </Dialog>
  );
}

function StepUpForm({ onGiven, onClose }: { onGiven: () => void; onClose: () => void }) {
  const factor = useQueryOf(mySecondFactor, {});
  const command = useMutation<void, ProblemError, SentOf<typeof stepUp>>({
    mutationKey: [stepUp.subject],
    mutationFn: async (code) => void (await api(stepUp, code)),
    onSuccess: onGiven,
  });
  const form = useForm(stepUp.input, {}, command.error);
  if (factor.error) return <ProblemNote problem={factor.error} />;
  if (!factor.data) return <Skeleton lines={3} />;
  const { asked } = factor.data;
  if (asked === undefined)
    return (
      <Note tone="warning" title="Tài khoản này chưa thiết lập mã xác thực.">
        <p>
          Đồng chí thiết lập ở trang{' '}
          <Link to="/my/security" onClick={onClose}>
            Bảo mật tài khoản
          </Link>{' '}
          rồi làm lại việc này.
        </p>
      </Note>
    );
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(code) => command.mutate(code)}
      actions={<FormButtons submit="Xác nhận" busy={command.isPending} onClose={onClose} />}
    >
      <p>Việc này cần chắc chắn là đồng chí. Sau khi xác nhận, hệ thống không hỏi lại trong {STEP_UP_MINUTES} phút.</p>
      <CodeField {...form.text('code')} asked={asked} />
      <CodeHelp totp={asked.totp} />
    </Form>
  );
}
