import { nodeReached, personReached, reachedWhere } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What only few rows ever ask moves out of the policies into functions: a policy stands in the plan of every statement, once for each
 * mention of its table, and is set up each time the statement runs, asked or not. The conditions stay what they were.
 */
export class PlainPolicies1763000900000 implements MigrationInterface {
  name = 'PlainPolicies1763000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A meeting of a body to which the person belongs: by the cell, by a seat, or because they follow it for the committee above.
      create function meeting_is_own(of_node uuid, of_body uuid) returns boolean language sql stable as $$
        select ${personReached(`any (
          select e.person_id from roster_enrollment e where e.node_id = of_node
          union all select s.person_id from seat_view s where s.body_id = of_body
          union all select f.person_id from follower_view f where f.body_id = of_body)`)}
      $$;
      -- Of a suspension those know who know the member: by the cell, or by a seat in a committee whose roll they draw up.
      create function suspension_is_known(of_person uuid) returns boolean language sql stable as $$
        select exists (select from roster_enrollment e where e.person_id = of_person)
          or exists (select from seat_view v join body_view b on b.id = v.body_id where v.person_id = of_person and ${nodeReached('b.node_id')})
      $$;
    `);
    const ownMeeting = `(current_setting('reach.person', true) <> '' and meeting_is_own(node_id, body_id))`;
    const meeting = `${nodeReached('node_id')} or ${ownMeeting}`;
    await runner.query(`
      alter policy reach on meeting using (${meeting}) with check (${meeting});
      alter policy reach on roster_suspension using (${reachedWhere('suspension_is_known(person_id)')});
    `);
  }

  async down(): Promise<void> {}
}
