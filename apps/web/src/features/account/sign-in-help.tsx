import type { Account } from '@vungmanh/contracts/identity/account';
import { inviteAccount } from '@vungmanh/contracts/identity/invitation';
import { printCodeCard, resetSecondFactor } from '@vungmanh/contracts/identity/second-factor';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { CodeCardSheet } from './code-card-sheet.js';
import { InvitationSheet } from './invitation-sheet.js';

type Shown = { what: 'invitation'; invitation: OutputOf<typeof inviteAccount> } | { what: 'card'; codes: readonly string[] } | { what: 'reset' };

/** What an officer does for somebody who cannot sign in: a forgotten password, no phone, a lost phone. */
export function SignInHelp({ account }: { account: Account }) {
  const [shown, setShown] = useState<Shown>();
  const invite = useCommand(inviteAccount, { changes: [], onDone: (invitation) => setShown({ what: 'invitation', invitation }) });
  const card = useCommand(printCodeCard, { changes: [], onDone: ({ codes }) => setShown({ what: 'card', codes }) });
  const close = () => setShown(undefined);
  const input = { accountId: account.id };
  if (shown?.what === 'invitation') return <InvitationSheet name={account.displayName} invitation={shown.invitation} onDone={close} />;
  if (shown?.what === 'card') return <CodeCardSheet name={account.displayName} codes={shown.codes} onDone={close} />;
  if (shown?.what === 'reset') return <ResetForm account={account} onClose={close} />;
  return (
    <>
      <h3>Giúp đăng nhập</h3>
      <ProblemNote problem={invite.error ?? card.error} />
      <div className="row">
        <Button icon="print" busy={invite.isPending} onClick={() => invite.mutate({ input })}>
          In giấy mời đặt mật khẩu
        </Button>
        <Button icon="print" busy={card.isPending} onClick={() => card.mutate({ input })}>
          In thẻ mã
        </Button>
        <Button icon="lock" onClick={() => setShown({ what: 'reset' })}>
          Đặt lại mã xác thực
        </Button>
      </div>
    </>
  );
}

function ResetForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(resetSecondFactor, {
    changes: [],
    onDone: () => {
      toast({ text: `Đã đặt lại mã xác thực của tài khoản ${account.username}.` });
      onClose();
    },
  });
  const form = useForm(resetSecondFactor.input.omit({ accountId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, accountId: account.id } })}
      actions={<FormButtons submit="Đặt lại mã xác thực" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Dùng khi đồng chí {account.displayName} mất điện thoại hoặc mất thẻ. Người dùng bị đăng xuất ngay và thiết lập lại ở lần đăng nhập sau. Hãy
        chắc chắn đúng là người ấy đề nghị.
      </p>
      <TextArea label="Lý do" rows={2} maxLength={300} {...form.text('reason')} />
    </Form>
  );
}
