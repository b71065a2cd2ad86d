import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies, their terms and seats, who follows which cell, and the register of papers. */
export class Body1762000200000 implements MigrationInterface {
  name = 'Body1762000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table body (
        id uuid primary key, version integer not null, node_id uuid not null references node (id),
        kind text not null check (kind in ('CELL', 'COMMITTEE')),
        unique (node_id, kind)
      );

      -- What a body is called and whether it meets follows from its organization and type.
      create view body_view as
        select b.id, b.version, b.node_id, b.kind, n.status = 'ACTIVE' as meets, n.traits ->> 'symbol' as symbol, n.status,
          case when b.kind = 'CELL' then n.name
            else (select y.body_title from node_type y where y.code = n.type_code order by y.valid_from desc limit 1) || ' ' || n.name end as name
        from body b join node_view n on n.id = b.node_id;

      create table term (
        id uuid primary key, version integer not null, body_id uuid not null references body (id), number text not null,
        valid_from date not null, planned_to date, valid_to date check (valid_to > valid_from),
        decision_number text, decision_date date, deviations jsonb not null,
        constraint term_number unique (body_id, number),
        constraint term_period exclude using gist (body_id with =, daterange(valid_from, valid_to) with &&)
      );

      create table seat (
        id uuid primary key, version integer not null, body_id uuid not null references body (id), term_id uuid not null references term (id),
        person_id uuid not null,
        post text not null check (post in ('SECRETARY', 'STANDING_DEPUTY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER')),
        origin text not null check (origin in ('ELECTED', 'APPOINTED')),
        valid_from date not null, valid_to date check (valid_to >= valid_from),
        ended_because text check (ended_because in ('TERM_ENDED', 'RETIRED', 'MOVED', 'CHANGED_POST', 'RESIGNED', 'DISCIPLINED', 'DIED')),
        decision_number text, decision_date date, deviations jsonb not null,
        -- The decision on discipline that ended it: its number stands in the register of papers.
        ended_by uuid,
        check ((valid_to is null) = (ended_because is null)),
        constraint seat_person exclude using gist (body_id with =, person_id with =, daterange(valid_from, valid_to) with &&),
        constraint seat_post exclude using gist (body_id with =, post with =, daterange(valid_from, valid_to) with &&)
          where (post in ('SECRETARY', 'STANDING_DEPUTY'))
      );
      create index seat_open on seat (body_id) where valid_to is null;

      -- What inspection has told of cases of discipline: an annulled one takes no seat, whichever of the two comes first.
      create table discipline_told (case_id uuid primary key, version integer not null, annulled boolean not null);

      create table follower (
        id uuid primary key, version integer not null, body_id uuid not null references body (id), person_id uuid not null,
        valid_from date not null, valid_to date check (valid_to > valid_from), decision_number text, decision_date date,
        constraint follower_period exclude using gist (body_id with =, person_id with =, daterange(valid_from, valid_to) with &&)
      );
      create index follower_person on follower (person_id);

      create table person_name (
        person_id uuid primary key, version integer not null, name text not null, birth_year integer,
        cell_id uuid, official boolean not null
      );
      create index person_name_cell on person_name (cell_id) where official;

      create table paper_number (
        id uuid primary key, version integer not null, body_id uuid not null references body (id),
        issuer text check (issuer in ('INSPECTION_COMMISSION')), type text not null, term text not null,
        number integer not null check (number > 0), document_id uuid not null unique, date date not null, printed text not null, voided_because text,
        constraint paper_number_once unique nulls not distinct (body_id, issuer, type, term, number)
      );

      create table register_counter (
        body_id uuid not null references body (id), issuer text, type text not null, term text not null, last integer not null,
        unique nulls not distinct (body_id, issuer, type, term)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table register_counter, paper_number, person_name, follower, discipline_told, seat, term; drop view body_view; drop table body',
    );
  }
}
