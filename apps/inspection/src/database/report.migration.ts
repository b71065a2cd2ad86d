import { nodeReached } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One measure: what is counted, on which day, by which code, and which people stand on its list. */
const countedSql = (measure: string, of: { node: string; day: string; code: string; subject: string; list: string }, fromSql: string): string => `
  select ${of.node} as node_id, ${of.day} as on_day, '${measure}' as measure, ${of.code}::text as code, ${of.subject} as subject,
    ${of.list} @> array[asker] as mine
  from ${fromSql} and ${of.day} >= from_day and ${of.day} <= to_day`;

const aCase = { node: 'c.node_id', day: 'c.opened_on', code: 'c.kind', subject: 'c.subject', list: 'c.listed_ids' };
const discipline = {
  node: 'd.node_id',
  day: 'd.decided_on',
  code: 'd.form',
  subject: `case when d.subject = 'ORGANIZATION' then 'ORGANIZATION' else 'MEMBER' end`,
  list: 'd.readers',
};
const DECIDED = `d.state in ('DECIDED', 'IN_EFFECT', 'ENDED')`;

/** What is counted of cases that few may read. */
export class Report1764500000000 implements MigrationInterface {
  name = 'Report1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many there were at each organization at and below one, by quarter: n, and how many of these whoever asks may read. Counts only,
      -- so that nobody need reach the cases themselves; none unless the organization is in reach.
      create function inspection_counts(root uuid, from_day date, to_day date, today date, asker uuid)
        returns table (node_id uuid, quarter integer, measure text, code text, subject text, n integer, mine integer) language plpgsql as $$
      declare reached text := coalesce(current_setting('reach.everything', true), '');
      begin
        if not ${nodeReached('root')} then return; end if;
        perform set_config('reach.everything', 'system', true);
        return query
          with counted as (
            ${countedSql('CASE_OPENED', aCase, 'inspection_case c where true')}
            union all ${countedSql('CASE_CONCLUDED', { ...aCase, day: 'c.concluded_on' }, 'inspection_case c where true')}
            union all ${countedSql(
              'CASE_WITH_VIOLATION',
              { ...aCase, day: 'c.concluded_on' },
              `inspection_case c where exists (select from case_finding f where f.case_id = c.id and f.kind = 'VIOLATION' and f.withdrawn_at is null)`,
            )}
            union all ${countedSql(
              'RECOMMENDATION',
              {
                node: 'r.node_id',
                day: 'r.due_on',
                subject: 'null::text',
                list: 'c.listed_ids',
                code: `case when r.state = 'CLOSED' then 'CLOSED' when r.due_on < today then 'OVERDUE' else 'OPEN' end`,
              },
              'recommendation r join inspection_case c on c.id = r.case_id where true',
            )}
            union all ${countedSql('DISCIPLINE_BY_FORM', discipline, `discipline_case d where ${DECIDED}`)}
            union all ${countedSql(
              'DISCIPLINE_BY_POST',
              {
                ...discipline,
                subject: 'null::text',
                code: `coalesce((select s.post from body_view b join seat_view s on s.body_id = b.id
                  where s.person_id = d.person_id and s.valid_from <= d.decided_on and (s.valid_to is null or s.valid_to > d.decided_on)
                  order by array_position(array['SECRETARY', 'STANDING_DEPUTY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER'], s.post) limit 1), 'NONE')`,
              },
              `discipline_case d where d.person_id is not null and ${DECIDED}`,
            )}
            union all ${countedSql(
              'DISCIPLINE_BY_CONTENT',
              { ...discipline, code: 'k.content', subject: 'null::text' },
              `discipline_case d cross join unnest(d.contents) as k(content) where ${DECIDED}`,
            )}
            union all ${countedSql(
              'SUSPENSION',
              { node: 'd.node_id', day: 's.from_on', code: `'ALL'`, subject: 'null::text', list: 'd.readers' },
              'suspension s join discipline_case d on d.id = s.case_id where true',
            )}
            union all ${countedSql(
              'APPEAL',
              { node: 'a.node_id', day: 'a.on_day', code: 'coalesce(a.outcome, a.state)', subject: 'null::text', list: 'd.readers' },
              'appeal a join discipline_case d on d.id = a.case_id where true',
            )}
            union all ${countedSql(
              'DENUNCIATION',
              { node: 'e.node_id', day: 'e.received_on', code: 'e.state', subject: 'null::text', list: 'e.readers' },
              'denunciation e where true',
            )}
            union all ${countedSql(
              'DENUNCIATION_ITEM',
              { node: 'e.node_id', day: 'e.settled_on', code: 'i.result', subject: 'null::text', list: 'e.readers' },
              `denunciation e join denunciation_item i on i.denunciation_id = e.id where i.result is not null`,
            )}
          )
          select k.node_id, extract(quarter from k.on_day)::integer, k.measure, k.code, k.subject, count(*)::integer,
            (count(*) filter (where k.mine))::integer
          from counted k join tree_now t on t.descendant = k.node_id and t.ancestor = root
          group by 1, 2, 3, 4, 5;
        perform set_config('reach.everything', reached, true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function inspection_counts(uuid, date, date, date, uuid)');
  }
}
