import { downloadCheckNotice } from '@vungmanh/contracts/inspection/check-notice';
import type { CheckNotice } from '@vungmanh/contracts/inspection/meeting-check';
import { showDate } from '../../text/dates.js';
import { DownloadButton } from '../meeting/download-button.js';

function Part({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section className="notice-part">
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** What all cells are told. */
export function NoticeView({ notice }: { notice: CheckNotice }) {
  const { strengths, weaknesses, practices, heard, demands } = notice;
  return (
    <div className="prose stack">
      <Part title="Ưu điểm" texts={strengths} />
      <Part title="Hạn chế, khuyết điểm" texts={weaknesses} />
      <Part title="Cách làm hay" texts={practices} />
      <Part title="Ý kiến của các chi bộ" texts={heard === undefined ? [] : [heard]} />
      <Part title="Yêu cầu đối với các chi bộ" texts={demands.map((d) => `${d.content} (thời hạn: ${showDate(d.due)})`)} />
    </div>
  );
}

/** The notice in the prescribed form: PDF to print and send, Word to edit. */
export function NoticePapers({ checkId }: { checkId: string }) {
  return (
    <span className="row">
      <DownloadButton operation={downloadCheckNotice} input={{ checkId, format: 'pdf' }} name="Thông báo kết quả kiểm tra, bản PDF">
        PDF
      </DownloadButton>
      <DownloadButton operation={downloadCheckNotice} input={{ checkId, format: 'docx' }} name="Thông báo kết quả kiểm tra, bản Word">
        Word
      </DownloadButton>
    </span>
  );
}
