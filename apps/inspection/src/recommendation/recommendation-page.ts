import { Injectable } from '@nestjs/common';
import type { Recommendation } from '@vungmanh/contracts/inspection/recommendation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { opened } from '../case/case-text.js';
import { recommendationText } from './recommendation.entity.js';
import { actsFor, isOverdue, type Relation } from './recommendation.rules.js';

interface Row extends Pick<Recommendation, 'id' | 'version' | 'caseId' | 'doerName' | 'dueOn' | 'state'>, Relation {
  content_sealed: string;
  /** On the list of the case other than as its subject. */
  inside: boolean;
  history: { id: string; at: string; act: Recommendation['history'][number]['act']; byName: string; sealed: string }[];
  evidence: { id: string; sealed: string }[];
}

/** Whether the person in $1 is to do it on the day $2: named in it, or in a seat of the organization that it names. */
export const isDoerSql = `(coalesce(r.doer_id = $1, false) or exists (select 1 from body_view b join seat_view s on s.body_id = b.id
  where b.node_id = r.doer_node_id and s.person_id = $1 and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)))`;

/** Whether the person in $1 follows up what was concluded: they decide in the case, or led its team. */
export const followsSql = `exists (select 1 from case_access a where a.case_id = r.case_id and a.person_id = $1 and a.until is null
  and a.part in ('DECIDER', 'LEADER'))`;

/** Draws recommendations as a person sees them, with what that person may do to each. */
@Injectable()
export class RecommendationPage {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  ofCase(caseId: string, person: string | undefined): Promise<Recommendation[]> {
    return this.of(person, (params) => `where r.case_id = $${params.push(caseId)} order by r.due_on, r.id`);
  }

  /** Those that `which` picks: an SQL text from `where` on, in which `r` is the recommendation, `$1` the person, `$2` today. */
  async of(person: string | undefined, which: (params: unknown[]) => string): Promise<Recommendation[]> {
    const today = this.clock.today();
    const params: unknown[] = [person ?? null, today];
    const whichSql = which(params);
    const rows = await this.db.query<Row>(
      `select r.id, r.version, r.case_id as "caseId", r.due_on::text as "dueOn", r.state, r.content_sealed, ${isDoerSql} as doer, ${followsSql} as follows,
         exists (select 1 from inspection_case c where c.id = r.case_id and $1 = any(c.inner_ids)) as inside,
         coalesce((select p.name from person_name p where p.person_id = r.doer_id), (select n.name from node_view n where n.id = r.doer_node_id), '') as "doerName",
         (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'act', s.act,
            'byName', coalesce((select p.name from person_name p where p.person_id = s.by_id), ''), 'sealed', s.text_sealed) order by s.at, s.id), '[]')
          from recommendation_step s where s.recommendation_id = r.id) as history,
         (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'sealed', e.name_sealed) order by e.attached_at, e.id), '[]')
          from recommendation_evidence e where e.recommendation_id = r.id) as evidence
       from recommendation r ${whichSql}`,
      params,
    );
    return rows.map((row) => this.shown(row, today));
  }

  private shown({ content_sealed, doer, follows, inside, history, evidence, ...row }: Row, today: string): Recommendation {
    // What is asked of others stands in the conclusion that the subject is given; what those answered does not.
    const whole = doer || inside;
    return {
      ...row,
      content: opened(recommendationText.content, this.sealer, row.id, content_sealed),
      overdue: isOverdue(row, today),
      history: (whole ? history : []).map(({ id, sealed, ...step }) => ({ ...step, text: opened(recommendationText.step, this.sealer, id, sealed) })),
      evidence: (whole ? evidence : []).map(({ id, sealed }) => ({ id, name: opened(recommendationText.evidence, this.sealer, id, sealed) })),
      may: actsFor(row.state, { doer, follows }),
    };
  }
}
