import { Button } from '../../ui/button.js';
import { Note } from '../../ui/notes.js';
import '../second-factor/second-factor.css';

/** A card of numbered codes to print and hand over, shown this once. */
export function CodeCardSheet({ name, codes, onDone }: { name: string; codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="sheet">
      <h3>Thẻ mã xác thực</h3>
      <p>
        Đồng chí {name}. Khi đăng nhập, hệ thống hỏi mã theo số thứ tự; nhập 8 chữ số cạnh số ấy. Mỗi mã dùng một lần. Mất thẻ thì báo ngay cán bộ
        quản trị.
      </p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            {code.slice(0, 4)} {code.slice(4)}
          </li>
        ))}
      </ol>
      <div className="no-print">
        <Note tone="warning" title="Thẻ chỉ hiện một lần; thẻ trước không dùng được nữa." />
      </div>
      <div className="row no-print">
        <Button look="primary" icon="print" onClick={() => window.print()}>
          In thẻ
        </Button>
        <Button onClick={onDone}>Xong</Button>
      </div>
    </div>
  );
}
