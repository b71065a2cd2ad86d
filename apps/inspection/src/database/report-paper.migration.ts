import { nodeReached, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports as papers: what people write about the figures, and the figures as they stood when it was issued. */
export class ReportPaper1764600000000 implements MigrationInterface {
  name = 'ReportPaper1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inspection_report (
        id uuid primary key, version integer not null, node_id uuid not null, actor text not null, period text not null,
        state text not null check (state in ('DRAFT', 'ISSUED')), remarks_sealed text not null, figures jsonb, issued_on date,
        document_id uuid not null unique, number text,
        constraint inspection_report_once unique (node_id, actor, period), check ((state = 'ISSUED') = (figures is not null and issued_on is not null))
      );
      create table issued_report_paper (
        owner_id uuid not null references inspection_report (id), kind text not null, edition smallint not null,
        format text not null check (format in ('docx', 'pdf')), file_id uuid not null unique, sha256 text not null, issued_at timestamptz not null,
        primary key (owner_id, kind, edition, format)
      );
      ${securedSql('inspection_report', nodeReached('node_id'))}
      ${securedSql('issued_report_paper', 'exists (select from inspection_report r where r.id = issued_report_paper.owner_id offset 0)', 'true')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table issued_report_paper, inspection_report');
  }
}
