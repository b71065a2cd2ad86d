import { nodeReached, reachedThrough, securedSql } from '@vungmanh/platform/db/row-security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The study of papers from above: campaigns, and where every organization stands in each. */
export class Study1764600800000 implements MigrationInterface {
  name = 'Study1764600800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table study_campaign (
        id uuid primary key, version integer not null, node_id uuid not null,
        state text not null check (state in ('DRAFT', 'UNDER_WAY', 'CLOSED', 'CANCELLED')),
        order_text jsonb not null, opened_on date not null, cascaded_on date, closed_on date, conclusion text, ended_because text
      );
      create index study_campaign_node on study_campaign (node_id);
      create index study_campaign_under_way on study_campaign (id) where state = 'UNDER_WAY';

      create table study_amendment (
        campaign_id uuid not null references study_campaign (id), number integer not null, made_on date not null, because text not null,
        before jsonb not null, primary key (campaign_id, number)
      );

      create table study_level (
        id uuid primary key, version integer not null, campaign_id uuid not null references study_campaign (id), node_id uuid not null,
        tier text not null check (tier in ('SUPERIOR', 'GRASSROOTS', 'CELL')), place text collate "C" not null,
        state text not null check (state in ('RECEIVED', 'STUDIED', 'OWN_PROGRAM_ISSUED', 'IMPLEMENTING', 'REVIEWED')),
        due_on date not null, shift_days integer not null,
        sessions integer not null, expected integer not null, attended integer not null, essays integer not null,
        program jsonb, studied_on date, implementing_from date, reviewed_on date, review text, ended_on date,
        constraint study_level_once unique (campaign_id, node_id)
      );
      create index study_level_place on study_level (campaign_id, place, id);
      create index study_level_node on study_level (node_id, campaign_id);

      create table study_session (
        id uuid primary key, level_id uuid not null references study_level (id), held_on date not null, audience text not null,
        content text not null, expected integer not null, attended integer not null, essays integer not null,
        dropped_on date, dropped_because text
      );
      create index study_session_level on study_session (level_id);

      ${securedSql('study_level', nodeReached('node_id'))}
      -- Whoever it has reached reads what it asks.
      ${securedSql('study_campaign', `${nodeReached('node_id')} or ${reachedThrough('study_level l', 'l.campaign_id = study_campaign.id')}`)}
      ${securedSql('study_amendment', reachedThrough('study_campaign c', 'c.id = study_amendment.campaign_id'))}
      ${securedSql('study_session', reachedThrough('study_level l', 'l.id = study_session.level_id'))}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table study_session, study_level, study_amendment, study_campaign');
  }
}
