import { useNavigate } from '@tanstack/react-router';
import { listImports, startImport } from '@vungmanh/contracts/organization/import';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FileField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { ProblemNote, Progress } from '../../ui/notes.js';
import { OrganizationField } from '../organization/organization-field.js';
import { fileTrouble } from './file-trouble.js';

/** Chooses a workbook, sends it, and begins the import; the preview is a page of its own. */
export function UploadForm({ nodeId }: { nodeId: string }) {
  const navigate = useNavigate();
  const home = useQueryOf(nodeDetail, { nodeId });
  const [chosen, setChosen] = useState<{ node: Found | undefined }>();
  const node: Found | undefined = chosen ? chosen.node : home.data && { id: home.data.id, name: home.data.name };
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState(false);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<ProblemError>();
  const command = useCommand(startImport, {
    changes: [listImports],
    onDone: ({ id }) => void navigate({ to: '/import/$importId', params: { importId: id } }),
  });
  const trouble = fileTrouble(file);
  const begin = async () => {
    setTried(true);
    if (!file || !node || trouble !== undefined) return;
    setProblem(undefined);
    setShare(0);
    try {
      const { fileId } = await upload(file, setShare);
      command.mutate({ input: { nodeId: node.id, fileId, fileName: file.name.normalize('NFC') } });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Card title="Nhập từ tệp Excel">
      <div className="stack">
        <OrganizationField
          label="Nhập vào tổ chức"
          hint="Mọi dòng trong tệp phải thuộc tổ chức này."
          value={node}
          onChange={(found) => setChosen({ node: found })}
          error={tried && !node ? 'Chưa chọn tổ chức' : undefined}
        />
        <FileField
          label="Tệp danh sách"
          accept=".xlsx"
          hint="Tối đa 20 MB. Trang “Tổ chức đảng”, trang “Đảng viên”, hoặc cả hai."
          onChange={(next) => {
            setFile(next);
            setTried(next !== undefined);
          }}
          error={tried ? trouble : undefined}
        />
        {share !== undefined && <Progress label="Đang gửi tệp" value={share} />}
        <ProblemNote problem={problem ?? command.error} onRetry={() => void begin()} />
        <div className="row">
          <Button look="primary" icon="upload" busy={share !== undefined || command.isPending} onClick={() => void begin()}>
            Gửi và xem trước
          </Button>
          <span className="soft small">Chưa ghi gì cho đến khi đồng chí xác nhận.</span>
        </div>
      </div>
    </Card>
  );
}
