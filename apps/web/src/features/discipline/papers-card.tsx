import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { disciplinePaperLabel, downloadDisciplinePaper } from '@vungmanh/contracts/inspection/discipline-paper';
import { DownloadButton } from '../meeting/download-button.js';
import { PaperList } from './paper-list.js';

/** The papers that there are at this step. */
export function PapersCard({ found }: { found: Discipline }) {
  const papers = found.papers.map(({ kind, documentId, on, ...paper }) => ({
    ...paper,
    key: documentId ?? kind,
    label: disciplinePaperLabel[kind],
    on,
    ...(documentId === undefined && kind === 'DECISION' ? { note: 'Bản để trình ký: số và ngày ghi sau khi ký.' } : {}),
    ...(documentId === undefined && kind === 'BALLOT' ? { note: 'Phiếu trắng, không ghi tên người bỏ phiếu.' } : {}),
    buttons: (['pdf', 'docx'] as const).map((format) => (
      <DownloadButton
        key={format}
        operation={downloadDisciplinePaper}
        input={{ disciplineId: found.id, kind, format, ...(documentId === undefined ? {} : { documentId }) }}
        name={disciplinePaperLabel[kind]}
      >
        {format === 'pdf' ? 'PDF' : 'Word'}
      </DownloadButton>
    )),
  }));
  return <PaperList papers={papers} />;
}
