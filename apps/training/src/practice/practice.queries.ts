import { Injectable } from '@nestjs/common';
import { getPractice, myPractices, type Practice, type PracticeItem, type PracticeLine } from '@vungmanh/contracts/training/practice';
import type { Page } from '@vungmanh/contracts/types';
import type { QuestionContent } from '@vungmanh/contracts/training/question';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { keptUntil } from './practice.rules.js';

const LINE_SQL = `p.id, f.label as "fieldLabel", p.started_at as "startedAt"`;
const FROM_SQL = 'practice p join question_field f on f.id = p.field_id';

interface Line {
  id: string;
  fieldLabel: string;
  startedAt: Date;
}

/** What a person has practiced, for that person. */
@Injectable()
export class PracticeQueries {
  constructor(private readonly db: Db) {}

  @Rpc(getPractice)
  get(call: Call<typeof getPractice>): Promise<Practice> {
    return practiceOf(this.db, call.input.practiceId, call.actor.person);
  }

  @Rpc(myPractices)
  async mine(call: Call<typeof myPractices>): Promise<Page<PracticeLine>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (p.started_at, p.id) < (${p(after[0])}::timestamptz, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<Line & { questions: number; answered: number; right: number }>(
      `select ${LINE_SQL}, i.* from ${FROM_SQL} cross join lateral (
         select count(*)::int as questions, count(i.chosen)::int as answered,
           count(*) filter (where to_jsonb(i.chosen) = e.content -> 'right')::int as "right"
         from practice_item i join question_edition e on e.question_id = i.question_id and e.number = i.edition where i.practice_id = p.id) i
       where p.person_id = $1 ${afterSql} order by p.started_at desc, p.id desc limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.startedAt.toISOString(), row.id]);
    const rules = await provinceContext(this.db);
    return { items: items.map((row) => ({ ...row, ...times(row, rules) })), ...(next === undefined ? {} : { next }) };
  }
}

const times = ({ startedAt }: Line, rules: RuleContext): Pick<PracticeLine, 'startedAt' | 'keptUntil'> => ({
  startedAt: startedAt.toISOString(),
  ...keptUntil(startedAt.toISOString(), rules),
});

/** A person's own practice with its questions as they were drawn; throws `request/not-found` for anybody else's. */
export async function practiceOf(reader: Reader, practiceId: string, person: string | undefined): Promise<Practice> {
  const [line] = await reader.query<Line>(`select ${LINE_SQL} from ${FROM_SQL} where p.id = $1 and p.person_id = $2`, [practiceId, person]);
  if (!line) throw refuse('request/not-found');
  const rows = await reader.query<{ position: number; content: QuestionContent; chosen: number[] | null }>(
    `select i.position, i.chosen, e.content from practice_item i join question_edition e on e.question_id = i.question_id and e.number = i.edition
     where i.practice_id = $1 order by i.position`,
    [practiceId],
  );
  const items = rows.map(({ content, position, chosen }): PracticeItem => ({ ...content, position, ...(chosen === null ? {} : { chosen }) }));
  return { ...line, ...times(line, await provinceContext(reader)), items };
}
