import type { ChapterContent, ChapterDraft } from '@vungmanh/contracts/training/chapter';
import type { ChapterState } from '@vungmanh/contracts/training/chapter-state';
import { countStatement } from '@vungmanh/platform/db/counter';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ChapterEntity } from './chapter.entity.js';
import { chapterActsIn } from './chapter.rules.js';

interface Row {
  id: string;
  version: number;
  code: string;
  nodeId: string;
  nodeName: string;
  state: ChapterState;
  edition: number;
  draft: ChapterContent | null;
}

/** A chapter as whoever keeps it sees it, in the scope of `call`. Throws `request/not-found`. */
export async function chapterDraft(reader: Reader, call: Pick<Call, 'scope'>, chapterId: string): Promise<ChapterDraft> {
  const params: unknown[] = [chapterId];
  const [row] = await reader.query<Row>(
    `select c.id, c.version, c.code, c.node_id as "nodeId", n.name as "nodeName", c.state, c.edition, d.content as draft
     from chapter c join node_view n on n.id = c.node_id left join chapter_draft d on d.chapter_id = c.id
     where c.id = $1 and ${call.scope.within('c.node_id', params)}`,
    params,
  );
  if (!row) throw refuse('request/not-found');
  const { draft, ...rest } = row;
  return { ...rest, ...(draft === null ? {} : { draft }), may: chapterActsIn(row.state, draft !== null) };
}

/** A chapter to be changed, held until the transaction ends. Throws `request/not-found` for one that is absent or out of scope. */
export async function lockChapter(tx: Tx, call: Call, chapterId: string): Promise<ChapterEntity> {
  const { sql, parameters } = call.scope.where('c.node_id');
  countStatement();
  const chapter = await tx.manager
    .createQueryBuilder(ChapterEntity, 'c')
    .setLock('pessimistic_write')
    .where('c.id = :chapterId', { chapterId })
    .andWhere(sql, parameters)
    .getOne();
  if (chapter === null) throw refuse('request/not-found');
  return chapter;
}
