import { downloadPaper, type PaperKind, paperKindLabel } from '@vungmanh/contracts/meetings/paper';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { Card } from '../../ui/card.js';
import { DownloadButton } from './download-button.js';

const held = new Set<Meeting['state']>(['CLOSED', 'MINUTES_SIGNED', 'PUBLISHED']);

/** The papers that the meeting has at its step. `adopted`: its resolution has been passed. */
export function papersReady(meeting: Pick<Meeting, 'state' | 'agenda' | 'rollClosedAt'>, adopted: boolean): PaperKind[] {
  const ready: Record<PaperKind, boolean> = {
    NOTICE: meeting.agenda.length > 0,
    ROLL: meeting.rollClosedAt !== undefined,
    MINUTES: meeting.state === 'IN_SESSION' ? meeting.rollClosedAt !== undefined : held.has(meeting.state),
    RESOLUTION: adopted,
  };
  return (['NOTICE', 'ROLL', 'MINUTES', 'RESOLUTION'] as const).filter((kind) => ready[kind]);
}

/** The prescribed papers: PDF to print and send, Word to edit. */
export function PapersCard({ meeting, adopted }: { meeting: Meeting; adopted: boolean }) {
  const kinds = papersReady(meeting, adopted);
  if (kinds.length === 0) return null;
  return (
    <Card title="Văn bản theo mẫu">
      <ul className="stack">
        {kinds.map((kind) => (
          <li key={kind} className="stack tight">
            <span>{paperKindLabel[kind]}</span>
            <span className="row">
              <DownloadButton
                operation={downloadPaper}
                input={{ meetingId: meeting.id, kind, format: 'pdf' }}
                name={`${paperKindLabel[kind]}, bản PDF`}
              >
                PDF
              </DownloadButton>
              <DownloadButton
                operation={downloadPaper}
                input={{ meetingId: meeting.id, kind, format: 'docx' }}
                name={`${paperKindLabel[kind]}, bản Word`}
              >
                Word
              </DownloadButton>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
