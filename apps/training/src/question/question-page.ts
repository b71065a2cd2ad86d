import { Injectable } from '@nestjs/common';
import type { Question, QuestionContent, QuestionState } from '@vungmanh/contracts/training/question';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { itemAnswers } from '../quiz/item-answers.js';
import { statisticsOf } from '../quiz/quiz.rules.js';
import { questionActsFor } from './question.rules.js';

/** Columns of a question `q`, joined with its field `f` and its organization `n`. */
export const LINE_SQL = `q.id, q.version, q.node_id as "nodeId", coalesce(n.name, '') as "nodeName", q.field_id as "fieldId", f.label as "fieldLabel",
  q.state, q.edition, q.reserved`;
export const FROM_SQL = 'question q join question_field f on f.id = q.field_id left join node_view n on n.id = q.node_id';

interface Row extends Omit<Question, 'editions' | 'may' | 'retiredBecause' | 'statistics' | 'statisticsFrom'> {
  approvedEdition: number | null;
  retiredBecause: string | null;
  editions: { number: number; writtenOn: string; content: QuestionContent }[];
  state: QuestionState;
}

/** Draws a question with its editions as a person sees it who works with it. */
@Injectable()
export class QuestionPage {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  async of(reader: Reader, actor: Actor, questionId: string, insideSql: (params: unknown[]) => string): Promise<Question> {
    const params: unknown[] = [questionId];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<Row>(
      `select ${LINE_SQL}, q.approved_edition as "approvedEdition", q.retired_because as "retiredBecause",
         (select jsonb_agg(jsonb_build_object('number', e.number, 'writtenOn', e.written_on, 'content', e.content) order by e.number desc)
          from question_edition e where e.question_id = q.id) as editions
       from ${FROM_SQL} where q.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    const { approvedEdition, editions, ...line } = row;
    const statisticsFrom = ruleAt('training.item.min_answers', this.clock.today(), await provinceContext(reader))?.value ?? 0;
    const statistics = statisticsOf(await itemAnswers(reader, questionId), statisticsFrom);
    return {
      ...present(line),
      ...(statistics === undefined ? {} : { statistics }),
      statisticsFrom,
      editions: editions.map(({ content, ...edition }) => ({ ...content, ...edition, inForce: edition.number === approvedEdition })),
      may: questionActsFor(row.state, await this.grants.permissionsAt(actor, row.nodeId, reader)),
    };
  }
}
