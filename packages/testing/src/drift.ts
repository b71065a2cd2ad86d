import type { DataSource, EntityMetadata } from 'typeorm';

/** A column as PostgreSQL writes it: `numeric(14,0)`, `uuid[]`, `timestamp with time zone`. */
interface LiveColumn {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}

type EntityColumn = EntityMetadata['columns'][number];

/**
 * Compares the entities of an open, migrated data source with the live tables, both ways: table, column, type and
 * nullability. Throws one error that lists every difference and what to do about it. Tables without an entity are not
 * looked at; a generated column need not be in the entity, because nothing writes it.
 */
export async function expectNoDrift(dataSource: DataSource): Promise<void> {
  if (dataSource.entityMetadatas.length === 0)
    throw new Error('This data source knows no entities: give expectNoDrift the one that the service starts with.');
  const drift: string[] = [];
  for (const entity of dataSource.entityMetadatas) {
    drift.push(...differences(dataSource, entity, await liveColumns(dataSource, entity.tablePath)));
  }
  if (drift.length > 0) throw new Error(`Entities and migrations have drifted apart:\n${drift.map((line) => `- ${line}`).join('\n')}`);
}

function differences(dataSource: DataSource, entity: EntityMetadata, live: LiveColumn[]): string[] {
  const { name, tablePath } = entity;
  if (live.length === 0) return [`${name} names the table ${tablePath}, which no migration creates: add a migration in src/database.`];
  const found: string[] = [];
  for (const column of entity.columns) {
    const where = `${name}.${column.propertyName}`;
    const there = live.find((c) => c.name === column.databaseName);
    if (!there) {
      found.push(
        `${where}: the table ${tablePath} has no column ${column.databaseName}. Add it in a new migration, or correct the entity's name for it.`,
      );
      continue;
    }
    const type = typeOf(dataSource, column);
    if (type !== there.type)
      found.push(`${where}: the entity says ${type}, the database ${there.type}. Write @Column('${there.type}', …) or a migration.`);
    if (column.isNullable !== there.nullable)
      found.push(
        `${where}: the entity says ${nullness(column.isNullable)}, the database ${nullness(there.nullable)}. Correct { nullable } or write a migration.`,
      );
  }
  const known = new Set(entity.columns.map((c) => c.databaseName));
  const unknown = live.filter((c) => !c.generated && !known.has(c.name));
  return [
    ...found,
    ...unknown.map((c) => `${tablePath}.${c.name} (${c.type}) is missing in ${name}: declare it there, or drop the column in a migration.`),
  ];
}

const nullness = (nullable: boolean): string => (nullable ? 'null' : 'not null');

function typeOf(dataSource: DataSource, column: EntityColumn): string {
  const base = dataSource.driver.normalizeType(column);
  const sized = column.length ? `${base}(${column.length})` : base;
  const exact = base === 'numeric' && typeof column.precision === 'number' ? `${base}(${column.precision},${column.scale ?? 0})` : sized;
  return column.isArray ? `${exact}[]` : exact;
}

async function liveColumns(dataSource: DataSource, table: string): Promise<LiveColumn[]> {
  return dataSource.query<LiveColumn[]>(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable, attgenerated <> '' as generated
     from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
}
