import { nodeReached, openSql, personReached, reachedThrough, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_THE_ORGANIZATION = `${nodeReached('node_id')} or ${personReached('person_id')}`;
/** All periods of who is in reach, also those elsewhere: what a person is today follows from all of them. */
const OF_THE_RECORD = `${OF_THE_ORGANIZATION} or exists (select from member_now n where n.person_id = enrollment.person_id offset 0)`;
/** Whoever may see that a person is or was enrolled may see their facts. A new person is written before their enrollment is. */
const ofAnEnrolled = (table: string, column: string): string =>
  securedSql(table, reachedThrough('enrollment e', `e.person_id = ${table}.${column}`), 'true');

/** Behind every statement: rows of the register are there for whom the organization, or the record, is in reach. */
export class RowSecurity1762000000002 implements MigrationInterface {
  name = 'RowSecurity1762000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${securedSql('member_now', OF_THE_ORGANIZATION)}
      ${securedSql('enrollment', OF_THE_RECORD)}
      ${ofAnEnrolled('person', 'id')}
      ${['member_status', 'exemption', 'working_away'].map((table) => ofAnEnrolled(table, 'person_id')).join('\n')}
      ${['import_batch', 'import_row', 'import_verdict'].map((table) => securedSql(table, SYSTEM_ONLY)).join('\n')}
      ${openSql('a count', ['register_turn'])}
    `);
  }

  async down(): Promise<void> {}
}
