import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { Reader } from '../roster/roster-of.js';
import { printedVote } from './vote.rules.js';

type VoteRow = Omit<Vote, 'printed'>;

/** The votes of a meeting, in the order in which they were taken. Whoever calls it has checked the scope of the meeting. */
export async function votesOf(reader: Reader, meetingId: string): Promise<Vote[]> {
  const rows = await reader.query<VoteRow>(
    `select v.id, v.matter, v.subject, v.method, v.in_favor as "inFavor", v.against, v.no_opinion as "noOpinion", v.denominator, v.passed,
       v.rule_source as "ruleSource"
     from vote v where v.meeting_id = $1 and v.withdrawn_because is null order by v.recorded_at, v.id`,
    [meetingId],
  );
  return rows.map((v) => ({ ...v, printed: printedVote(v.inFavor, v.denominator) }));
}
