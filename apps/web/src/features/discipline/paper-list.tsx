import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import type { ReactNode } from 'react';

/** A paper as the list shows it; `buttons` save it as PDF or Word. */
interface ListedPaper {
  readonly key: string;
  readonly label: string;
  readonly on?: string | undefined;
  readonly number?: string | undefined;
  readonly awaited: boolean;
  readonly replaced?: boolean;
  readonly sha256?: string | undefined;
  readonly note?: string;
  readonly buttons: ReactNode;
}

/** The prescribed papers: PDF to print and sign, Word to edit before it is. What has its number stays as it was issued. */
export function PaperList({ papers }: { papers: readonly ListedPaper[] }) {
  if (papers.length === 0) return null;
  return (
    <Card title="Văn bản theo mẫu">
      <ul className="discipline-list">
        {papers.map(({ key, label, on, number, awaited, replaced, sha256, note, buttons }) => (
          <li key={key} className="stack tight">
            <span className="row apart">
              <span className="strong">{label}</span>
              {replaced === true && <Badge tone="muted">Đã được thay thế</Badge>}
              {awaited && <Badge tone="wait">Đang lấy số</Badge>}
            </span>
            {on !== undefined && (
              <span className="soft small">
                {number === undefined ? `Ngày ${showDate(on)}` : `${number}, ngày ${showDate(on)}. Đã vào sổ văn bản, nội dung giữ nguyên.`}
              </span>
            )}
            {note !== undefined && <span className="soft small">{note}</span>}
            {sha256 !== undefined && (
              <details className="soft small">
                <summary>Mã kiểm tra bản PDF</summary>
                <code className="hash">{sha256}</code>
              </details>
            )}
            <span className="row no-print">{buttons}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
