import { useNavigate } from '@tanstack/react-router';
import { exportPastAttendances } from '@vungmanh/contracts/training/past-attendance';
import { listPastImports, startPastImport } from '@vungmanh/contracts/training/past-import';
import { pastColumns } from '@vungmanh/contracts/training/past-sheet';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FileField } from '../../ui/choice-field.js';
import { Icon } from '../../ui/icon.js';
import { ProblemNote, Progress } from '../../ui/notes.js';
import { fileTrouble } from '../import/file-trouble.js';
import '../import/import.css';
import { DownloadButton } from '../meeting/download-button.js';

/** Chooses a workbook of past attendances, sends it, and begins the import; the preview is a page of its own. */
export function UploadPast({ nodeId }: { nodeId: string }) {
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState(false);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<ProblemError>();
  const command = useCommand(startPastImport, {
    changes: [listPastImports],
    onDone: ({ id }) => void navigate({ to: '/training/imports/$pastImportId', params: { pastImportId: id } }),
  });
  const trouble = fileTrouble(file);
  const begin = async () => {
    setTried(true);
    if (!file || trouble !== undefined) return;
    setProblem(undefined);
    setShare(0);
    try {
      const { fileId } = await upload(file, setShare);
      command.mutate({ input: { nodeId, fileId, fileName: file.name.normalize('NFC') } });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Card title="Nhập lượt học trước đây từ tệp Excel">
      <div className="stack">
        <FileField
          label="Tệp danh sách lượt học"
          accept=".xlsx"
          hint="Tối đa 20 MB. Mỗi dòng là một người học một lớp."
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
        <details>
          <summary>Tệp gồm những cột nào</summary>
          <ul className="columns-guide">
            {pastColumns.map((column) => (
              <li key={column.key}>
                {column.title}
                {column.required && <span className="strong"> (bắt buộc)</span>}: {column.how}
              </li>
            ))}
          </ul>
        </details>
        <div className="row">
          <a className={buttonClass({ size: 'small' })} href="/mau-luot-hoc.xlsx" download>
            <Icon name="download" />
            Tải tệp mẫu
          </a>
          <DownloadButton operation={exportPastAttendances} input={{ nodeId }} name="Danh sách lượt học trước đây">
            Xuất danh sách đã có (Excel)
          </DownloadButton>
        </div>
      </div>
    </Card>
  );
}
