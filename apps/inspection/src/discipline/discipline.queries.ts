import { Injectable } from '@nestjs/common';
import { getDiscipline, myDisciplines, type Discipline, type DisciplineLine } from '@vungmanh/contracts/inspection/discipline';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { followingOf, isWritingLate } from './clock.rules.js';
import { personOf } from './discipline-list.js';
import type { DisciplineEntity } from './discipline.entity.js';
import { DisciplinePage } from './discipline-page.js';

interface LineRow extends Omit<DisciplineLine, 'personId' | 'form' | 'overdue'> {
  personId: string | null;
  form: DisciplineLine['form'] | null;
  decidedOn: string | null;
  writtenOn: string | null;
  fromCell: boolean;
  following: DisciplineEntity['following'];
}

/** Cases as the people on their lists see them; every reading is on record. */
@Injectable()
export class DisciplineQueries {
  constructor(
    private readonly db: Db,
    private readonly page: DisciplinePage,
    private readonly trail: ReadTrail,
    private readonly clock: Clock,
  ) {}

  @Rpc(getDiscipline)
  async get(call: Call<typeof getDiscipline>): Promise<Discipline> {
    const { found, shown } = await this.page.of(call.actor, call.input.disciplineId);
    await this.trail.recordRead(call, { persons: found.personId === null ? [] : [found.personId], node: found.nodeId, target: found.id });
    return shown;
  }

  /** The newest first. */
  @Rpc(myDisciplines)
  async mine(call: Call<typeof myDisciplines>): Promise<Page<DisciplineLine>> {
    const { about, cursor, limit } = call.input;
    const after = readCursor(cursor, 1)?.[0];
    const rows = await this.db.query<LineRow>(
      `select c.id, c.version, c.node_id as "nodeId", coalesce(n.name, '') as "nodeName", c.actor, c.subject, c.person_id as "personId",
         coalesce(p.name, s.name, '') as name, c.state, c.form, l.parts, c.decided_on::text as "decidedOn", c.written_on::text as "writtenOn",
         coalesce(c.proposed_to_actor, c.actor) = 'CELL' as "fromCell", c.following
       from discipline_case c
       join lateral (select array_agg(a.part order by a.part) as parts from discipline_access a
         where a.case_id = c.id and a.person_id = $1 and a.until is null) l on l.parts is not null and ('SUBJECT' = any(l.parts)) = $2
       left join node_view n on n.id = c.node_id left join node_view s on s.id = c.subject_node_id
       left join person_name p on p.person_id = c.person_id
       where c.readers @> array[$1::uuid] and ($3::uuid is null or c.id < $3) order by c.id desc limit $4`,
      [personOf(call.actor), about, after ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.id]);
    await this.trail.recordPage(call, { persons: page.items.flatMap((row) => row.personId ?? []) });
    const context = await provinceContext(this.db);
    return { ...page, items: page.items.map((row) => this.lineOf(row, context)) };
  }

  private lineOf({ decidedOn, writtenOn, fromCell, following, ...row }: LineRow, context: RuleContext): DisciplineLine {
    const decided = { countsFrom: fromCell ? 'ANNOUNCEMENT' : 'SIGNATURE', decidedOn, writtenOn } as const;
    const today = this.clock.today();
    const unheard = followingOf({ following, sourceKind: null, sourceOn: null, foundOn: today }, today, context);
    return { ...present(row), overdue: isWritingLate(decided, today, context) || unheard.some((one) => one.late && one.toldOn === undefined) };
  }
}
