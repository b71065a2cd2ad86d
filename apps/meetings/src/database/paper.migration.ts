import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers as they were issued. */
export class Paper1763000300000 implements MigrationInterface {
  name = 'Paper1763000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Bytes that were given out and stay what they were. An addendum makes another edition beside the first.
      create table issued_paper (
        owner_id uuid not null references meeting (id), kind text not null check (kind in ('MINUTES', 'RESOLUTION')),
        edition smallint not null, format text not null check (format in ('docx', 'pdf')),
        file_id uuid not null unique, sha256 text not null, issued_at timestamptz not null,
        primary key (owner_id, kind, edition, format)
      );

      -- Notices and minutes in organization's register; a resolution carries its own.
      create table paper_number (
        document_id uuid primary key, meeting_id uuid not null references meeting (id), kind text not null check (kind in ('NOTICE', 'MINUTES')),
        asked_at timestamptz not null, printed text
      );
      create index paper_number_meeting on paper_number (meeting_id, kind, document_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_number, issued_paper');
  }
}
