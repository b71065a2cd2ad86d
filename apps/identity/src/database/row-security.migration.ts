import { nodeReached, openSql, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Behind every statement: who may do what somewhere is there for whom that organization is in reach. */
export class RowSecurity1761000400000 implements MigrationInterface {
  name = 'RowSecurity1761000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${securedSql('grant_proposal', nodeReached('node_id'))}
      ${openSql('who may manage an account is decided by all its grants: one that was hidden would widen it', ['account_grant'])}
      ${openSql('which checks have ended: ids', ['grant_source'])}
      ${openSql('an account stands at no organization; what it may do is a grant', ['account'])}
      ${openSql('found by the account that signs in, or by a digest; what is secret is sealed', [
        'totp_factor',
        'one_time_code',
        'invitation',
        'recovery_notice',
        'failed_sign_in',
        'oidc_key',
        'oidc_state',
      ])}
      ${openSql('the same for everybody', ['role', 'second_factor_rule', 'simulated_data'])}
    `);
  }

  async down(): Promise<void> {}
}
