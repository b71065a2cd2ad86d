import { Button } from '../../ui/button.js';
import { Note } from '../../ui/notes.js';
import './second-factor.css';

/** Codes for an emergency, shown this once. */
export function RecoveryCodes({ codes, done, onDone }: { codes: readonly string[]; done: string; onDone: () => void }) {
  return (
    <div className="sheet">
      <h2>Mã dự phòng</h2>
      <p>Dùng khi mất hoặc không mang điện thoại. Mỗi mã dùng một lần, nhập vào ô mã xác thực.</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            {code.slice(0, 5)}-{code.slice(5)}
          </li>
        ))}
      </ol>
      <Note tone="warning" title="Các mã này chỉ hiện một lần.">
        <p>Đồng chí in hoặc chép ra giấy, cất nơi an toàn, không để cùng mật khẩu.</p>
      </Note>
      <div className="row no-print">
        <Button icon="print" onClick={() => window.print()}>
          In tờ này
        </Button>
        <Button look="primary" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  );
}
