import { type GradeRow, importGrades, previewGrades } from '@vungmanh/contracts/inspection/labor-grade';
import type { MemberSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { upload } from '../../api/upload.js';
import { Button } from '../../ui/button.js';
import { FileField } from '../../ui/choice-field.js';
import { Note, ProblemNote, Progress, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { fileTrouble } from '../import/file-trouble.js';
import { monthName } from './supervision-text.js';

interface FileProps {
  readonly supervision: MemberSupervision;
  readonly onClose: () => void;
}

const changeText = { NEW: 'ghi mới', CHANGED: 'đổi', SAME: 'như cũ', EMPTY: 'để trống', WRONG: 'chưa đúng' } as const;

function Row({ row }: { row: GradeRow }) {
  return (
    <li>
      <p className="strong">
        Dòng {row.row}: {row.name}
      </p>
      {row.why !== undefined && <p className="supervision-alarm">{row.why}</p>}
      <p>
        {row.cells
          .filter((cell) => cell.state !== 'EMPTY')
          .map((cell) => `${monthName(cell.month)}: ${cell.written ?? ''} (${cell.why ?? changeText[cell.state]})`)
          .join(' · ')}
      </p>
    </li>
  );
}

function Preview({ supervision: s, fileId, onClose }: FileProps & { fileId: string }) {
  const toast = useToast();
  const preview = useQueryOf(previewGrades, { supervisionId: s.id, fileId });
  const command = useCommand(importGrades, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã nhập bình xét từ bảng Excel.' });
    },
  });
  if (preview.error) return <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton lines={4} />;
  const { items, wrong, changes } = preview.data;
  const shown = wrong > 0 ? items.filter((row) => row.why !== undefined || row.cells.some((cell) => cell.state === 'WRONG')) : items;
  return (
    <div className="stack">
      {wrong > 0 ? (
        <Note tone="warning" title={`Có ${wrong} chỗ chưa đúng`}>
          <p>Chưa ghi gì. Sửa trong Excel rồi chọn lại tệp.</p>
        </Note>
      ) : (
        <p className="strong">{changes === 0 ? 'Bảng giống những gì đã ghi, không có gì thay đổi.' : `Sẽ ghi ${changes} ô.`}</p>
      )}
      <ul className="supervision-said">
        {shown.map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </ul>
      <ProblemNote problem={command.error} />
      <div className="row">
        {wrong === 0 && changes > 0 && (
          <Button
            look="primary"
            busy={command.isPending}
            onClick={() => command.mutate({ input: { supervisionId: s.id, fileId }, version: s.version })}
          >
            Ghi {changes} ô
          </Button>
        )}
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </div>
  );
}

/** A filled-in sheet: sent, looked at cell by cell, then taken over whole or not at all. */
export function GradeFile({ supervision, onClose }: FileProps) {
  const [share, setShare] = useState<number>();
  const [fileId, setFileId] = useState<string>();
  const [problem, setProblem] = useState<ProblemError>();
  const [trouble, setTrouble] = useState<string>();
  const choose = async (file: File | undefined) => {
    setFileId(undefined);
    setProblem(undefined);
    setTrouble(file && fileTrouble(file));
    if (!file || fileTrouble(file) !== undefined) return;
    setShare(0);
    try {
      setFileId((await upload(file, setShare)).fileId);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <div className="stack">
      <FileField
        label="Bảng đã điền"
        accept=".xlsx"
        hint="Tải bảng Excel của chi bộ ở trang này, điền các mức rồi gửi lên."
        onChange={(file) => void choose(file)}
        error={trouble}
      />
      {share !== undefined && <Progress label="Đang gửi tệp" value={share} />}
      <ProblemNote problem={problem} />
      {fileId !== undefined && <Preview key={fileId} supervision={supervision} fileId={fileId} onClose={onClose} />}
    </div>
  );
}
