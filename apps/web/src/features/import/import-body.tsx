import { Link } from '@tanstack/react-router';
import type { Import } from '@vungmanh/contracts/organization/import';
import { importSheetLabel } from '@vungmanh/contracts/organization/import-sheet';
import { showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, Progress } from '../../ui/notes.js';
import { Totals } from '../../ui/totals.js';
import { ConfirmBar } from './confirm-bar.js';
import { countsOf, sheetsOf } from './import-text.js';
import { Preview } from './preview.js';

const again = (
  <Link to="/import" className={buttonClass({ size: 'small' })}>
    Chọn tệp khác
  </Link>
);

function Working({ run, label }: { run: Import; label: string }) {
  const { done, total } = run.progress;
  return (
    <Card>
      <div className="stack">
        {total === 0 || done >= total ? (
          <Progress label={label} />
        ) : (
          <Progress label={label} value={done / total} detail={`${showCount(done)} / ${showCount(total)} dòng`} />
        )}
        {run.trouble !== undefined && <Note tone="warning" title={run.trouble} />}
        <p className="soft">Đồng chí có thể rời trang này; việc vẫn chạy và tìm lại được ở danh sách các lần nhập.</p>
      </div>
    </Card>
  );
}

function Report({ run }: { run: Import }) {
  return (
    <>
      <Note tone="done" title={run.finishedAt === undefined ? 'Đã nhập xong' : `Đã nhập xong lúc ${showInstant(run.finishedAt)}`}>
        {run.confirmed.length < sheetsOf(run).length && <p>Chỉ nhập trang “{run.confirmed.map((s) => importSheetLabel[s]).join('”, “')}”.</p>}
      </Note>
      {run.confirmed.map((sheet) => {
        const counts = countsOf(run, sheet);
        return (
          counts && (
            <Card key={sheet} title={importSheetLabel[sheet]}>
              <Totals
                label={importSheetLabel[sheet]}
                items={[
                  { label: 'Đã thêm mới', value: showCount(counts.new), tone: 'blue' },
                  { label: 'Đã thay đổi', value: showCount(counts.changed) },
                  { label: 'Không đổi', value: showCount(counts.unchanged) },
                ]}
              />
            </Card>
          )
        );
      })}
      <div className="row">
        <Link to="/organizations" search={{ id: run.nodeId }} className={buttonClass({ look: 'primary' })}>
          Xem tổ chức đảng
        </Link>
        <Link to="/members" search={{ node: run.nodeId }} className={buttonClass()}>
          Xem đảng viên
        </Link>
      </div>
    </>
  );
}

/** What the import shows in the state in which it is. */
export function ImportBody({ run }: { run: Import }) {
  switch (run.state) {
    case 'READING':
      return <Working run={run} label="Đang đọc tệp" />;
    case 'CHECKING':
      return <Working run={run} label="Đang kiểm tra từng dòng" />;
    case 'APPLYING_ORGANIZATIONS':
      return <Working run={run} label="Đang ghi tổ chức đảng" />;
    case 'APPLYING_MEMBERS':
      return <Working run={run} label="Đang ghi đảng viên" />;
    case 'READY':
      return (
        <>
          <ConfirmBar key={run.version} run={run} />
          <Preview run={run} />
        </>
      );
    case 'DONE':
      return <Report run={run} />;
    case 'REFUSED':
      return (
        <Note tone="error" title="Không nhận được tệp này" actions={again}>
          <p>{run.trouble ?? 'Tệp không đọc được.'}</p>
        </Note>
      );
    case 'CANCELED':
      return (
        <Note title="Lần nhập này đã hủy" actions={again}>
          <p>Không có gì được ghi vào hệ thống.</p>
        </Note>
      );
  }
}
