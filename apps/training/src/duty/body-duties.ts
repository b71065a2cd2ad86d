import { Injectable } from '@nestjs/common';
import type { BodyKind, BodyRow } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { dailyKind, type Day, Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { refuse } from '@vungmanh/platform/problem';
import type { z } from 'zod';
import { isOfTheBase, wantedOfBody, wantedOfMember } from './duty.rules.js';
import { settleDuties } from './settle-duties.js';

type Seated = Pick<BodyRow, 'id' | 'nodeId' | 'kind' | 'seats'>;

/** Just after midnight: seats and statuses may begin or end on a day on which nobody changes anything. */
const settleDay = dailyKind('training.duty.settle-day', 5 * 60_000);
const AT_ONCE = 200;

interface BodyAndSeats {
  id: string;
  nodeId: string;
  kind: BodyKind;
  seats: { personId: string; post: BodyRow['seats'][number]['post']; from: string; to: string | null }[];
}

/** Duties that follow from seats in bodies: with each change of a body, and each day. */
@Injectable()
export class BodyDuties {
  constructor(private readonly db: Db) {}

  async settle(tx: Tx, bodies: readonly Seated[]): Promise<void> {
    const rows = await tx.query<{ id: string; inspectsAs: NodeTraits['inspectsAs'] }>(
      `select id, traits ->> 'inspectsAs' as "inspectsAs" from node_view where id = any($1::uuid[])`,
      [bodies.map((body) => body.nodeId)],
    );
    const known = new Map(rows.map((row) => [row.id, row.inspectsAs]));
    // An organization reaches this service by an event of its own: until then its committee is told of again.
    if (bodies.some((body) => body.kind === 'COMMITTEE' && !known.has(body.nodeId))) throw refuse('request/unavailable');
    const asking = bodies.filter(({ kind, nodeId }) => isOfTheBase(kind, known.get(nodeId) ?? 'CELL'));
    await settleDuties(
      tx,
      bodies.map((body) => body.id),
      asking.flatMap((body) => wantedOfBody(body, tx.clock.today())),
    );
  }

  /** Bodies and members of whom something began or ended since the day before; a day that was left out is made up for. */
  @Job(settleDay)
  async settleAll({ day: today }: z.infer<typeof Day>, run: JobRun): Promise<void> {
    const bodies = await this.db.query<{ id: string }>(
      `select distinct s.body_id as id from seat_view s where s.valid_from <= $1::date and (s.valid_to is null or s.valid_to > $1::date)
         and not exists (select from duty d where d.origin_id = s.body_id and d.person_id = s.person_id)
       union select d.origin_id from duty d join body_view b on b.id = d.origin_id where d.state = 'OPEN' and not exists (select from seat_view s
         where s.body_id = d.origin_id and s.person_id = d.person_id and s.valid_from <= $1::date and (s.valid_to is null or s.valid_to > $1::date))`,
      [today],
    );
    for (let at = 0; at < bodies.length; at += AT_ONCE) {
      run.stopping.throwIfAborted();
      const some = bodies.slice(at, at + AT_ONCE).map((body) => body.id);
      await this.db.transaction(run.trace, (tx) => this.settleKept(tx, some));
    }
    await this.settleMembers(today, run);
  }

  private async settleKept(tx: Tx, ids: readonly string[]): Promise<void> {
    const rows = await tx.query<BodyAndSeats>(
      `select b.id, b.node_id as "nodeId", b.kind, coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'post', s.post,
         'from', s.valid_from, 'to', s.valid_to)) filter (where s.body_id is not null), '[]') as seats
       from body_view b left join seat_view s on s.body_id = b.id where b.id = any($1::uuid[]) group by b.id`,
      [ids],
    );
    const bodies = rows.map((row) => ({ ...row, seats: row.seats.map(({ to, ...seat }) => ({ ...seat, ...(to === null ? {} : { to }) })) }));
    await this.settle(tx, bodies);
  }

  private async settleMembers(today: string, run: JobRun): Promise<void> {
    await this.db.transaction(run.trace, async (tx) => {
      const rows = await tx.query<{ id: string; from: string; to: string | null; nodeId: string }>(
        `select s.person_id as id, s.valid_from::text as "from", s.valid_to::text as "to", e.node_id as "nodeId"
         from roster_status s join roster_enrollment e on e.person_id = s.person_id and e.kind = 'OFFICIAL' and e.valid_from <= $1::date
           and (e.valid_to is null or e.valid_to > $1::date)
         where s.status = 'PROBATIONARY' and (s.valid_from >= $1::date - 31 and s.valid_from <= $1::date or s.valid_to <= $1::date
           and exists (select from duty d where d.origin_id = s.person_id and d.state = 'OPEN'))`,
        [today],
      );
      const wanted = rows.flatMap(({ id, from, to, nodeId }) =>
        wantedOfMember(
          {
            id,
            statuses: [{ status: 'PROBATIONARY', from, ...(to === null ? {} : { to }) }],
            enrollments: [{ kind: 'OFFICIAL', nodeId, from: today }],
          },
          today,
        ),
      );
      const ids = [...new Set(rows.map((row) => row.id))];
      await settleDuties(tx, ids, wanted);
    });
  }
}
