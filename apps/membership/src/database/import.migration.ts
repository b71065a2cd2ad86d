import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a workbook, kept aside until they are confirmed, and what was found about each. */
export class Import1762000000001 implements MigrationInterface {
  name = 'Import1762000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- judged_at: the turn of the register for which the verdicts hold.
      create table import_batch (import_id uuid primary key, begun_at timestamptz not null, judged_at text, applied jsonb);

      -- What was read, as columns; shown is what a person sees of it again, in one line. The numbers are sealed as those of a person with the candidate's id: what that person will be when new.
      create table import_row (
        import_id uuid not null, "row" integer not null, candidate_id uuid not null,
        shown text not null, remarks jsonb not null, node_id uuid,
        name text, search_text text, sort_key text collate "C", birth_date date, sex text,
        numbers text, card_index bytea, citizen_index bytea, residence_note text,
        status text, admitted_on date, official_on date, exempt_from date, away_from date, away_place text,
        primary key (import_id, "row")
      );

      create table import_verdict (
        import_id uuid not null, "row" integer not null, state text not null, warned boolean not null, person_id uuid, remarks jsonb not null,
        primary key (import_id, "row")
      );

      -- A remark on one cell where the condition holds, as a list to be joined to others.
      create function import_remark(holds boolean, col text, kind text, says text) returns jsonb language sql stable as
        $$ select case when holds then jsonb_build_array(jsonb_build_object('column', col, 'kind', kind, 'says', says)) else '[]'::jsonb end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function import_remark; drop table import_verdict, import_row, import_batch');
  }
}
