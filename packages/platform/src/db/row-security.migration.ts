import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nodeReached, openSql, personReached, securedSql } from './row-security.js';

/** Behind every statement: which rows of the platform's tables a piece of work may touch, and why the others have no such policy. */
export class RowSecurity1760000400000 implements MigrationInterface {
  name = 'RowSecurity1760000400000';

  async up(runner: QueryRunner): Promise<void> {
    const ofThemselves = personReached('any (persons)');
    await runner.query(`
      ${securedSql('audit', `${nodeReached('node_id')} or ${ofThemselves}`, 'true')}
      ${openSql('what the policies themselves ask', ['tree_now', 'node_view'])}
      ${openSql('what everybody lives by', ['rule_view'])}
      ${openSql('what the guard asks before there is a reach', ['grant_view'])}
      ${openSql('found by the actor, the operation and the key at once', ['idempotency'])}
      ${openSql('ids, digests and marks of the platform, never read for a person', [
        'outbox',
        'inbox',
        'dead_letter',
        'projection',
        'projection_page',
        'stream_mark',
        'audit_open',
        'audit_seal',
      ])}
      ${openSql('a job answers to whoever asked for it alone', ['job'])}
    `);
  }

  async down(): Promise<void> {}
}
