import { beginTotp, confirmTotp, mySecondFactor, renewRecoveryCodes, type SecondFactor } from '@vungmanh/contracts/identity/second-factor';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { PasswordField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { AppSetup } from '../second-factor/app-setup.js';
import { CodeField } from '../second-factor/code-field.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';

type Doing = { what: 'password' } | { what: 'app'; totp: OutputOf<typeof beginTotp> } | { what: 'codes'; codes: readonly string[] };

/** What the person has besides their password, and setting it up. */
export function SecondFactorCard() {
  const factor = useQueryOf(mySecondFactor, {});
  const [doing, setDoing] = useState<Doing>();
  const renew = useCommand(renewRecoveryCodes, { changes: [mySecondFactor], onDone: ({ codes }) => setDoing({ what: 'codes', codes }) });
  const close = () => setDoing(undefined);
  if (factor.error) return <ProblemNote problem={factor.error} />;
  if (!factor.data) return <Skeleton lines={4} />;
  const own = factor.data.recoveryLeft !== undefined;
  return (
    <Card title="Mã xác thực khi đăng nhập">
      {doing?.what === 'password' && <PasswordFirst onClose={close} onBegun={(totp) => setDoing({ what: 'app', totp })} />}
      {doing?.what === 'app' && (
        <FirstCode
          totp={doing.totp}
          mayUseCard={factor.data.need !== 'APP'}
          onClose={close}
          onConfirmed={(codes) => setDoing({ what: 'codes', codes })}
        />
      )}
      {doing?.what === 'codes' && <RecoveryCodes codes={doing.codes} done="Đã cất giữ" onDone={close} />}
      {doing === undefined && (
        <div className="stack">
          <Facts
            items={[
              ['Quy định với tài khoản này', needText[factor.data.need]],
              ['Đang dùng', usedText(factor.data)],
              ['Mã dự phòng còn lại', factor.data.recoveryLeft],
              ['Mã trên thẻ còn lại', factor.data.cardLeft],
            ]}
          />
          <ProblemNote problem={renew.error} />
          <div className="row">
            <Button look={own ? 'plain' : 'primary'} icon="lock" onClick={() => setDoing({ what: 'password' })}>
              {own ? 'Chuyển sang điện thoại khác' : 'Thiết lập trên điện thoại'}
            </Button>
            {own && (
              <Button busy={renew.isPending} onClick={() => renew.mutate({ input: {} })}>
                Tạo lại mã dự phòng
              </Button>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}

const needText: Record<SecondFactor['need'], string> = {
  NONE: 'Mật khẩu là đủ; có thể dùng thêm mã xác thực',
  EDITOR: 'Cần mã trên điện thoại hoặc thẻ mã theo quy định của tỉnh',
  APP: 'Bắt buộc dùng mã trên điện thoại',
};

function usedText({ asked, recoveryLeft }: SecondFactor): string {
  if (recoveryLeft !== undefined) return 'Ứng dụng xác thực trên điện thoại';
  if (asked?.simulatedCode !== undefined) return 'Mã của dữ liệu mô phỏng';
  return asked === undefined ? 'Chưa thiết lập' : 'Thẻ mã in sẵn';
}

function PasswordFirst({ onBegun, onClose }: { onBegun: (totp: OutputOf<typeof beginTotp>) => void; onClose: () => void }) {
  const command = useCommand(beginTotp, { changes: [], onDone: onBegun });
  const form = useForm(beginTotp.input, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Tiếp tục" busy={command.isPending} onClose={onClose} />}
    >
      <PasswordField label="Mật khẩu của đồng chí" hint="Nhập lại để chắc chắn là đồng chí đang thiết lập." {...form.text('currentPassword')} />
    </Form>
  );
}

interface FirstCodeProps {
  readonly totp: OutputOf<typeof beginTotp>;
  readonly mayUseCard: boolean;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

function FirstCode({ totp, mayUseCard, onConfirmed, onClose }: FirstCodeProps) {
  const command = useCommand(confirmTotp, { changes: [mySecondFactor], onDone: ({ codes }) => onConfirmed(codes) });
  const form = useForm(confirmTotp.input, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Xác nhận" busy={command.isPending} onClose={onClose} />}
    >
      <AppSetup totp={totp} mayUseCard={mayUseCard} />
      <CodeField {...form.text('code')} asked={{ totp: true }} />
    </Form>
  );
}
