import type { TrainingClass } from '@vungmanh/contracts/training/class';
import { ClassPaperKind, classPaperLabel, downloadClassPaper } from '@vungmanh/contracts/training/class-paper';
import { Card } from '../../ui/card.js';
import { DownloadButton } from '../meeting/download-button.js';

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
] as const;

/** The papers of a class: PDF to print, Word to edit. One that has nothing to say yet says so. */
export function ClassPapers({ found }: { found: TrainingClass }) {
  return (
    <Card title="Văn bản theo mẫu">
      <ul className="class-list">
        {ClassPaperKind.options.map((kind) => (
          <li key={kind} className="row apart">
            <span>
              {classPaperLabel[kind]}
              {kind === 'DECISION' && found.decision?.number !== undefined && <span className="soft small"> · {found.decision.number}</span>}
            </span>
            <span className="row">
              {formats.map(([format, label]) => (
                <DownloadButton
                  key={format}
                  operation={downloadClassPaper}
                  input={{ classId: found.id, kind, format }}
                  name={`${classPaperLabel[kind]}, bản ${label}`}
                >
                  {label}
                </DownloadButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
