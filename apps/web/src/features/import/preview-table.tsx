import { type CellRemark, type ImportRow, rowStateLabel, type SheetColumn } from '@vungmanh/contracts/organization/import-sheet';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { columnsWithContent, rowRemarks, worstOf } from './import-text.js';

const tones: Record<ImportRow['state'], Tone> = { NEW: 'active', CHANGED: 'wait', UNCHANGED: 'muted', ERROR: 'late' };
const kindLabel: Record<CellRemark['kind'], string> = { ERROR: 'Lỗi', WARNING: 'Cảnh báo', CHANGED: 'Thay đổi' };

function Remarks({ remarks }: { remarks: readonly CellRemark[] }) {
  return remarks.map((r) => (
    <span key={`${r.kind} ${r.says}`} className="cell-remark" data-kind={r.kind}>
      <span className="strong">{kindLabel[r.kind]}:</span> {r.says}
    </span>
  ));
}

interface PreviewTableProps {
  /** All that the sheet has. */
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly ImportRow[];
  readonly more: { readonly load: () => void; readonly busy: boolean } | undefined;
}

/** The sheet as it was read, each cell with what should be known of it; wide on a desk, a card for each row on a phone. */
export function PreviewTable({ columns: all, rows, more }: PreviewTableProps) {
  const columns = columnsWithContent(all, rows);
  return (
    <div className="table-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <div className="preview-scroll" role="region" aria-label="Các dòng trong tệp" tabIndex={0}>
        <table className="preview" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Dòng
              </th>
              {columns.map((c) => (
                <th key={c.key} role="columnheader" scope="col">
                  {c.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.row} role="row" data-state={row.state}>
                <th role="rowheader" scope="row">
                  <span className="preview-number">
                    <span className="preview-name">Dòng</span>
                    {row.row}
                  </span>
                  <Badge tone={tones[row.state]}>{rowStateLabel[row.state]}</Badge>
                  <Remarks remarks={rowRemarks(all, row)} />
                </th>
                {columns.map((c) => {
                  const remarks = row.remarks.filter((r) => r.column === c.key);
                  return (
                    <td key={c.key} role="cell" data-kind={worstOf(remarks)} tabIndex={remarks.length > 0 ? -1 : undefined}>
                      <span className="preview-name" aria-hidden="true">
                        {c.title}
                      </span>
                      <span className="preview-value">{row.cells[c.key]}</span>
                      <Remarks remarks={remarks} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <div className="table-more">
          <Button look="quiet" busy={more.busy} onClick={more.load}>
            Xem thêm
          </Button>
        </div>
      )}
    </div>
  );
}
