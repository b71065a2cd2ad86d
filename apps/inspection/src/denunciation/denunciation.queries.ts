import { Injectable } from '@nestjs/common';
import { getDenunciation, myDenunciations, type Denunciation, type DenunciationLine } from '@vungmanh/contracts/inspection/denunciation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { personOf } from '../discipline/discipline-list.js';
import { traced } from './denunciation-change.js';
import { DenunciationPage, isOverdue } from './denunciation-page.js';

type LineRow = Omit<DenunciationLine, 'overdue' | 'dueOn'> & { dueOn: string | null; settledOn: string | null };

/** Denunciations as the people on their lists see them; every reading is on record. */
@Injectable()
export class DenunciationQueries {
  constructor(
    private readonly db: Db,
    private readonly page: DenunciationPage,
    private readonly trail: ReadTrail,
    private readonly clock: Clock,
  ) {}

  @Rpc(getDenunciation)
  async get(call: Call<typeof getDenunciation>): Promise<Denunciation> {
    const { found, shown } = await this.page.of(call.actor, call.input.denunciationId);
    await this.trail.recordRead(call, { persons: traced(found), node: found.nodeId, target: found.id });
    return shown;
  }

  /** The newest first. */
  @Rpc(myDenunciations)
  async mine(call: Call<typeof myDenunciations>): Promise<Page<DenunciationLine>> {
    const { about, cursor, limit } = call.input;
    const after = readCursor(cursor, 1)?.[0];
    const rows = await this.db.query<LineRow>(
      `select d.id, d.version, d.node_id as "nodeId", coalesce(n.name, '') as "nodeName", d.actor, coalesce(p.name, s.name, '') as name, d.state,
         d.received_on::text as "receivedOn", d.due_on::text as "dueOn", d.settled_on::text as "settledOn", l.parts
       from denunciation d
       join lateral (select array_agg(a.part order by a.part) as parts from denunciation_access a
         where a.denunciation_id = d.id and a.person_id = $1 and a.until is null) l on l.parts is not null and ('SUBJECT' = any(l.parts)) = $2
       left join node_view n on n.id = d.node_id left join node_view s on s.id = d.subject_node_id
       left join person_name p on p.person_id = d.person_id
       where d.readers @> array[$1::uuid] and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`,
      [personOf(call.actor), about, after ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.id]);
    // Whoever is denounced would learn of it from their trail: each opening of one is on record by itself.
    await this.trail.recordRead(call, { persons: [] });
    const today = this.clock.today();
    return {
      ...page,
      items: page.items.map(({ settledOn, dueOn, ...row }) => ({
        ...row,
        ...present({ dueOn }),
        overdue: isOverdue({ dueOn, settledOn, state: row.state }, today),
      })),
    };
  }
}
