import { Injectable } from '@nestjs/common';
import { type ChapterUse, handbookUse, proposeChapters, type ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readMeeting } from '../meeting/read.js';
import { nearness } from './citation.rules.js';

const AT_MOST = 50;

/** The handbook beside the agenda: what may help to prepare it, and how many agendas cite what. */
@Injectable()
export class HandbookQueries {
  constructor(private readonly db: Db) {}

  @Rpc(proposeChapters)
  async propose(call: Call<typeof proposeChapters>): Promise<OutputOf<typeof proposeChapters>> {
    const { meetingId, coversThematic, topic = '' } = call.input;
    const { nodeId, kind } = await readMeeting(this.db, call, meetingId);
    const kinds = coversThematic && kind === 'REGULAR' ? [kind, 'THEMATIC'] : [kind];
    const rows = await this.db.query<Omit<ProposedChapter, 'onTopic'> & { keywords: string[] }>(PROPOSED_SQL, [nodeId, kinds]);
    const near = rows.map(({ keywords, ...chapter }) => ({ chapter, words: nearness(topic, { ...chapter, keywords }) }));
    const nearest = near.toSorted((a, b) => b.words - a.words).slice(0, AT_MOST);
    return { chapters: nearest.map(({ chapter, words }) => ({ ...chapter, onTopic: words > 0 })) };
  }

  @Rpc(handbookUse)
  async use(call: Call<typeof handbookUse>): Promise<OutputOf<typeof handbookUse>> {
    const { nodeId, year } = call.input;
    // With one below it, what is counted would be that one's.
    const below = await this.db.query('select 1 as found from tree_now where ancestor = $1 and descendant <> $1 limit 2', [nodeId]);
    if (below.length < 2) throw fail(handbookUse, 'meetings/single-organization');
    const params: unknown[] = [nodeId, `${year}-01`, `${year}-12`];
    const { conditionSql } = call.scope.below('m.node_id', '$1', params);
    return { chapters: await this.db.query<ChapterUse>(useSql(conditionSql), params) };
  }
}

/** A list that is empty holds for all. */
const servesSql = (column: string, valueSql: string): string => `(jsonb_array_length(${column}) = 0 or ${column} ?| ${valueSql})`;

const PROPOSED_SQL = `
  select v.id, jsonb_array_length(v.titles) as edition, v.code, v.titles ->> -1 as title, a.name as "nodeName", v.areas, v.themes, v.keywords
  from tree_now t join chapter_view v on v.node_id = t.ancestor join node_view a on a.id = t.ancestor join node_view n on n.id = t.descendant
  where t.descendant = $1 and v.state = 'PUBLISHED' and ${servesSql('v.kinds', '$2::text[]')}
    and ${servesSql('v.sectors', "array[coalesce(n.sector, '')]")}
  order by t.depth desc, v.code, v.id limit 200`;

/** Each agenda once for each chapter; those that nobody was called to do not count. */
const useSql = (insideSql: string): string => `
  with cited as (
    select distinct m.id, (c.one ->> 'chapterId')::uuid as chapter, ceil(right(m.month, 2)::int / 3.0)::int as quarter
    from meeting m cross join lateral jsonb_path_query(m.agenda, '$[*].citations[*]') as c(one)
    where jsonb_path_exists(m.agenda, '$[*].citations[*]') and m.month between $2 and $3 and m.superseded_by is null
      and m.state in ('NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED') and ${insideSql}
  )
  select v.id, v.code, v.titles ->> -1 as title, v.state = 'WITHDRAWN' as withdrawn,
    (select jsonb_agg((select count(*) from cited c where c.chapter = v.id and c.quarter = q) order by q) from generate_series(1, 4) as q) as quarters
  from chapter_view v where v.id in (select chapter from cited) order by v.code, v.id`;
