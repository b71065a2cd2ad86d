import type { Paper } from '../paper.js';
import { fill, longDate, type Template } from '../wording.js';
import { caseArchive, type CaseInput, casePaper, caseValues, type Period, periodText } from './case.js';
import { upper } from './issuer.js';
import { articles, type SentWording } from './parts.js';

/** A decision to inspect or supervise. */
export interface CaseDecisionInput extends CaseInput {
  /** What it rests on, each beginning with "Căn cứ" or "Xét". */
  readonly bases: readonly string[];
  readonly period: Period;
  /** Days in which it is carried out: first and last. */
  readonly carriedOut: Period;
  /** Leader first; `role` "Tổ trưởng", "Thành viên". */
  readonly people: readonly { readonly name: string; readonly office?: string; readonly role: string }[];
}

export interface CaseDecisionWording extends SentWording<'articles'> {
  readonly decides: Template;
  readonly subject: Template;
  readonly team: Template;
  readonly duties: Template;
  readonly force: Template;
}

export const caseDecisionWording: CaseDecisionWording = {
  type: 'QUYẾT ĐỊNH',
  symbol: 'QĐ',
  abstract: '{deed} {matter} đối với {subject}',
  order: ['articles'],
  headings: {},
  decides: '{proper} quyết định:',
  subject: '{Deed} {matter} đối với {subject}. Mốc thời gian {verb}: {period}. Thời gian tiến hành: {carriedOut}.',
  team: 'Thành lập {team} gồm các đồng chí có tên sau đây:',
  duties:
    '{Team} tiến hành cuộc {verb} theo kế hoạch kèm theo Quyết định này và báo cáo kết quả với {noun}; được yêu cầu cung cấp, giữ nguyên hồ sơ, tài liệu có liên quan đến nội dung {verb}.',
  force: '{Team}, {subject} và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực từ {date}.',
  ...caseArchive,
};

/** Quyết định of a case: matter, subject and period; the team; what the team does; who carries it out. */
export function caseDecisionPaper(input: CaseDecisionInput, wording: CaseDecisionWording = caseDecisionWording): Paper {
  const values = {
    ...caseValues(input),
    period: periodText(input.period),
    carriedOut: periodText(input.carriedOut),
    date: input.date === undefined ? 'ngày ký' : longDate(input.date),
  };
  const people = input.people.map(
    ({ name, office, role }, index, all) =>
      `${index + 1}. Đồng chí ${[name, office, role].filter((part) => part !== undefined).join(', ')}${index === all.length - 1 ? '.' : ';'}`,
  );
  return casePaper(input, wording, {
    articles: () =>
      articles(input.bases, upper(fill(wording.decides, values)), [
        [fill(wording.subject, values)],
        [fill(wording.team, values), ...people],
        [fill(wording.duties, values)],
        [fill(wording.force, values)],
      ]),
  });
}
