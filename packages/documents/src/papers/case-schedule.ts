import { paragraph, type Paper, type Table } from '../paper.js';
import { clockTime, fill, type Template, weekdayAndDate } from '../wording.js';
import { caseArchive, type CaseInput, casePaper, caseValues, teamSigner } from './case.js';
import type { SentWording } from './parts.js';

/** When and where the team works with whom. */
export interface CaseScheduleInput extends Omit<CaseInput, 'signer'> {
  readonly leader: string;
  /** 'YYYY-MM-DD' and 'HH:MM'. */
  readonly sessions: readonly {
    readonly date: string;
    readonly time: string;
    readonly venue: string;
    readonly work: string;
    readonly people: string;
  }[];
}

export interface CaseScheduleWording extends SentWording<'opening' | 'sessions' | 'request'> {
  readonly opening: Template;
  readonly columns: readonly [order: string, time: string, venue: string, work: string, people: string];
  readonly request: Template;
}

export const caseScheduleWording: CaseScheduleWording = {
  type: 'LỊCH LÀM VIỆC',
  abstract: 'của {team} {matter} đối với {subject}',
  order: ['opening', 'sessions', 'request'],
  headings: {},
  opening: '{Team} thông báo lịch làm việc như sau:',
  columns: ['TT', 'Thời gian', 'Địa điểm', 'Nội dung', 'Thành phần'],
  request: 'Đề nghị các đồng chí chuẩn bị hồ sơ, tài liệu và có mặt đúng thời gian; trường hợp thay đổi, {team} sẽ thông báo trước.',
  ...caseArchive,
};

/** Lịch làm việc, signed by the team. */
export function caseSchedulePaper(input: CaseScheduleInput, wording: CaseScheduleWording = caseScheduleWording): Paper {
  const of = { ...input, signer: teamSigner(input, input.leader) };
  const values = caseValues(of);
  return casePaper(of, wording, {
    opening: () => [paragraph(fill(wording.opening, values))],
    sessions: () => [sessionTable(input, wording)],
    request: () => [paragraph(fill(wording.request, values))],
  });
}

function sessionTable({ sessions }: CaseScheduleInput, wording: CaseScheduleWording): Table {
  const [order, time, venue, work, people] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: time, width: 36, align: 'center' },
      { header: venue, width: 32 },
      { header: work, width: 50 },
      { header: people, width: 36 },
    ],
    rows: sessions.map((session, index) => [
      String(index + 1),
      `${clockTime(session.time)},\n${weekdayAndDate(session.date)}`,
      session.venue,
      session.work,
      session.people,
    ]),
  };
}
