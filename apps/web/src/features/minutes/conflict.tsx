import { Button } from '../../ui/button.js';
import { Note } from '../../ui/notes.js';
import { differences } from './minutes-text.js';

interface ConflictProps {
  readonly mine: readonly (readonly [label: string, text: string])[];
  readonly theirs: readonly (readonly [label: string, text: string])[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Two people wrote at the same time: both texts stand side by side, nothing is lost until somebody says which one holds. */
export function Conflict({ mine, theirs, onTakeTheirs, onKeepMine }: ConflictProps) {
  return (
    <Note
      tone="warning"
      title="Người khác vừa lưu một bản khác"
      actions={
        <>
          <Button size="small" onClick={onKeepMine}>
            Giữ bản của tôi để lưu
          </Button>
          <Button size="small" onClick={onTakeTheirs}>
            Lấy bản trên máy chủ
          </Button>
        </>
      }
    >
      <p>So hai bản ở những chỗ khác nhau. Cần ghép thì sửa vào các ô bên dưới rồi chọn giữ bản của mình.</p>
      <div className="conflict">
        {differences(mine, theirs).map((d) => (
          <section key={d.label}>
            <h3>{d.label}</h3>
            <div className="conflict-pair">
              <div>
                <p className="soft small">Bản của đồng chí, chưa lưu</p>
                <p className="pre-line">{d.mine || '(trống)'}</p>
              </div>
              <div>
                <p className="soft small">Bản trên máy chủ</p>
                <p className="pre-line">{d.theirs || '(trống)'}</p>
              </div>
            </div>
          </section>
        ))}
      </div>
    </Note>
  );
}
