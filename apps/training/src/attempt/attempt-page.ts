import type { Attempt, AttemptItem } from '@vungmanh/contracts/training/attempt';
import { isRight } from '@vungmanh/contracts/training/practice';
import type { QuestionContent } from '@vungmanh/contracts/training/question';
import type { QuizState } from '@vungmanh/contracts/training/quiz';
import type { Instant } from '@vungmanh/contracts/types';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { markOf } from '../quiz/quiz.rules.js';
import { graceOf } from './grace.js';

interface Row {
  id: string;
  title: string;
  state: QuizState;
  startedAt: Date;
  endsAt: Date;
  handedInAt: Date | null;
  lastSeq: number;
  items: { position: number; chosen: number[] | null; content: QuestionContent }[];
}

/** A person's own paper; what is right is on it once the test is closed. Throws `request/not-found` for anybody else's. */
export async function attemptOf(reader: Reader, attemptId: string, person: string | undefined, now: Instant): Promise<Attempt> {
  const [row] = await reader.query<Row>(
    `select a.id, q.title, q.state, a.started_at as "startedAt", a.ends_at as "endsAt", a.handed_in_at as "handedInAt",
       (select coalesce(max(i.seq), 0) from attempt_item i where i.attempt_id = a.id) as "lastSeq",
       (select coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'chosen', to_jsonb(i.chosen), 'content', e.content) order by i.position), '[]')
        from attempt_item i join question_edition e on e.question_id = i.question_id and e.number = i.edition where i.attempt_id = a.id) as items
     from quiz_attempt a join quiz q on q.id = a.quiz_id where a.id = $1 and a.person_id = $2`,
    [attemptId, person],
  );
  if (!row) throw refuse('request/not-found');
  const { state, items, handedInAt } = row;
  const closed = state === 'CLOSED';
  const right = items.filter((one) => isRight(one.content.right, one.chosen ?? [])).length;
  const endsAt = row.endsAt.toISOString();
  return {
    id: row.id,
    title: row.title,
    startedAt: row.startedAt.toISOString(),
    endsAt,
    now,
    graceSeconds: await graceOf(reader, endsAt),
    ...(handedInAt === null ? {} : { handedInAt: handedInAt.toISOString() }),
    lastSeq: row.lastSeq,
    items: items.map((one) => shown(one, closed)),
    ...(closed ? { right, mark: markOf(right, items.length) } : {}),
  };
}

const shown = ({ position, chosen, content: { kind, stem, options, right, source } }: Row['items'][number], closed: boolean): AttemptItem => ({
  position,
  kind,
  stem,
  options,
  ...(chosen === null ? {} : { chosen }),
  ...(closed ? { right, source } : {}),
});
