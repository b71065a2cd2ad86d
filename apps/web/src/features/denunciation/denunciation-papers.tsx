import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import { denunciationPaperLabel, downloadDenunciationPaper, isToDenunciant } from '@vungmanh/contracts/inspection/denunciation-paper';
import { PaperList } from '../discipline/paper-list.js';
import { DownloadButton } from '../meeting/download-button.js';

/** The papers of a denunciation; what goes to whoever denounces is addressed by hand, with what the vault says. */
export function DenunciationPapers({ found }: { found: Denunciation }) {
  const papers = found.papers.map(({ kind, ...paper }) => ({
    ...paper,
    key: kind,
    label: denunciationPaperLabel[kind],
    ...(isToDenunciant(kind) ? { note: 'Không ghi tên. Gửi kín; địa chỉ xem ở mục danh tính khi hai người cùng mở.' } : {}),
    buttons: (['pdf', 'docx'] as const).map((format) => (
      <DownloadButton
        key={format}
        operation={downloadDenunciationPaper}
        input={{ denunciationId: found.id, kind, format }}
        name={denunciationPaperLabel[kind]}
      >
        {format === 'pdf' ? 'PDF' : 'Word'}
      </DownloadButton>
    )),
  }));
  return <PaperList papers={papers} />;
}
