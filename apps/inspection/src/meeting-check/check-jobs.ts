import { Injectable } from '@nestjs/common';
import { endTemporaryGrants, giveTemporaryGrants } from '@vungmanh/contracts/identity/temporary-grant';
import { monthsOfHalf, type HalfYear, type MeetingCheckState } from '@vungmanh/contracts/inspection/meeting-check-state';
import { heldByCells } from '@vungmanh/contracts/meetings/held';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { addDays } from '@vungmanh/regulations/calendar';
import { z } from 'zod';
import type { MeetingCheckEntity } from './meeting-check.entity.js';
import { drawn } from './lot.js';
import { isReading, sampleSize } from './meeting-check.rules.js';

const OfCheck = z.strictObject({ checkId: z.uuid() });
const countCells = jobKind('inspection.meeting-check.count', OfCheck);
const settleReaders = jobKind('inspection.meeting-check.settle-readers', OfCheck);
const takeCheckNumber = jobKind('inspection.meeting-check.take-number', OfCheck);

/** Cells that are asked for at once. */
const AT_ONCE = 200;

interface Reading {
  state: MeetingCheckState;
  openedBy: string;
  nodeId: string;
  plannedEnd: string;
}

/**
 * What a check asks of other services, each after the commit that it follows from: the job lives in the same transaction, is tried until it
 * is done, and may be done twice.
 */
@Injectable()
export class CheckJobs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async count(tx: Tx, { id }: MeetingCheckEntity): Promise<void> {
    await this.jobs.insert(tx, countCells, { checkId: id }, { key: id });
  }

  /** The team's right to read is to be as the state says from now on. */
  async settleReaders(tx: Tx, { id, version }: MeetingCheckEntity): Promise<void> {
    await this.jobs.insert(tx, settleReaders, { checkId: id }, { key: `${id} ${version}` });
  }

  async askNumber(tx: Tx, { id }: MeetingCheckEntity): Promise<void> {
    await this.jobs.insert(tx, takeCheckNumber, { checkId: id }, { key: id });
  }

  /** Figures of every cell, and the lot that says whose minutes are read: a page of cells a call, drawn once and for all. */
  @Job(countCells)
  async countCells({ checkId }: z.infer<typeof OfCheck>, run: JobRun): Promise<void> {
    const [check] = await this.db.query<{ half: HalfYear }>('select half from meeting_check where id = $1', [checkId]);
    if (!check) return;
    const cells = await this.db.query<{ nodeId: string }>('select node_id as "nodeId" from check_cell where check_id = $1 order by id', [checkId]);
    const size = sampleSize(this.clock.today(), await provinceContext(this.db));
    for (let i = 0; i < cells.length; i += AT_ONCE) {
      const nodeIds = cells.slice(i, i + AT_ONCE).map((c) => c.nodeId);
      const { items } = await this.rpc.call(heldByCells, { nodeIds, ...monthsOfHalf(check.half) }, { trace: run.trace });
      const rows = items.map(({ nodeId, figures, meetings }) => ({ nodeId, figures, meetings, samples: drawn(checkId, meetings, size) }));
      await this.db.write(
        `update check_cell c set figures = r.figures, meetings = r.meetings, samples = case when c.figures is null then r.samples else c.samples end
         from jsonb_to_recordset($2::jsonb) as r("nodeId" uuid, figures jsonb, meetings jsonb, samples jsonb)
         where c.check_id = $1 and c.node_id = r."nodeId"`,
        [checkId, JSON.stringify(rows)],
      );
      await run.progress(Math.min(i + AT_ONCE, cells.length), cells.length);
    }
    // No version: whoever read the check before its figures came has missed nothing that they could overwrite.
    await this.db.write('update meeting_check set counted_at = $2 where id = $1 and counted_at is null', [checkId, this.clock.now()]);
  }

  /** By the state as it stands now: identity gives nothing any more for what has ended, whichever of two runs comes last. */
  @Job(settleReaders)
  async settle({ checkId }: z.infer<typeof OfCheck>, run: JobRun): Promise<void> {
    const [check] = await this.db.query<Reading>(
      `select state, opened_by as "openedBy", node_id as "nodeId", planned_end::text as "plannedEnd" from meeting_check where id = $1`,
      [checkId],
    );
    if (!check) return;
    const source = { kind: 'MEETING_CHECK' as const, id: checkId };
    if (!isReading(check.state)) {
      await this.rpc.call(endTemporaryGrants, { source }, { trace: run.trace });
      return;
    }
    const [of] = await this.db.query<{ cells: string[]; team: string[]; come: string[] }>(
      `select array(select node_id from check_cell where check_id = $1 order by node_id) as cells,
         array(select person_id from meeting_check_access where check_id = $1 and until is null order by person_id) as team,
         array(select person_id from meeting_check_access where check_id = $1 and until is null and has_account is null order by person_id) as come`,
      [checkId],
    );
    const { cells = [], team = [], come = [] } = of ?? {};
    const about = {
      source,
      openerId: check.openedBy,
      checkingNodeId: check.nodeId,
      personIds: team,
      addedIds: come,
      validTo: addDays(check.plannedEnd, 1),
    };
    let without: string[] = [];
    for (let i = 0; i < cells.length; i += AT_ONCE) {
      const given = await this.rpc.call(giveTemporaryGrants, { ...about, nodeIds: cells.slice(i, i + AT_ONCE) }, { trace: run.trace });
      if (given.ended) return;
      without = given.without;
    }
    await this.db.write(
      `with of_team as (update meeting_check_access set has_account = person_id <> all($2::uuid[])
         where check_id = $1 and person_id = any($3::uuid[]) returning 1)
       update meeting_check set readable_until = $4::date where id = $1 and state = 'UNDER_WAY' and (select count(*) from of_team) > 0`,
      [checkId, without, team, check.plannedEnd],
    );
  }

  @Job(takeCheckNumber)
  async takeNumber({ checkId }: z.infer<typeof OfCheck>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ documentId: string; bodyId: string; date: string }>(
      `select c.document_id as "documentId", b.id as "bodyId", (c.published_at at time zone 'Asia/Ho_Chi_Minh')::date::text as date
       from meeting_check c join body_view b on b.node_id = c.node_id and b.kind = 'COMMITTEE'
       where c.id = $1 and c.number is null and c.published_at is not null`,
      [checkId],
    );
    if (!waiting) return;
    const taken = await this.rpc.call(takeNumber, { type: 'TB', ...waiting }, { trace: run.trace, key: waiting.documentId });
    await this.db.write('update meeting_check set number = $2, version = version + 1 where id = $1 and number is null', [checkId, taken.printed]);
  }
}
