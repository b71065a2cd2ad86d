import type { Chapter, ChapterContent } from '@vungmanh/contracts/training/chapter';
import type { ChapterState } from '@vungmanh/contracts/training/chapter-state';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';

interface Row {
  id: string;
  version: number;
  code: string;
  nodeId: string;
  nodeName: string;
  state: ChapterState;
  newest: number;
  number: number;
  content: ChapterContent;
  withdrawnOn: string | null;
  withdrawnBecause: string | null;
  editions: { number: number; publishedOn: string; note: string | null }[];
}

/** One edition of a chapter that was published, the newest where none is named. Throws `request/not-found`. */
export async function readEdition(
  reader: Reader,
  { chapterId, edition }: { chapterId: string; edition?: number | undefined },
): Promise<Omit<Chapter, 'may'>> {
  const [row] = await reader.query<Row>(
    `select c.id, c.version, c.code, c.node_id as "nodeId", n.name as "nodeName", c.state, c.edition as newest, e.number, e.content,
       c.withdrawn_on::text as "withdrawnOn", c.withdrawn_because as "withdrawnBecause",
       (select jsonb_agg(jsonb_build_object('number', a.number, 'publishedOn', a.published_on, 'note', a.note) order by a.number desc)
        from chapter_edition a where a.chapter_id = c.id) as editions
     from chapter c join chapter_edition e on e.chapter_id = c.id and e.number = coalesce($2::int, c.edition) join node_view n on n.id = c.node_id
     where c.id = $1 and c.state in ('PUBLISHED', 'WITHDRAWN')`,
    [chapterId, edition ?? null],
  );
  if (!row) throw refuse('request/not-found');
  const { number, content, withdrawnOn, withdrawnBecause, editions, ...rest } = row;
  return {
    ...rest,
    ...content,
    edition: number,
    publishedOn: editions.find((one) => one.number === number)?.publishedOn ?? '',
    editions: editions.map((one) => present(one)),
    ...(withdrawnOn === null ? {} : { withdrawn: { on: withdrawnOn, because: withdrawnBecause ?? '' } }),
  };
}
