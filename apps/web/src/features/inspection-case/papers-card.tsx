import { type CasePaper, casePaperLabel, downloadCasePaper } from '@vungmanh/contracts/inspection/case-paper';
import { Card } from '../../ui/card.js';
import { DownloadButton } from '../meeting/download-button.js';

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
] as const;

/** The papers that have their content: PDF to print and send, Word to edit; each with its number in the register. */
export function PapersCard({ caseId, papers }: { caseId: string; papers: readonly CasePaper[] }) {
  return (
    <Card title="Văn bản theo mẫu">
      {papers.length === 0 && <p className="soft">Chưa có văn bản. Văn bản có sau khi ghi kế hoạch, đề cương và phân công đoàn, tổ.</p>}
      <ul className="case-list">
        {papers.map(({ kind, number, awaited }) => (
          <li key={kind} className="row apart">
            <span>
              {casePaperLabel[kind]}
              {number !== undefined && <span className="soft small"> · {number}</span>}
              {awaited && <span className="soft small"> · đang lấy số văn bản</span>}
            </span>
            <span className="row">
              {formats.map(([format, label]) => (
                <DownloadButton
                  key={format}
                  operation={downloadCasePaper}
                  input={{ caseId, kind, format }}
                  name={`${casePaperLabel[kind]}, bản ${label}`}
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
