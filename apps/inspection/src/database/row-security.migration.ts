import { nodeReached, openSql, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofItsPeople = (table: string): string => securedSql(table, `${nodeReached('node_id')} or ${personReached('person_id')}`);

/** Behind every statement: what is kept of people and planned about them is there for whom its organization, or their own record, is in reach. */
export class RowSecurity1764000100000 implements MigrationInterface {
  name = 'RowSecurity1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${ofItsPeople('roster_line')}
      ${ofItsPeople('roster_enrollment')}
      ${['roster_status', 'roster_exemption', 'roster_away', 'roster_managed']
        .map((table) => securedSql(table, reachedThrough('roster_enrollment e', `e.person_id = ${table}.person_id`), 'true'))
        .join('\n')}
      -- That there is a program is no secret once it is approved: its subjects read of it, and other bodies plan around it.
      ${securedSql('program', `${nodeReached('node_id')} or state <> 'DRAFT'`, nodeReached('node_id'))}
      ${securedSql(
        'plan_line',
        `${nodeReached('actor_node_id')} or ${nodeReached('node_id')} or ${personReached('subject_id')}`,
        nodeReached('actor_node_id'),
      )}
      ${['sensitive_mark', 'plan_amendment'].map((table) => securedSql(table, reachedThrough('program p', `p.id = ${table}.program_id and ${nodeReached('p.node_id')}`), 'true')).join('\n')}
      ${securedSql('node_quarter', nodeReached('node_id'))}
      ${openSql('names of bodies and who sits in them, as every notice prints them', ['body_view', 'seat_view'])}
      ${openSql('names, asked for by id for what has been found in reach', ['person_name'])}
    `);
  }

  async down(): Promise<void> {}
}
