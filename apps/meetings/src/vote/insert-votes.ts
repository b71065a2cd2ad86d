import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { Tx } from '@vungmanh/platform/db/tx';

/** A vote as it is stored: counts, and the rule that judged them on that day. */
export interface VoteRow extends Omit<Vote, 'printed'> {
  readonly meetingId: string;
  readonly recordedAt: string;
}

/** Stores the votes of one meeting or of many in one statement. A vote is never changed. */
export async function insertVotes(tx: Tx, votes: readonly VoteRow[]): Promise<void> {
  if (votes.length === 0) return;
  await tx.query(
    `insert into vote (id, meeting_id, matter, subject, method, in_favor, against, no_opinion, denominator, passed, rule_source, recorded_at)
     select v.id, v."meetingId", v.matter, v.subject, v.method, v."inFavor", v.against, v."noOpinion", v.denominator, v.passed, v."ruleSource", v."recordedAt"
     from jsonb_to_recordset($1::jsonb) as v(id uuid, "meetingId" uuid, matter text, subject text, method text, "inFavor" integer, against integer,
       "noOpinion" integer, denominator integer, passed boolean, "ruleSource" text, "recordedAt" timestamptz)`,
    [JSON.stringify(votes)],
  );
}
