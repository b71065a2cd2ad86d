import { personReached, securedSql, SYSTEM_ONLY } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSON = `nullif(current_setting('reach.person', true), '')::uuid`;
/** Whoever stands on a list of it, and nobody by the tree. */
const ON_ITS_LIST = `readers @> array[${PERSON}]`;
const ofADenunciation = (table: string): string =>
  `(${SYSTEM_ONLY} or exists (select from denunciation d where d.id = ${table}.denunciation_id offset 0))`;
/** The two who have opened it, and nobody else: the platform's own work neither. */
const OPENED_BY_TWO = `exists (select from vault_opening o where o.denunciation_id = denunciant_vault.denunciation_id
  and o.confirmed_by is not null and ${PERSON} in (o.asked_by, o.confirmed_by) offset 0)`;

/** Denunciations, read by who stands on their lists; who denounces lies in a table of its own, sealed by a key of its own. */
export class Denunciation1764250000000 implements MigrationInterface {
  name = 'Denunciation1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table denunciation (
        id uuid primary key, version integer not null, node_id uuid not null, actor text not null, readers uuid[] not null,
        person_id uuid, subject_node_id uuid not null, received_on date not null,
        way text not null check (way in ('LETTER', 'IN_PERSON', 'FORWARDED')), signed boolean not null,
        state text not null check (state in ('RECEIVED', 'ACCEPTED', 'KEPT', 'FORWARDED', 'SETTLED')),
        accepted_on date, due_on date, first_due_on date, extended boolean not null, settled_on date, told boolean not null
      );
      create index denunciation_readers on denunciation using gin (readers);

      create table denunciation_access (
        denunciation_id uuid not null references denunciation (id), person_id uuid not null,
        part text not null check (part in ('HANDLER', 'VAULT_KEEPER', 'READER', 'SUBJECT')),
        since timestamptz not null, until timestamptz, by_id uuid not null
      );
      create unique index denunciation_access_once on denunciation_access (denunciation_id, person_id, part) where until is null;

      create table denunciation_item (
        id uuid primary key, denunciation_id uuid not null references denunciation (id), ordinal smallint not null, text_sealed text not null,
        result text check (result in ('FALSE', 'UNFOUNDED', 'SHORTCOMING', 'VIOLATION')),
        constraint denunciation_item_once unique (denunciation_id, ordinal)
      );

      create table denunciation_note (
        id uuid primary key, denunciation_id uuid not null references denunciation (id),
        kind text not null check (kind in ('CLASSIFICATION', 'EXTENSION', 'EXPLANATION', 'SETTLEMENT')),
        at timestamptz not null, by_id uuid not null, text_sealed text not null
      );
      create index denunciation_note_of on denunciation_note (denunciation_id, id);

      -- Ids of their own: what the register of numbers knows of a paper leads to no denunciation.
      create table denunciation_paper (
        document_id uuid primary key, denunciation_id uuid not null references denunciation (id),
        kind text not null check (kind in ('ACCEPTANCE', 'EXTENSION', 'CONCLUSION', 'RESULT', 'NOT_ACCEPTED', 'FORWARDED')),
        dated date not null, printed text,
        -- What it says, fixed with its number.
        content_sealed text, constraint denunciation_paper_once unique (denunciation_id, kind)
      );
      create table issued_denunciation_paper (
        owner_id uuid not null references denunciation_paper (document_id), kind text not null, edition smallint not null,
        format text not null check (format in ('docx', 'pdf')), file_id uuid not null unique, sha256 text not null, issued_at timestamptz not null,
        primary key (owner_id, kind, edition, format)
      );

      create table vault_opening (
        id uuid primary key, denunciation_id uuid not null references denunciation (id),
        asked_by uuid not null, asked_at timestamptz not null, reason_sealed text not null,
        confirmed_by uuid check (confirmed_by <> asked_by), confirmed_at timestamptz,
        constraint vault_opening_confirmed check ((confirmed_by is null) = (confirmed_at is null))
      );
      create index vault_opening_of on vault_opening (denunciation_id, asked_at);

      create table denunciant_vault (denunciation_id uuid primary key references denunciation (id), identity_sealed text not null);

      ${securedSql('denunciation', `${SYSTEM_ONLY} or ${ON_ITS_LIST}`, 'true')}
      ${securedSql('denunciation_access', `${personReached('person_id')} or ${ofADenunciation('denunciation_access')}`, 'true')}
      ${securedSql('denunciation_item', ofADenunciation('denunciation_item'), 'true')}
      ${['denunciation_note', 'denunciation_paper', 'vault_opening'].map((table) => securedSql(table, ofADenunciation(table))).join('\n')}
      ${securedSql('issued_denunciation_paper', 'exists (select from denunciation_paper p where p.document_id = issued_denunciation_paper.owner_id offset 0)')}
      ${securedSql('denunciant_vault', OPENED_BY_TWO, 'true')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table denunciant_vault, vault_opening, issued_denunciation_paper, denunciation_paper, denunciation_note, denunciation_item, denunciation_access, denunciation',
    );
  }
}
