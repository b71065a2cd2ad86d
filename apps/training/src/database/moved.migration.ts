import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has taken goes along when they move: their cell now reads it, whichever cell had named them. Only who held it writes. */
export class Moved1764601220000 implements MigrationInterface {
  name = 'Moved1764601220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy moved on class_enrollment for select using (state in ('ATTENDING', 'PASSED', 'FAILED', 'CERTIFIED') and ${nowHere('class_enrollment')});
      create policy moved on certificate for select using (${nowHere('certificate')});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy moved on certificate; drop policy moved on class_enrollment');
  }
}

/** The roster has a policy of its own. */
const nowHere = (table: string): string =>
  `exists (select from roster_enrollment r where r.person_id = ${table}.person_id and r.kind = 'OFFICIAL' and r.valid_to is null offset 0)`;
