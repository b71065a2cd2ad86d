import { nodeReached, openSql, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody on the list of a check. */
const onList = (column: string): string =>
  `exists (select from meeting_check_access a where a.check_id = ${column} and a.until is null and ${personReached('a.person_id')} offset 0)`;

/** Of a check that is led from an organization in reach, whether or not what lies below that is too. */
const checking = (column: string): string => reachedThrough('meeting_check c', `c.id = ${column} and ${nodeReached('c.node_id')}`);

/** A cell to which the notice of a check was sent: for whoever answers for it, and for its members. */
const told = (column: string): string => `exists (select from meeting_check_told t where t.check_id = ${column} and (${nodeReached('t.node_id')}
  or exists (select from roster_enrollment e where e.node_id = t.node_id and ${personReached('e.person_id')})) offset 0)`;

/** The six-monthly check of cells' meetings: a line for each cell, what was found, whom its notice reached. */
export class MeetingCheck1764400000000 implements MigrationInterface {
  name = 'MeetingCheck1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_check (
        id uuid primary key, version integer not null, node_id uuid not null,
        half text not null check (half ~ '^\\d{4}-H[12]$'),
        state text not null check (state in ('DRAFT', 'UNDER_WAY', 'CONCLUDED', 'PUBLISHED', 'CANCELLED')),
        planned_end date not null, opened_by text not null, opened_at timestamptz not null,
        counted_at timestamptz, readable_until date, notice_sealed text, counts jsonb, unchecked_because text, cancelled_because text,
        concluded_at timestamptz, published_at timestamptz, document_id uuid not null unique, number text
      );
      -- One that was called off makes room for another.
      create unique index meeting_check_once on meeting_check (node_id, half) where state <> 'CANCELLED';

      -- Who reads what a check records. Being on it is all that counts: no right at any organization opens it.
      create table meeting_check_access (
        check_id uuid not null references meeting_check (id), person_id uuid not null, part text not null check (part in ('LEADER', 'MEMBER')),
        since timestamptz not null, until timestamptz, by text not null, has_account boolean, primary key (check_id, person_id)
      );
      -- Never changed, only added to.
      create table meeting_check_change (
        check_id uuid not null references meeting_check (id), at timestamptz not null, by_id uuid, planned_end date not null, added_ids uuid[] not null,
        removed_ids uuid[] not null, reason_sealed text not null, id uuid primary key
      );
      create index meeting_check_change_of on meeting_check_change (check_id, id);
      create index meeting_check_access_person on meeting_check_access (person_id);

      create table check_cell (
        id uuid primary key, version integer not null, check_id uuid not null references meeting_check (id), node_id uuid not null,
        place text collate "C" not null, figures jsonb, meetings jsonb not null, samples jsonb not null,
        record_sealed text, recorded_at timestamptz, heard_on date, attended_on date,
        constraint check_cell_once unique (check_id, node_id)
      );
      create index check_cell_place on check_cell (check_id, place, id);

      create table check_finding (
        id uuid primary key, version integer not null, check_id uuid not null references meeting_check (id), node_id uuid not null,
        kind text not null check (kind in ('STRENGTH', 'SHORTCOMING')), text_sealed text not null, proposal_sealed text, due date,
        state text not null check (state in ('OPEN', 'DONE')), found_at timestamptz not null, dropped_at timestamptz, settled_at timestamptz
      );
      create index check_finding_check on check_finding (check_id, node_id);
      create index check_finding_node on check_finding (node_id, id);

      -- The cells that a published notice was sent to, and whether they were looked at.
      create table meeting_check_told (
        check_id uuid not null references meeting_check (id), node_id uuid not null, checked boolean not null, primary key (check_id, node_id)
      );
      create index meeting_check_told_node on meeting_check_told (node_id);

      ${securedSql('meeting_check', `${nodeReached('node_id')} or ${onList('meeting_check.id')} or ${told('meeting_check.id')}`, nodeReached('node_id'))}
      ${securedSql('meeting_check_change', `${onList('meeting_check_change.check_id')} or ${checking('meeting_check_change.check_id')}`, 'true')}
      ${['check_cell', 'check_finding'].map((table) => securedSql(table, `${nodeReached('node_id')} or ${onList(`${table}.check_id`)} or ${checking(`${table}.check_id`)}`)).join('\n')}
      ${openSql('which people are on the list of a check: ids; nothing of what it records', ['meeting_check_access'])}
      ${openSql('which cells a published notice was sent to: ids', ['meeting_check_told'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_check_told, check_finding, check_cell, meeting_check_change, meeting_check_access, meeting_check');
  }
}
