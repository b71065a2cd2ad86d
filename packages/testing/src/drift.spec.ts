import { randomBytes } from 'node:crypto';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { expectNoDrift } from './drift.js';

@Entity('paper')
class Paper {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'given_title' })
  title: string;

  @Column('date', { nullable: true })
  day: string | null;

  @Column('numeric', { precision: 14, scale: 0 })
  cost: string;

  @Column('uuid', { array: true })
  persons: string[];

  @Column('timestamptz')
  at: Date;
}

const table = `create table paper (id uuid primary key, given_title text not null, day date, cost numeric(14,0) not null, persons uuid[] not null,
  at timestamptz not null, search_text text generated always as (lower(given_title)) stored)`;

/** The schema of its own in which one case plays. */
async function driftAfter(...statements: string[]): Promise<string> {
  const schema = `drift_${randomBytes(4).toString('hex')}`;
  const source = new DataSource({
    type: 'postgres',
    url: process.env['TEST_PG_ADMIN_URL'] ?? '',
    entities: [Paper],
    extra: { options: `-c search_path=${schema}` },
  });
  await source.initialize();
  try {
    await source.query(`create schema ${schema}`);
    for (const statement of statements) await source.query(statement);
    return await expectNoDrift(source).then(
      () => '',
      (error: Error) => error.message,
    );
  } finally {
    await source.query(`drop schema ${schema} cascade`);
    await source.destroy();
  }
}

describe('expectNoDrift', () => {
  it('is content with a table that is what the entity says', async () => {
    expect(await driftAfter(table)).toBe('');
  });

  it.each([
    ['a table that no migration creates', undefined, 'which no migration creates'],
    ['a column that the table lacks', 'alter table paper drop column day', 'Paper.day: the table paper has no column day'],
    ['a column that the entity lacks', 'alter table paper add seal text', 'paper.seal (text) is missing in Paper'],
    [
      'another type',
      'alter table paper drop search_text, alter given_title type varchar(20)',
      'Paper.title: the entity says text, the database character varying(20)',
    ],
    ['another precision', 'alter table paper alter cost type numeric(10,2)', 'Paper.cost: the entity says numeric(14,0), the database numeric(10,2)'],
    [
      'one instead of a list',
      'alter table paper alter persons type uuid using persons[1]',
      'Paper.persons: the entity says uuid[], the database uuid.',
    ],
    [
      'a time without its zone',
      'alter table paper alter at type timestamp',
      'Paper.at: the entity says timestamp with time zone, the database timestamp without',
    ],
    ['a column that may be null', 'alter table paper alter at drop not null', 'Paper.at: the entity says not null, the database null'],
    ['a column that must not be null', 'alter table paper alter day set not null', 'Paper.day: the entity says null, the database not null'],
  ])('tells of %s', async (_what, change, told) => {
    expect(await driftAfter(...(change === undefined ? [] : [table, change]))).toContain(told);
  });

  it('refuses a data source without entities, of which it could say nothing', async () => {
    const source = new DataSource({ type: 'postgres', url: process.env['TEST_PG_ADMIN_URL'] ?? '', entities: [] });
    await source.initialize();
    await expect(expectNoDrift(source)).rejects.toThrow('knows no entities');
    await source.destroy();
  });
});
