import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has been migrated is the owner's to say: the application's role, which may write every other table, only reads it. */
export class Roles1760000300000 implements MigrationInterface {
  name = 'Roles1760000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare one record;
      begin
        for one in select distinct grantee from information_schema.role_table_grants
          where table_schema = current_schema() and table_name = 'migration' and grantee not in (current_user, 'PUBLIC')
        loop
          execute format('revoke insert, update, delete, truncate on migration from %I', one.grantee);
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {}
}
