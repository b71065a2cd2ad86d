import { Injectable } from '@nestjs/common';
import { myResolution, type ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { asFollowerSql, asMemberSql } from '../notice/called.js';

type Read = OutputOf<typeof myResolution>;

interface Row {
  content: ResolutionContent | null;
  adoptedAt: Date | null;
  number: string | null;
  people: Read['people'];
}

/** The resolution as members and the superior who follows the cell read it: what was published, and nothing of how it came about. */
@Injectable()
export class MyResolutionService {
  constructor(private readonly db: Db) {}

  @Rpc(myResolution)
  async read(call: Call<typeof myResolution>): Promise<Read> {
    const [row] = await this.db.query<Row>(
      `select r.content, r.adopted_at as "adoptedAt", r.number,
         (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.person_id, 'name', p.name, 'birthYear', p.birth_year)) order by p.sort_key), '[]')
            from person_name p where p.person_id::text in (
              select jsonb_array_elements_text(i -> 'doerIds') from jsonb_array_elements(r.content -> 'items') i
              union select i ->> 'checkerId' from jsonb_array_elements(r.content -> 'items') i)) as people
       from meeting m join body_view b on b.id = m.body_id left join resolution r on r.id = m.id and r.state = 'ADOPTED'
       where m.id = $2 and m.state = 'PUBLISHED' and m.superseded_by is null and (${asMemberSql} or ${asFollowerSql})`,
      [call.actor.person, call.input.meetingId],
    );
    if (!row) throw refuse('request/not-found');
    return { people: row.people, ...(row.content ? { resolution: published(row, row.content) } : {}) };
  }
}

function published({ adoptedAt, number }: Row, content: ResolutionContent): NonNullable<Read['resolution']> {
  return {
    state: 'ADOPTED',
    content,
    numberAwaited: number === null,
    ...(adoptedAt === null ? {} : { adoptedAt: adoptedAt.toISOString() }),
    ...(number ? { number } : {}),
  };
}
