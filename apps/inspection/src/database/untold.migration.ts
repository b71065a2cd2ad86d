import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A denunciation that is settled while the member who is denounced was not told says why. */
export class Untold1764601300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table denunciation_note drop constraint denunciation_note_kind_check,
        add constraint denunciation_note_kind_check check (kind in ('CLASSIFICATION', 'EXTENSION', 'EXPLANATION', 'UNTOLD', 'SETTLEMENT'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table denunciation_note drop constraint denunciation_note_kind_check,
        add constraint denunciation_note_kind_check check (kind in ('CLASSIFICATION', 'EXTENSION', 'EXPLANATION', 'SETTLEMENT'));
    `);
  }
}
