import { personReached, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string): string => `nullif(current_setting('reach.${name}', true), '')`;

/** Whoever stands on a list of the case, and nobody by the tree: whoever reaches the root neither. */
const ON_ITS_LIST = `readers @> array[${setting('person')}::uuid]`;
/** Proposed to an organization at which a grant itself stands, until it has decided. */
const PROPOSED_HERE = `(state = 'PROPOSED' and (proposed_to_node_id = any (${setting('trees')}::uuid[]) or proposed_to_node_id = any (${setting('nodes')}::uuid[])
  or (${setting('everything')} = 'province' and exists (select from node_view n where n.id = proposed_to_node_id and n.parent_id is null))))`;
/** An appeal waits at an organization at which a grant itself stands, until it is settled. */
const APPEALED_HERE = `(appeal_node_id is not null and (appeal_node_id = any (${setting('trees')}::uuid[]) or appeal_node_id = any (${setting('nodes')}::uuid[])
  or (${setting('everything')} = 'province' and exists (select from node_view n where n.id = appeal_node_id and n.parent_id is null))))`;
/** What belongs to a case is there for whom the case is. */
const ofACase = (table: string): string => `(${SYSTEM_ONLY} or exists (select from discipline_case c where c.id = ${table}.case_id offset 0))`;

/**
 * Discipline of members and organizations. A case is in reach of nobody by the tree, upward neither: only of who stands in its `readers`,
 * which are the people of its lists.
 */
export class Discipline1764200000000 implements MigrationInterface {
  name = 'Discipline1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discipline_case (
        id uuid primary key, version integer not null, node_id uuid not null, actor text not null, readers uuid[] not null,
        subject text not null check (subject in ('OFFICIAL_MEMBER', 'PROBATIONARY_MEMBER', 'ORGANIZATION')),
        person_id uuid check ((person_id is null) = (subject = 'ORGANIZATION')), subject_node_id uuid not null,
        managed_by_higher_level boolean not null, assigned_by_superior boolean not null,
        gravity text not null, contents text[] not null, violation_sealed text not null,
        committed_on date not null, found_on date not null, violation_of_day smallint not null,
        source_kind text, source_case_id uuid, source_on date,
        state text not null check (state in ('OPENED', 'HEARD', 'VOTED', 'PROPOSED', 'DECIDED', 'IN_EFFECT', 'DEFERRED', 'ENDED', 'ANNULLED', 'DISMISSED')),
        opened_on date not null,
        hearing text check (hearing in ('MET', 'DID_NOT_COME', 'NOT_HELD')), heard_on date, heard_by uuid,
        deferral_reason text, deferred_until date,
        vote jsonb,
        proposed_to_node_id uuid, proposed_to_actor text, proposed_on date,
        form text check (form in ('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION', 'DISBANDMENT')),
        -- As decided; form is the one that counts, another one after an appeal.
        decided_form text, dismissed_from uuid[] not null default '{}', decided_on date, effective_on date, written_on date, signer_id uuid, delivery text, delivered_on date, ended_on date,
        -- What others decided for the same violation: kind, day, day on which it was told of.
        following jsonb not null default '[]',
        -- Where an appeal waits or is being settled.
        appeal_node_id uuid
      );
      create index discipline_case_readers on discipline_case using gin (readers);
      create index discipline_case_appealed on discipline_case (appeal_node_id) where appeal_node_id is not null;
      create index discipline_case_proposed on discipline_case (proposed_to_node_id, proposed_on) where state = 'PROPOSED';
      -- One violation is disciplined once, by whatever body: this sees the cases that are in nobody's reach here.
      create unique index discipline_once on discipline_case (coalesce(person_id, subject_node_id), committed_on, violation_of_day)
        where state in ('DECIDED', 'IN_EFFECT', 'ENDED');

      create table discipline_access (
        case_id uuid not null references discipline_case (id), person_id uuid not null,
        part text not null check (part in ('HANDLER', 'VOTER_RECORDER', 'DECIDER', 'APPEAL_JUDGE', 'SUBJECT', 'READER')),
        since timestamptz not null, until timestamptz, by_id uuid not null
      );
      create unique index discipline_access_once on discipline_access (case_id, person_id, part) where until is null;

      create table discipline_note (
        id uuid primary key, case_id uuid not null references discipline_case (id),
        kind text not null check (kind in ('HEARING', 'EXPLANATION', 'DEFERRAL', 'DISMISSAL', 'ENDING', 'APPEAL', 'APPEAL_ANSWER')),
        at timestamptz not null, by_id uuid not null, text_sealed text not null
      );
      create index discipline_note_case on discipline_note (case_id, id);

      -- Each paper with its number. It is of the case, of one appeal or of one suspension; another edition stands in the place of the one before.
      create table discipline_paper (
        document_id uuid primary key, case_id uuid not null references discipline_case (id),
        kind text not null check (kind in ('COUNT', 'DECISION', 'APPEAL_NOTICE', 'APPEAL_REFUSAL', 'APPEAL_DECISION', 'SUSPENSION', 'SUSPENSION_EXTENSION', 'SUSPENSION_END')),
        about_id uuid not null, edition smallint not null,
        node_id uuid not null, actor text not null, dated date not null, printed text,
        -- What it says, fixed with its number.
        content_sealed text,
        constraint discipline_paper_once unique (about_id, kind, edition)
      );
      create index discipline_paper_case on discipline_paper (case_id);
      -- The bytes as they were issued: nothing that changes later changes them.
      create table issued_discipline_paper (
        owner_id uuid not null references discipline_paper (document_id), kind text not null, edition smallint not null,
        format text not null check (format in ('docx', 'pdf')), file_id uuid not null unique, sha256 text not null, issued_at timestamptz not null,
        primary key (owner_id, kind, edition, format)
      );

      create table appeal (
        id uuid primary key, version integer not null, case_id uuid not null references discipline_case (id), node_id uuid not null,
        at timestamptz not null, on_day date not null, state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'REFUSED', 'SETTLED')),
        accepted_on date, closed_on date, ground text, outcome text check (outcome in ('UPHELD', 'CHANGED', 'ANNULLED')), form text,
        -- The answer in the hands of whoever appeals.
        delivery text, delivered_on date
      );
      create index appeal_case on appeal (case_id, at);
      create unique index appeal_running on appeal (case_id) where state in ('SUBMITTED', 'ACCEPTED');

      create table suspension (
        id uuid primary key, version integer not null, case_id uuid not null references discipline_case (id), person_id uuid not null,
        kind text not null check (kind in ('ACTIVITIES', 'COMMITTEE')), from_on date not null, until_on date not null check (until_on >= from_on), extended boolean not null, lifted_on date
      );
      create index suspension_case on suspension (case_id, from_on);
      create index suspension_person on suspension (person_id);

      -- How many have a vote in a cell that day. Counts only, so that who records a vote need not reach the members' own lines.
      create function official_members(cell uuid, on_day date)
        returns table (official integer, elsewhere integer, exempt integer, suspended integer) language plpgsql as $$
      declare reached text := coalesce(current_setting('reach.everything', true), '');
      begin
        perform set_config('reach.everything', 'system', true);
        return query
          select count(*)::integer, (count(*) filter (where l.enrollment = 'TEMPORARILY_ELSEWHERE'))::integer,
            (count(*) filter (where l.enrollment = 'OFFICIAL' and l.exempt and s.id is null))::integer,
            (count(*) filter (where l.enrollment = 'OFFICIAL' and s.id is not null))::integer
          from roster_line l
          left join suspension s on s.person_id = l.person_id and s.kind = 'ACTIVITIES' and s.from_on <= on_day and on_day <= s.until_on and (s.lifted_on is null or on_day < s.lifted_on)
          where l.node_id = cell and l.status = 'OFFICIAL' and l.enrollment <> 'TEMPORARY_HERE'
            and l.valid_from <= on_day and (l.valid_to is null or l.valid_to > on_day);
        perform set_config('reach.everything', reached, true);
      end $$;

      -- The same of a committee: whoever sits there that day, and is suspended neither from it nor from all activities.
      create function seated_voters(committee_node uuid, on_day date) returns integer language plpgsql as $$
      declare reached text := coalesce(current_setting('reach.everything', true), '');
      declare found integer;
      begin
        perform set_config('reach.everything', 'system', true);
        select count(distinct v.person_id)::integer into found
        from seat_view v join body_view b on b.id = v.body_id and b.kind = 'COMMITTEE'
        where b.node_id = committee_node and v.valid_from <= on_day and (v.valid_to is null or v.valid_to > on_day)
          and not exists (select from suspension s where s.person_id = v.person_id and s.from_on <= on_day and on_day <= s.until_on
            and (s.lifted_on is null or on_day < s.lifted_on));
        perform set_config('reach.everything', reached, true);
        return found;
      end $$;

      ${securedSql('discipline_case', `${SYSTEM_ONLY} or ${ON_ITS_LIST} or ${PROPOSED_HERE} or ${APPEALED_HERE}`, 'true')}
      ${securedSql('discipline_access', `${personReached('person_id')} or ${ofACase('discipline_access')}`, 'true')}
      ${['discipline_note', 'discipline_paper', 'appeal', 'suspension'].map((table) => securedSql(table, ofACase(table))).join('\n')}
      ${securedSql('issued_discipline_paper', 'exists (select from discipline_paper p where p.document_id = issued_discipline_paper.owner_id offset 0)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function seated_voters(uuid, date);
      drop function official_members(uuid, date);
      drop table suspension, appeal, issued_discipline_paper, discipline_paper, discipline_note, discipline_access, discipline_case
    `);
  }
}
