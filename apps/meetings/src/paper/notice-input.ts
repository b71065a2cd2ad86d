import type { NoticeInput } from '@vungmanh/documents/papers/notice';
import { dayOf } from '@vungmanh/regulations/day-of';
import type { PaperFacts } from './paper-facts.js';
import { clockText, meetingWords } from './paper.rules.js';

/** What the notice says: what, when, where, who leads, with which documents. A number that is not there yet is left open. */
export function noticeInput(facts: PaperFacts, number: number | undefined): NoticeInput {
  const { meeting, issuer } = facts;
  const startsAt = meeting.startsAt ?? '';
  const chair = facts.atWork(meeting.chairId);
  return {
    issuer,
    ...(number === undefined ? {} : { number }),
    ...(meeting.noticedAt === null ? {} : { date: dayOf(meeting.noticedAt) }),
    simulated: facts.simulated,
    meeting: meetingWords(meeting, facts.bodyKind),
    startsOn: dayOf(startsAt),
    startsAt: clockText(startsAt),
    venue: meeting.place ?? '',
    guests: facts.followers.map((name) => `đồng chí ${name}, cấp ủy viên cấp trên theo dõi ${issuer.terms.noun}`),
    chair: `đồng chí ${chair.name}${chair.office === undefined ? '' : `, ${chair.office}`}`,
    agenda: meeting.agenda.map(({ title, plannedMinutes, presenterId }) => ({
      title,
      minutes: plannedMinutes,
      ...(presenterId === undefined ? {} : { presenter: facts.name(presenterId) }),
    })),
    handbook: meeting.agenda.flatMap(({ citations }, i) => facts.cited(citations).map((chapter) => `mục ${i + 1}: ${chapter}`)),
    documents: facts.documents,
    signer: facts.signer,
    recipients: recipientsOf(facts),
  };
}

/** The committee above, and all who belong to the body. */
export function recipientsOf({ issuer }: PaperFacts): string[] {
  const above = issuer.superior?.replace(/^Đảng bộ/u, 'Đảng ủy');
  return [...(above === undefined ? [] : [`${above} (để báo cáo)`]), `Các ${issuer.terms.members}`];
}
