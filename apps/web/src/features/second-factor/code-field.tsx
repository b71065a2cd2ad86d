import type { CodeAsked } from '@vungmanh/contracts/identity/sign-in';
import { Note } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import './second-factor.css';

interface CodeFieldProps {
  readonly asked: CodeAsked;
  /** Not where there is something to read and do first. */
  readonly focused?: boolean;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error?: string | undefined;
  readonly name?: string;
}

/** One large field for whichever code a person has: from the phone, from the card, or from the paper for an emergency. */
export function CodeField({ asked, focused = true, ...field }: CodeFieldProps) {
  const { cardNumber, simulatedCode, totp } = asked;
  return (
    <>
      {simulatedCode !== undefined && (
        <div data-simulated-code={simulatedCode}>
          <Note title="Dữ liệu mô phỏng">
            <p>Không cần điện thoại. Mã lúc này:</p>
            <p className="shown-code">
              {simulatedCode.slice(0, 3)} {simulatedCode.slice(3)}
            </p>
          </Note>
        </div>
      )}
      {cardNumber !== undefined && (
        <p>
          {totp ? 'Hoặc nhập' : 'Nhập'} mã ở ô <span className="card-number">số {cardNumber}</span> trên thẻ mã của đồng chí.
        </p>
      )}
      <div className="code-field">
        <TextField
          label="Mã xác thực"
          hint={totp ? '6 chữ số đang hiện trong ứng dụng xác thực trên điện thoại.' : '8 chữ số; mỗi mã trên thẻ dùng một lần.'}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={16}
          autoFocus={focused}
          {...field}
        />
      </div>
    </>
  );
}

/** What to do without the phone or the card. */
export function CodeHelp({ totp }: { totp: boolean }) {
  return (
    <details className="code-help">
      <summary>{totp ? 'Mất hoặc không mang điện thoại?' : 'Mất hoặc không mang thẻ mã?'}</summary>
      {totp && <p>Nhập một mã dự phòng (10 ký tự) trên tờ giấy đồng chí đã in khi thiết lập, vào chính ô mã ở trên. Mỗi mã dùng một lần.</p>}
      <p>
        {totp ? 'Nếu không còn mã dự phòng: ' : ''}Đồng chí liên hệ cán bộ quản trị của cấp ủy để được {totp ? 'đặt lại' : 'cấp thẻ mới'}. Không ai
        được hỏi mã của đồng chí, kể cả cán bộ kỹ thuật.
      </p>
    </details>
  );
}
