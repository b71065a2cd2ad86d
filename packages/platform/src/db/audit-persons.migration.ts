import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Most rows of the audit name nobody: they stay out of the index by person, whose upkeep is the dearest of the table. */
export class AuditPersons1760000500000 implements MigrationInterface {
  name = 'AuditPersons1760000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_persons;
      create index audit_persons on audit using gin (persons) where persons <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_persons; create index audit_persons on audit using gin (persons)');
  }
}
