import { nodeReached } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countedSql } from '../report/counted-sql.js';

/** What is counted of cases that few may read. */
export class Report1764500000000 implements MigrationInterface {
  name = 'Report1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many there were at each organization at and below one, by quarter: n, and how many of these whoever asks may read. Counts only,
      -- so that nobody need reach the cases themselves; none unless the organization is in reach.
      create function inspection_counts(root uuid, from_day date, to_day date, today date, asker uuid)
        returns table (node_id uuid, year integer, quarter integer, measure text, code text, subject text, n integer, mine integer)
        language plpgsql as $$
      declare reached text := coalesce(current_setting('reach.everything', true), '');
      begin
        if not ${nodeReached('root')} then return; end if;
        perform set_config('reach.everything', 'system', true);
        return query
          with counted as (${countedSql({ from: 'from_day', to: 'to_day', today: 'today', asker: 'asker' })})
          select k.node_id, extract(year from k.on_day)::integer, extract(quarter from k.on_day)::integer, k.measure, k.code, k.subject,
            count(*)::integer, (count(*) filter (where k.mine))::integer
          from counted k join tree_now t on t.descendant = k.node_id and t.ancestor = root
          group by 1, 2, 3, 4, 5, 6;
        perform set_config('reach.everything', reached, true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function inspection_counts(uuid, date, date, date, uuid)');
  }
}
