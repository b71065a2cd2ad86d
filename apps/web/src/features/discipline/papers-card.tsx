import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { type DisciplinePaperKind, disciplinePaperLabel, downloadDisciplinePaper } from '@vungmanh/contracts/inspection/discipline-act';
import { Card } from '../../ui/card.js';
import { DownloadButton } from '../meeting/download-button.js';

/** The papers that there are at this step. */
function papersOf({ state, vote, decision, appeals }: Discipline): DisciplinePaperKind[] {
  const ready: Record<DisciplinePaperKind, boolean> = {
    BALLOT: state === 'HEARD' || state === 'VOTED',
    COUNT: vote !== undefined,
    DECISION: decision !== undefined,
    APPEAL_NOTICE: appeals.at(-1)?.acceptedOn !== undefined,
  };
  return (['BALLOT', 'COUNT', 'DECISION', 'APPEAL_NOTICE'] as const).filter((kind) => ready[kind]);
}

/** The prescribed papers: PDF to print and sign, Word to edit. */
export function PapersCard({ found }: { found: Discipline }) {
  const kinds = papersOf(found);
  if (kinds.length === 0) return null;
  return (
    <Card title="Văn bản theo mẫu">
      <ul className="stack">
        {kinds.map((kind) => (
          <li key={kind} className="row apart">
            <span>{disciplinePaperLabel[kind]}</span>
            <span className="row">
              {(['pdf', 'docx'] as const).map((format) => (
                <DownloadButton
                  key={format}
                  operation={downloadDisciplinePaper}
                  input={{ disciplineId: found.id, kind, format }}
                  name={disciplinePaperLabel[kind]}
                >
                  {format === 'pdf' ? 'PDF' : 'Word'}
                </DownloadButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
