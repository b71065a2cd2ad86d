import { changeEditorFactorRule, type EditorFactor, editorFactorLabel, editorFactorRule } from '@vungmanh/contracts/identity/second-factor';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

const other: Record<EditorFactor, EditorFactor> = { APP: 'APP_OR_CARD', APP_OR_CARD: 'APP' };

/** What the province has ruled about the second factor of those who edit in a cell, and changing it. */
export function EditorFactorCard() {
  const toast = useToast();
  const rule = useQueryOf(editorFactorRule, {});
  const command = useCommand(changeEditorFactorRule, { changes: [editorFactorRule], onDone: () => toast({ text: 'Đã đổi quy định.' }) });
  const editors = rule.data?.editors;
  return (
    <Card title="Mã xác thực của cấp ủy chi bộ">
      <ProblemNote problem={rule.error ?? command.error} />
      {editors === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <div className="stack">
          <p>
            Người ghi biên bản, chuẩn bị, ban hành ở chi bộ đăng nhập bằng mật khẩu và: <span className="strong">{editorFactorLabel[editors]}</span>.
          </p>
          <p>
            <Button busy={command.isPending} onClick={() => command.mutate({ input: { editors: other[editors] } })}>
              Đổi thành: {editorFactorLabel[other[editors]]}
            </Button>
          </p>
        </div>
      )}
    </Card>
  );
}
