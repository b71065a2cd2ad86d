import type { Citation } from '@vungmanh/contracts/meetings/citation';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { citationsIn, type CitableChapter } from './citation.rules.js';

interface Reader {
  query<Row>(sql: string, params: unknown[]): Promise<Row[]>;
}

/** The chapters that agendas cite, as they stand; no statement where none is cited. */
export async function citableIn(reader: Reader, agendas: readonly (readonly AgendaItem[])[]): Promise<ReadonlyMap<string, CitableChapter>> {
  const ids = [...new Set(agendas.flatMap((agenda) => citationsIn(agenda)).map((citation: Citation) => citation.chapterId))];
  if (ids.length === 0) return new Map();
  const rows = await reader.query<CitableChapter & { id: string }>(
    'select id, state, jsonb_array_length(titles) as editions from chapter_view where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, ...chapter }) => [id, chapter]));
}

/** The chapters that the agenda in `agendaSql` (jsonb) cites, by code, as `CitedChapter`s. */
export const citedSql = (agendaSql: string): string => `
  (select coalesce(jsonb_agg(distinct jsonb_build_object('id', v.id, 'edition', (c.one ->> 'edition')::int, 'code', v.code,
      'title', v.titles ->> ((c.one ->> 'edition')::int - 1), 'withdrawn', v.state = 'WITHDRAWN')), '[]')
   from jsonb_path_query(${agendaSql}, '$[*].citations[*]') as c(one) join chapter_view v on v.id = (c.one ->> 'chapterId')::uuid
   where jsonb_array_length(v.titles) >= (c.one ->> 'edition')::int)`;
