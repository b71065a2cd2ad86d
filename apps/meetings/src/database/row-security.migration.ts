import { nodeReached, openSql, personReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting of a body to which a person belongs: by the cell, by a seat, or because they follow it for the committee above. */
const OWN_MEETING = `(current_setting('reach.person', true) <> '' and ${personReached(`any (
    select e.person_id from roster_enrollment e where e.node_id = meeting.node_id
    union all select s.person_id from seat_view s where s.body_id = meeting.body_id
    union all select f.person_id from follower_view f where f.body_id = meeting.body_id)`)})`;

/** Of a suspension those know who know the member: by the cell, or by a seat in a committee whose roll they draw up. */
const SUSPENDED = `${reachedThrough('roster_enrollment e', 'e.person_id = roster_suspension.person_id')}
  or ${reachedThrough('seat_view v join body_view b on b.id = v.body_id', `v.person_id = roster_suspension.person_id and ${nodeReached('b.node_id')}`)}`;

/** What belongs to a meeting is often written by the same statement as the meeting. */
const ofItsMeeting = (table: string, column: string): string => securedSql(table, reachedThrough('meeting m', `m.id = ${table}.${column}`), 'true');

const ofTheOrganization = (table: string): string => securedSql(table, nodeReached('node_id'));
const ofItsPeople = (table: string): string => securedSql(table, `${nodeReached('node_id')} or ${personReached('person_id')}`);

/** Behind every statement: what a body did is there for whom its organization, or an own part in it, is in reach. */
export class RowSecurity1763000400000 implements MigrationInterface {
  name = 'RowSecurity1763000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${ofItsPeople('roster_line')}
      ${ofItsPeople('roster_enrollment')}
      ${['roster_status', 'roster_exemption', 'roster_away']
        .map((table) => securedSql(table, reachedThrough('roster_enrollment e', `e.person_id = ${table}.person_id`), 'true'))
        .join('\n')}
      ${securedSql('roster_suspension', SUSPENDED, 'true')}
      ${securedSql('meeting', `${nodeReached('node_id')} or ${OWN_MEETING}`)}
      ${securedSql('task', `${nodeReached('node_id')} or ${personReached('any (doer_ids)')} or ${personReached('checker_id')}`)}
      ${['minutes', 'resolution'].map((table) => ofItsMeeting(table, 'id')).join('\n')}
      ${['minutes_addendum', 'vote', 'roll_event', 'roll_handed_in', 'meeting_document', 'paper_number']
        .map((table) => ofItsMeeting(table, 'meeting_id'))
        .join('\n')}
      ${ofItsMeeting('issued_paper', 'owner_id')}
      -- Nobody asks a partition but through its table, whose policy then holds.
      do $$
      declare one regclass;
      begin
        for one in select inhrelid from pg_inherits where inhparent = 'roll_event'::regclass
        loop execute format('alter table %s enable row level security, force row level security', one); end loop;
      end $$;
      ${['body_month', 'node_month', 'overview_answer'].map(ofTheOrganization).join('\n')}
      ${openSql('names of bodies and who sits in them, as every notice prints them', ['body_view', 'seat_view', 'follower_view'])}
      ${openSql('names, asked for by id for what has been found in reach', ['person_name'])}
      ${openSql('what has to be counted again: ids', ['month_dirty', 'node_dirty', 'overview_tree'])}
      ${openSql('the same for everybody', ['agenda_template'])}
    `);
  }

  async down(): Promise<void> {}
}
