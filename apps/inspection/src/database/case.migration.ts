import { nodeReached, personReached, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ON_LIST = `${SYSTEM_ONLY} or ${personReached('any (listed_ids)')}`;
/** True where the case itself is there for whoever asks. */
const OF_CASE = (table: string): string => `exists (select from inspection_case c where c.id = ${table}.case_id offset 0)`;
/** The same for whoever is on its list other than as its subject. */
const INSIDE = (table: string): string =>
  `exists (select from inspection_case c where c.id = ${table}.case_id and (${SYSTEM_ONLY} or ${personReached('any (c.inner_ids)')}) offset 0)`;
const CONCLUDED = `exists (select from inspection_case c where c.id = case_finding.case_id and c.concluded_on is not null offset 0)`;
const OF_RECOMMENDATION = (table: string): string => `exists (select from recommendation r where r.id = ${table}.recommendation_id offset 0)`;
const SITS_FOR_DOER = `exists (select from body_view b join seat_view s on s.body_id = b.id
  where b.node_id = doer_node_id and ${personReached('s.person_id')} and s.valid_to is null offset 0)`;

/**
 * Cases with everything in them, and what became of their conclusions. Who may know of a case stands on the case itself: its list
 * beats the tree, upward too, and figures alone belong to organizations.
 */
export class Case1764100000000 implements MigrationInterface {
  name = 'Case1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inspection_case (
        id uuid primary key, version integer not null, node_id uuid not null,
        actor text not null check (actor in ('CELL', 'SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION',
          'ADVISORY_ORGAN')),
        kind text not null check (kind in ('COMPLIANCE_INSPECTION', 'THEMATIC_INSPECTION', 'SUSPECTED_VIOLATION_INSPECTION', 'REGULAR_SUPERVISION',
          'THEMATIC_SUPERVISION')),
        subject text not null check (subject in ('MEMBER', 'ORGANIZATION')), subject_id uuid not null, plan_line_id uuid, from_report_id uuid,
        period_from date not null, period_to date not null, leader_id uuid, team_ids uuid[] not null,
        state text not null check (state in ('PLANNED', 'DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED', 'CONCLUDED',
          'FOLLOW_UP', 'FILED', 'ESCALATED', 'TERMINATED')),
        opened_on date not null, decided_on date, announce_by date, announced_on date, work_from date, work_to date, due_on date, self_report_by date,
        decided_ids uuid[] not null, reported_at timestamptz, concluded_on date, last_on date not null, extended integer not null,
        escalated_to text check (escalated_to in ('SUSPECTED_VIOLATION', 'DISCIPLINE', 'AUTHORITY')),
        content_sealed text not null, plan_sealed text, minutes_sealed text, report_sealed text, conclusion_sealed text,
        listed_ids uuid[] not null, inner_ids uuid[] not null
      );
      -- What a plan says once is carried out once; one that was stopped may be begun anew.
      create unique index inspection_case_line on inspection_case (plan_line_id) where state <> 'TERMINATED';
      create unique index inspection_case_report on inspection_case (from_report_id) where state <> 'TERMINATED';
      create index inspection_case_listed on inspection_case using gin (listed_ids);

      create table case_access (
        id uuid primary key, case_id uuid not null references inspection_case (id), person_id uuid not null,
        part text not null check (part in ('LEADER', 'TEAM', 'DECIDER', 'SUBJECT', 'READER')),
        since timestamptz not null, until timestamptz, by_id uuid not null, reason_sealed text not null
      );
      create unique index case_access_once on case_access (case_id, person_id, part) where until is null;
      create index case_access_person on case_access (person_id) where until is null;

      -- The course of a case: never changed, only added to.
      create table case_step (
        id uuid primary key, case_id uuid not null references inspection_case (id), at timestamptz not null, kind text not null, on_day date,
        by_id uuid not null, note_sealed text, deviations jsonb not null
      );
      create index case_step_case on case_step (case_id, at);

      create table case_note (
        id uuid primary key, case_id uuid not null references inspection_case (id), at timestamptz not null, by_id uuid not null, text_sealed text not null
      );
      create index case_note_case on case_note (case_id, at);

      create table case_finding (
        id uuid primary key, case_id uuid not null references inspection_case (id), kind text not null check (kind in ('STRENGTH', 'SHORTCOMING', 'VIOLATION')),
        at timestamptz not null, by_id uuid not null, text_sealed text not null, withdrawn_at timestamptz
      );
      create index case_finding_case on case_finding (case_id, at);

      create table case_statement (
        id uuid primary key, case_id uuid not null references inspection_case (id), at timestamptz not null, by_id uuid not null,
        kind text not null check (kind in ('EXPLANATION', 'RESERVATION')), text_sealed text not null
      );
      create index case_statement_case on case_statement (case_id, at);

      create table case_document (
        id uuid primary key, case_id uuid not null references inspection_case (id), kind text not null check (kind in ('SELF_REPORT', 'EVIDENCE')),
        finding_id uuid, file_id uuid not null unique, name_sealed text not null, type text not null, bytes integer not null, attached_at timestamptz not null,
        by_id uuid not null
      );
      create index case_document_case on case_document (case_id, attached_at);

      create table case_paper (
        document_id uuid primary key, case_id uuid not null references inspection_case (id),
        kind text not null check (kind in ('DECISION', 'PLAN', 'MINUTES', 'REPORT', 'CONCLUSION')), dated_on date not null, by_id uuid not null,
        registered boolean not null, printed text, constraint case_paper_once unique (case_id, kind)
      );
      create table issued_case_paper (
        owner_id uuid not null references inspection_case (id), kind text not null, edition smallint not null,
        format text not null check (format in ('docx', 'pdf')), file_id uuid not null unique, sha256 text not null, issued_at timestamptz not null,
        primary key (owner_id, kind, edition, format)
      );

      create table recommendation (
        id uuid primary key, version integer not null, case_id uuid not null references inspection_case (id), node_id uuid not null,
        doer_id uuid, doer_node_id uuid, asked_due_on date not null, due_on date not null, state text not null check (state in ('OPEN', 'REPORTED', 'REOPENED', 'CLOSED')),
        content_sealed text not null, check (num_nonnulls(doer_id, doer_node_id) = 1)
      );
      create index recommendation_case on recommendation (case_id);
      create index recommendation_doer on recommendation (doer_id, due_on);
      create index recommendation_doer_node on recommendation (doer_node_id, due_on);
      create table recommendation_step (
        id uuid primary key, recommendation_id uuid not null references recommendation (id), at timestamptz not null,
        act text not null check (act in ('report', 'recheck', 'extend')), by_id uuid not null, text_sealed text not null
      );
      create index recommendation_step_of on recommendation_step (recommendation_id, at);
      create table recommendation_evidence (
        id uuid primary key, recommendation_id uuid not null references recommendation (id), file_id uuid not null unique, name_sealed text not null,
        type text not null, bytes integer not null, attached_at timestamptz not null
      );
      create index recommendation_evidence_of on recommendation_evidence (recommendation_id, attached_at);
      -- What superiors may count of it.
      create table recommendation_due (
        recommendation_id uuid primary key references recommendation (id), node_id uuid not null, due_on date not null, owed boolean not null
      );
      create index recommendation_due_owed on recommendation_due (due_on) where owed;
      create index recommendation_due_node on recommendation_due (node_id) where owed;

      create table written_report (
        id uuid primary key, version integer not null, node_id uuid not null, actor text not null, to_node_id uuid not null, kind text not null,
        subject text not null check (subject in ('MEMBER', 'ORGANIZATION')), subject_id uuid not null, from_case_id uuid unique references inspection_case (id),
        dated_on date not null, at timestamptz not null, by_id uuid not null, state text not null check (state in ('SENT', 'RECEIVED', 'TAKEN_UP', 'ANSWERED')),
        received_at timestamptz, received_by_id uuid, text_sealed text not null, answer_sealed text, listed_ids uuid[] not null, receiver_ids uuid[] not null
      );
      create index written_report_listed on written_report using gin (listed_ids);

      ${securedSql('inspection_case', ON_LIST, 'true')}
      ${['case_access', 'case_step', 'case_note'].map((table) => securedSql(table, INSIDE(table), 'true')).join('\n')}
      -- What was found is in the conclusion that the subject is given.
      ${securedSql('case_finding', `${INSIDE('case_finding')} or (withdrawn_at is null and ${CONCLUDED})`, 'true')}
      ${['case_statement', 'case_document', 'case_paper'].map((table) => securedSql(table, OF_CASE(table), 'true')).join('\n')}
      ${securedSql('issued_case_paper', 'exists (select from inspection_case c where c.id = issued_case_paper.owner_id offset 0)', 'true')}
      ${securedSql('recommendation', `${SYSTEM_ONLY} or ${personReached('doer_id')} or ${SITS_FOR_DOER} or ${OF_CASE('recommendation')}`, 'true')}
      ${['recommendation_step', 'recommendation_evidence'].map((table) => securedSql(table, OF_RECOMMENDATION(table), 'true')).join('\n')}
      ${securedSql('recommendation_due', `${nodeReached('node_id')} or ${OF_RECOMMENDATION('recommendation_due')}`, 'true')}
      ${securedSql('written_report', ON_LIST, 'true')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table written_report, recommendation_due, recommendation_evidence, recommendation_step, recommendation, issued_case_paper,
        case_paper, case_document, case_statement, case_finding, case_note, case_step, case_access, inspection_case
    `);
  }
}
