import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { needsBelow, statedNeeds, trainingNeeds, type CourseNeed, type NodeNeed, type StatedNeed } from '@vungmanh/contracts/training/need';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

/** What is needed in a year, gathered from duties and from what organizations have asked for: counts, nobody's name. */
@Injectable()
export class NeedQueries {
  constructor(private readonly db: Db) {}

  @Rpc(trainingNeeds)
  async needs({ input, scope }: Call<typeof trainingNeeds>): Promise<OutputOf<typeof trainingNeeds>> {
    const params: unknown[] = [input.nodeId, `${input.year}-12-31`, input.year];
    const insideSql = scope.within('t.descendant', params);
    const items = await this.db.query<CourseNeed>(
      `with below as materialized (select t.descendant as id from tree_now t where t.ancestor = $1 and ${insideSql}),
       duties as (select f.course_id, sum(f.open) as n from duty_figure f join below b on b.id = f.node_id where f.day <= $2::date group by f.course_id),
       asked as (select r.course_id, sum(r.places) as n from training_need r join below b on b.id = r.node_id where r.year = $3 group by r.course_id),
       planned as (select c.course_id, sum(c.places) as n from planned_course c join training_plan p on p.id = c.plan_id
         join below b on b.id = p.node_id where p.node_id = $1 and p.year = $3 and c.state = 'PLANNED' group by c.course_id)
       select c.id as "courseId", c.label as "courseLabel", coalesce(d.n, 0)::int as "fromDuties", coalesce(a.n, 0)::int as asked, coalesce(l.n, 0)::int as planned
       from course_type c left join duties d on d.course_id = c.id left join asked a on a.course_id = c.id left join planned l on l.course_id = c.id
       where coalesce(d.n, 0) + coalesce(a.n, 0) + coalesce(l.n, 0) > 0 order by c.position`,
      params,
    );
    return { items };
  }

  @Rpc(needsBelow)
  async below({ input, scope }: Call<typeof needsBelow>): Promise<OutputOf<typeof needsBelow>> {
    const params: unknown[] = [input.nodeId, `${input.year}-12-31`, input.year, input.courseId];
    const insideSql = scope.within('t.descendant', params);
    const items = await this.db.query<NodeNeed>(
      `with top as materialized (select n.id, n.name, n.code from tree_now t join node_view n on n.id = t.descendant
         where t.ancestor = $1 and t.depth = 1 and n.status = 'ACTIVE' and ${insideSql}),
       duties as (select o.id, sum(f.open) as n from top o join tree_now d on d.ancestor = o.id join duty_figure f on f.node_id = d.descendant
         where f.day <= $2::date and f.course_id = $4 group by o.id),
       asked as (select o.id, sum(r.places) as n from top o join tree_now d on d.ancestor = o.id join training_need r on r.node_id = d.descendant
         where r.year = $3 and r.course_id = $4 group by o.id)
       select o.id as "nodeId", o.name, o.code, coalesce(d.n, 0)::int as "fromDuties", coalesce(a.n, 0)::int as asked
       from top o left join duties d on d.id = o.id left join asked a on a.id = o.id order by o.code, o.id`,
      params,
    );
    return { items };
  }

  @Rpc(statedNeeds)
  async stated({ input, scope }: Call<typeof statedNeeds>): Promise<OutputOf<typeof statedNeeds>> {
    const params: unknown[] = [input.nodeId, input.year];
    const insideSql = scope.within('r.node_id', params);
    const items = await this.db.query<StatedNeed>(
      `select r.course_id as "courseId", c.label as "courseLabel", r.places from training_need r join course_type c on c.id = r.course_id
       where r.node_id = $1 and r.year = $2 and ${insideSql} order by c.position`,
      params,
    );
    return { items };
  }
}
