import { nodeReached, openSql, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofItsBody = (table: string): string => securedSql(table, reachedThrough('body b', `b.id = ${table}.body_id and ${nodeReached('b.node_id')}`));

/** Behind every statement: what is known of a body's people and papers is there for whom its organization is in reach. */
export class RowSecurity1762000400000 implements MigrationInterface {
  name = 'RowSecurity1762000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${['term', 'seat', 'follower', 'paper_number', 'register_counter'].map(ofItsBody).join('\n')}
      ${['import_run', 'export_run'].map((table) => securedSql(table, nodeReached('node_id'))).join('\n')}
      ${securedSql('import_organization', reachedThrough('import_run r', 'r.id = import_organization.import_id'))}
      ${openSql('the tree and its names, of which every service holds a copy', ['node', 'node_parent', 'node_name', 'node_code', 'body'])}
      ${openSql('the same for everybody', ['node_type', 'sector'])}
      ${openSql('ids and versions, never read for a person', ['discipline_told'])}
      ${openSql('names, asked for by id for what has been found in reach', ['person_name'])}
    `);
  }

  async down(): Promise<void> {}
}
