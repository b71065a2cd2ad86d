import { useMutation } from '@tanstack/react-query';
import { signInCode } from '@vungmanh/contracts/gateway/session';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import type { SentOf } from '@vungmanh/contracts/operation';
import type { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { useForm } from '../../ui/use-form.js';
import { AppSetup } from '../second-factor/app-setup.js';
import { CodeField, CodeHelp } from '../second-factor/code-field.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import { answerCode } from './begin.js';

interface SecondStepProps {
  readonly step: Exclude<SignInAnswer, { next: 'DONE' }>;
  readonly onAnswered: (answered: SignInAnswer) => Promise<void>;
  readonly onFinished: (to: string) => Promise<void> | void;
  readonly onBack: () => void;
}

/** What is asked for after the password: a code, an app that is set up, or to keep the codes for an emergency. */
export function SecondStep({ step, onAnswered, onFinished, onBack }: SecondStepProps) {
  const command = useMutation<void, ProblemError, SentOf<typeof signInCode>>({
    mutationKey: [signInCode.subject],
    mutationFn: async (code) => onAnswered(await answerCode(code)),
  });
  const form = useForm(signInCode.input, {}, command.error);
  if (step.next === 'RECOVERY_CODES')
    return <RecoveryCodes codes={step.codes} done="Đã cất giữ, vào hệ thống" onDone={() => void onFinished(step.to)} />;
  const asked = step.next === 'CODE' ? step.asked : { totp: true };
  const nothing = !asked.totp && asked.cardNumber === undefined;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(code) => command.mutate(code)}
      actions={
        <>
          {!nothing && (
            <Button type="submit" look="primary" busy={command.isPending}>
              Xác nhận
            </Button>
          )}
          <Button onClick={onBack}>Quay lại</Button>
        </>
      }
    >
      {step.next === 'ENROLL' && (
        <>
          <Note title="Mật khẩu đúng. Còn một bước nữa.">
            <p>Quyền được giao cho đồng chí cần thêm mã xác thực: người khác có biết mật khẩu cũng không vào được.</p>
          </Note>
          <AppSetup totp={step.totp} mayUseCard={step.mayUseCard} />
        </>
      )}
      {nothing ? (
        <Note tone="warning" title="Thẻ mã của đồng chí đã dùng hết.">
          <p>Đồng chí liên hệ cán bộ quản trị của cấp ủy để nhận thẻ mới.</p>
        </Note>
      ) : (
        <CodeField {...form.text('code')} asked={asked} focused={step.next === 'CODE'} />
      )}
      {step.next === 'CODE' && !nothing && <CodeHelp totp={asked.totp} />}
    </Form>
  );
}
