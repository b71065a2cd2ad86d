import { ImportSheet, importSheetLabel } from '@vungmanh/contracts/organization/import-sheet';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import { columnsOf } from './import-text.js';
import './import.css';

/** Which columns the workbook has; their titles decide, in any order. */
export function ColumnsGuide({ mayExport }: { mayExport: boolean }) {
  return (
    <Card title="Tệp gồm những cột nào">
      <div className="stack">
        <a className={buttonClass()} href="/mau-nhap-du-lieu.xlsx" download>
          <Icon name="download" />
          Tải tệp mẫu
        </a>
        {ImportSheet.options.map((sheet) => (
          <div key={sheet} className="stack tight">
            <h3>Trang “{importSheetLabel[sheet]}”</h3>
            <ul className="columns-guide">
              {columnsOf(sheet).map((column) => (
                <li key={column.key}>
                  {column.title}
                  {column.required && <span className="strong"> (bắt buộc)</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p className="soft small">Cột nhận theo tiêu đề, thứ tự tùy ý. Ngày gõ dạng ngày/tháng/năm. Không dùng công thức, ô gộp.</p>
        {mayExport && <p className="soft small">Khi hệ thống đã có dữ liệu: xuất danh sách ra Excel, sửa trong tệp đó rồi nhập lại.</p>}
      </div>
    </Card>
  );
}
