import { Injectable } from '@nestjs/common';
import {
  type Chapter,
  type ChapterContent,
  type ChapterDraft,
  type ChapterLine,
  type ChapterRow,
  chapterSnapshot,
  getChapter,
  getChapterDraft,
  listChapterDrafts,
  listChapters,
} from '@vungmanh/contracts/training/chapter';
import type { ChapterAct, ChapterState } from '@vungmanh/contracts/training/chapter-state';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { within } from '@vungmanh/platform/db/reach';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { chapterDraft } from './chapter-page.js';
import { chapterActsIn, excerptOf, wordsAsked } from './chapter.rules.js';
import { readEdition } from './edition.js';

type LineRow = Omit<ChapterLine, 'excerpt'> & { place: number; body: string };

/** Reading the handbook, and what is being written for it. */
@Injectable()
export class ChapterQueries {
  constructor(
    private readonly db: Db,
    private readonly grants: Grants,
  ) {}

  @Rpc(listChapters)
  async list({ input }: Call<typeof listChapters>): Promise<Page<ChapterLine>> {
    const { q, area, withdrawn, cursor, limit } = input;
    const asked = q === undefined ? undefined : wordsAsked(q);
    if (q !== undefined && asked === undefined) return { items: [] };
    const state: ChapterState = withdrawn ? 'WITHDRAWN' : 'PUBLISHED';
    const after = readCursor(cursor, 3) ?? [null, null, null];
    const rows = await this.db.query<LineRow>(LIST_SQL, [state, asked ?? null, area ?? null, ...after, limit + 1]);
    const { items, next } = pageOf(rows, limit, (row) => [String(row.place), row.code, row.id]);
    return { items: items.map((row) => lineOf(row, q)), ...(next === undefined ? {} : { next }) };
  }

  @Rpc(getChapter)
  async get(call: Call<typeof getChapter>): Promise<Chapter> {
    const edition = await readEdition(this.db, call.input);
    const writes = await this.grants.scope(call.actor, 'training:handbook');
    // Everybody reads a chapter, and so without a reach: what is being written has one.
    return { ...edition, may: writes.empty ? [] : await within(writes.reach, () => this.actsOn(edition, writes)) };
  }

  @Rpc(listChapterDrafts)
  async drafts(call: Call<typeof listChapterDrafts>): Promise<OutputOf<typeof listChapterDrafts>> {
    const { cursor, limit } = call.input;
    const [code, id] = readCursor(cursor, 2) ?? [null, null];
    const params: unknown[] = [code, id, limit + 1];
    const rows = await this.db.query<OutputOf<typeof listChapterDrafts>['items'][number]>(
      `select c.id, c.version, c.code, c.node_id as "nodeId", n.name as "nodeName", c.state, c.edition, d.content ->> 'title' as title
       from chapter_draft d join chapter c on c.id = d.chapter_id join node_view n on n.id = c.node_id
       where ${call.scope.within('c.node_id', params)} and ($1::text is null or (c.code, c.id) > ($1 collate "C", $2::uuid))
       order by c.code, c.id limit $3`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.code, row.id]);
  }

  @Rpc(getChapterDraft)
  draft(call: Call<typeof getChapterDraft>): Promise<ChapterDraft> {
    return chapterDraft(this.db, call, call.input.chapterId);
  }

  @Rpc(chapterSnapshot)
  async snapshot({ input }: Call<typeof chapterSnapshot>): Promise<Page<ChapterRow>> {
    const { ids, cursor, limit } = input;
    const after = readCursor(cursor, 1)?.[0];
    const rows = await this.db.query<Omit<ChapterRow, keyof Served> & { content: ChapterContent }>(
      `select c.id, c.version, c.node_id as "nodeId", c.code, c.state, e.content,
         (select jsonb_agg(a.content ->> 'title' order by a.number) from chapter_edition a where a.chapter_id = c.id) as titles
       from chapter c join chapter_edition e on e.chapter_id = c.id and e.number = c.edition
       where c.state in ('PUBLISHED', 'WITHDRAWN') and ($1::uuid[] is null or c.id = any($1)) and ($2::uuid is null or c.id > $2)
       order by c.id limit $3`,
      [ids ?? null, after ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.id]);
    return { ...page, items: page.items.map(({ content, ...row }) => ({ ...row, ...servedBy(content) })) };
  }

  private async actsOn({ id, state }: Pick<Chapter, 'id' | 'state'>, writes: Scope): Promise<ChapterAct[]> {
    const params: unknown[] = [id];
    const [kept] = await this.db.query<{ hasDraft: boolean }>(
      `select exists (select from chapter_draft d where d.chapter_id = c.id) as "hasDraft"
       from chapter c where c.id = $1 and ${writes.within('c.node_id', params)}`,
      params,
    );
    return kept ? chapterActsIn(state, kept.hasDraft) : [];
  }
}

type Served = Omit<ChapterContent, 'title' | 'body'>;
const servedBy = ({ title: _title, body: _body, ...served }: ChapterContent): Served => served;

function lineOf({ place: _place, body, ...line }: LineRow, q: string | undefined): ChapterLine {
  const excerpt = q === undefined ? undefined : excerptOf(body, q);
  return { ...line, ...(excerpt === undefined ? {} : { excerpt }) };
}

const LIST_SQL = `
  with found as (
    select c.id, c.version, c.code, c.node_id as "nodeId", n.name as "nodeName", c.state, c.edition, e.published_on::text as "publishedOn",
      e.content ->> 'title' as title, e.content -> 'areas' as areas, e.content -> 'kinds' as kinds, e.content -> 'sectors' as sectors,
      e.content -> 'themes' as themes, e.content ->> 'body' as body,
      -- 0 where every word stands in the title, the keywords or the topics.
      case when $2::text is null or e.search @@ to_tsquery('simple', replace($2, ':*', ':*A')) then 0 else 1 end as place
    from chapter c join chapter_edition e on e.chapter_id = c.id and e.number = c.edition join node_view n on n.id = c.node_id
    where c.state = $1 and ($2::text is null or e.search @@ to_tsquery('simple', $2))
      and ($3::text is null or e.content -> 'areas' ? $3)
  )
  select * from found where $4::int is null or (place, code, id) > ($4::int, $5 collate "C", $6::uuid)
  order by place, code, id limit $7`;
