import { Injectable } from '@nestjs/common';
import {
  getMeetingCheck,
  listMeetingChecks,
  type MeetingCheck,
  type MeetingCheckLine,
  myMeetingChecks,
} from '@vungmanh/contracts/inspection/meeting-check';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { changesOf } from './check-changes.js';
import { checkLine, checkLines } from './check-line.js';
import { expectOnList, onListSql } from './find-check.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';
import { actsFor } from './meeting-check.rules.js';

interface Around {
  team: MeetingCheck['team'];
  strengths: number;
  shortcomings: number;
}

/** Checks as lists: to who may check, in counts; and whole, to who is on the list. */
@Injectable()
export class MeetingCheckQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly grants: Grants,
  ) {}

  @Rpc(listMeetingChecks)
  async list(call: Call<typeof listMeetingChecks>): Promise<Page<MeetingCheckLine>> {
    const { nodeId, below } = call.input;
    const params: unknown[] = [nodeId];
    const placeSql = below ? 'c.node_id in (select t.descendant from tree_now t where t.ancestor = $1)' : 'c.node_id = $1';
    return this.page(call.input, `${placeSql} and ${call.scope.within('c.node_id', params)}`, params);
  }

  @Rpc(myMeetingChecks)
  mine(call: Call<typeof myMeetingChecks>): Promise<Page<MeetingCheckLine>> {
    return this.page(call.input, onListSql('c.id', '$1'), [call.actor.person]);
  }

  /** Newest half first. */
  private async page(
    { cursor, limit }: { cursor?: string | undefined; limit: number },
    whereSql: string,
    params: unknown[],
  ): Promise<Page<MeetingCheckLine>> {
    const p = (value: unknown): string => `$${params.push(value)}`;
    const [half, id] = readCursor(cursor, 2) ?? [];
    const afterSql = half === undefined ? 'true' : `(c.half, c.id) < (${p(half)}, ${p(id)}::uuid)`;
    const rows = await checkLines(this.db, `where ${whereSql} and ${afterSql} order by c.half desc, c.id desc limit ${p(limit + 1)}`, params);
    return pageOf(rows, limit, (c) => [c.half, c.id]);
  }

  @Rpc(getMeetingCheck)
  async get(call: Call<typeof getMeetingCheck>): Promise<MeetingCheck> {
    const { checkId } = call.input;
    await expectOnList(this.db, call, checkId);
    const line = await checkLine(this.db, checkId);
    const check = await this.db.load((manager) => manager.findOneByOrFail(MeetingCheckEntity, { id: checkId }));
    const [around] = await this.db.query<Around>(AROUND_SQL, [checkId]);
    const held = await this.grants.permissionsAt(call.actor, check.nodeId);
    const notice = check.notice(this.sealer);
    const { readableUntil, countedAt, uncheckedBecause, cancelledBecause } = check;
    return {
      ...line,
      ...(around ?? { team: [], strengths: 0, shortcomings: 0 }),
      ...(readableUntil === null ? {} : { readableUntil }),
      ...(countedAt === null ? {} : { countedAt }),
      ...(uncheckedBecause === null ? {} : { uncheckedBecause }),
      ...(cancelledBecause === null ? {} : { cancelledBecause }),
      ...(notice === undefined ? {} : { notice }),
      changes: await changesOf(this.db, this.sealer, checkId),
      // It starts from the figures of its cells, which take a moment.
      may: actsFor(check.state, held.has('inspection:check-meetings')).filter((act) => act !== 'start' || countedAt !== null),
    };
  }
}

const AROUND_SQL = `select
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('personId', a.person_id, 'name', p.name, 'leader', a.part = 'LEADER',
     'hasAccount', a.has_account)) order by a.part, p.sort_key), '[]')
   from meeting_check_access a join person_name p on p.person_id = a.person_id where a.check_id = $1 and a.until is null) as team,
  (select count(*)::int from check_finding f where f.check_id = $1 and f.dropped_at is null and f.kind = 'STRENGTH') as strengths,
  (select count(*)::int from check_finding f where f.check_id = $1 and f.dropped_at is null and f.kind = 'SHORTCOMING') as shortcomings`;
