import type { downloadDocument, downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { DownloadButton } from './download-button.js';

interface ListProps {
  readonly documents: Meeting['documents'];
  /** As an officer of the meeting, or as a member who was called to it. */
  readonly from: typeof downloadDocument | typeof downloadMyDocument;
  readonly meetingId: string;
}

const kilobytes = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;

export function DocumentList({ documents, from, meetingId }: ListProps) {
  return (
    <ul className="stack tight">
      {documents.map((d) => (
        <li key={d.id} className="row apart">
          <span>
            {d.name} <span className="soft small nowrap">{kilobytes(d.bytes)}</span>
          </span>
          <DownloadButton operation={from} input={{ meetingId, documentId: d.id }} name={d.name}>
            Tải xuống
          </DownloadButton>
        </li>
      ))}
    </ul>
  );
}
