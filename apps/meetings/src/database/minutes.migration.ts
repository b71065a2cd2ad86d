import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a meeting leaves behind: minutes, votes, resolution; and what their tasks need beyond the first depth. */
export class Minutes1763000100000 implements MigrationInterface {
  name = 'Minutes1763000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The text is sealed as one piece. No row, no column and no index here speaks of an opinion or of who held it.
      create table minutes (
        id uuid primary key references meeting (id), version integer not null,
        content_sealed text not null, read_back_at timestamptz, content_hash text, confirmations jsonb not null,
        signed_at timestamptz, signed_how text check (signed_how in ('PAPER_IN_BOOK', 'SCAN')), scan_file_id uuid, scan_type text
      )
      -- What is sealed cannot be squeezed: trying would cost more than the whole rest of its writing.
      with (toast_tuple_target = 8160);
      create table minutes_addendum (
        id uuid primary key, meeting_id uuid not null references minutes (id), at timestamptz not null, by_id uuid not null, text_sealed text not null
      );
      create index minutes_addendum_meeting on minutes_addendum (meeting_id);

      -- Counts; nothing stores who voted how.
      create table vote (
        id uuid primary key, meeting_id uuid not null references meeting (id),
        matter text not null check (matter in ('RESOLUTION', 'ADMISSION', 'RECOGNITION', 'OTHER')),
        subject text not null, method text not null check (method in ('SHOW_OF_CARD', 'SECRET_BALLOT')),
        in_favor integer not null, against integer not null, no_opinion integer not null, denominator integer not null,
        passed boolean not null, rule_source text not null, recorded_at timestamptz not null, withdrawn_because text
      );
      create index vote_meeting on vote (meeting_id);

      create table resolution (
        id uuid primary key references meeting (id), version integer not null, document_id uuid not null unique,
        state text not null check (state in ('DRAFT', 'ADOPTED')), content jsonb not null,
        vote_id uuid references vote (id), adopted_at timestamptz, number text
      );

      alter table task add column search_text text not null, add column reported_by uuid;
      -- Clients bring the ids of items: one that is used again in another resolution harms nobody.
      alter table task drop constraint task_item_id_key, add constraint task_item_once unique (meeting_id, item_id);
      create index task_deadline on task (deadline, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_deadline;
      alter table task drop constraint task_item_once, add constraint task_item_id_key unique (item_id), drop column reported_by, drop column search_text;
      drop table resolution, vote, minutes_addendum, minutes
    `);
  }
}
