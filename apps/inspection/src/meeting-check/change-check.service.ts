import { Injectable } from '@nestjs/common';
import { changeMeetingCheck, type MeetingCheckLine } from '@vungmanh/contracts/inspection/meeting-check';
import { newId } from '@vungmanh/contracts/new-id';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { changeText } from './check-changes.js';
import { CheckJobs } from './check-jobs.js';
import { checkLine } from './check-line.js';
import { lockCheck } from './find-check.js';
import { isReading } from './meeting-check.rules.js';

/** A check whose team or end is changed while it is prepared or runs; the rights that it lends follow. */
@Injectable()
export class ChangeCheckService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly jobs: CheckJobs,
  ) {}

  @Rpc(changeMeetingCheck)
  change(call: Call<typeof changeMeetingCheck>): Promise<MeetingCheckLine> {
    const { checkId, plannedEnd, teamIds, reason } = call.input;
    return this.db.commit(call, async (tx) => {
      const check = await lockCheck(tx, call, checkId);
      tx.expectVersion(call, check);
      check.plan(plannedEnd, tx.clock.today());
      const { added, removed } = await replaceTeam(tx, call, { checkId, teamIds });
      const id = newId(tx.clock.millis());
      await tx.query(
        `insert into meeting_check_change (id, check_id, at, by_id, planned_end, added_ids, removed_ids, reason_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, checkId, tx.clock.now(), call.actor.person ?? null, plannedEnd, added, removed, changeText.write(this.sealer, id, reason)],
      );
      if (isReading(check.state)) await this.jobs.settleReaders(tx, check);
      await tx.update(check);
      tx.about({ node: check.nodeId, target: checkId, persons: [...added, ...removed] });
      return checkLine(tx, checkId);
    });
  }
}

/** Who is not named any more leaves, at once for what the check records; its leader stays. Throws `inspection/team-unknown`. */
async function replaceTeam(tx: Tx, { actor }: Call, { checkId, teamIds }: { checkId: string; teamIds: string[] }): Promise<Changed> {
  const gone = await tx.query<{ id: string }>(
    `update meeting_check_access set until = $3 where check_id = $1 and until is null and part = 'MEMBER' and person_id <> all($2::uuid[])
     returning person_id as id`,
    [checkId, teamIds, tx.clock.now()],
  );
  const [known] = await tx.query<{ n: number }>('select count(*)::int as n from person_name where person_id = any($1::uuid[])', [teamIds]);
  if (known?.n !== new Set(teamIds).size) throw fail(changeMeetingCheck, 'inspection/team-unknown');
  const come = await tx.query<{ id: string }>(
    `insert into meeting_check_access as a (check_id, person_id, part, since, by) select $1, id, 'MEMBER', $3, $4 from unnest($2::uuid[]) as t(id)
     on conflict (check_id, person_id) do update set until = null, since = excluded.since, by = excluded.by, has_account = null
       where a.until is not null returning person_id as id`,
    [checkId, [...new Set(teamIds)], tx.clock.now(), actor.id],
  );
  return { added: come.map((row) => row.id), removed: gone.map((row) => row.id) };
}

interface Changed {
  added: string[];
  removed: string[];
}
