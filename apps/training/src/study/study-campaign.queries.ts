import { Injectable } from '@nestjs/common';
import {
  getStudyCampaign,
  listStudyCampaigns,
  type StudyCampaign,
  type StudyCampaignLine,
  studyCounts,
} from '@vungmanh/contracts/training/study-campaign';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { campaignLines } from './campaign-line.js';
import { countRows } from './count-rows.js';
import { campaignActsIn } from './study.rules.js';

interface Around {
  amendments: StudyCampaign['amendments'];
  cascadedOn: string | null;
  closedOn: string | null;
  conclusion: string | null;
  endedBecause: string | null;
}

/** Campaigns as the organizations see them that lead them or take part. */
@Injectable()
export class StudyCampaignQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly grants: Grants,
  ) {}

  @Rpc(listStudyCampaigns)
  async list(call: Call<typeof listStudyCampaigns>): Promise<Page<StudyCampaignLine>> {
    const { nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const [openedOn, id] = readCursor(cursor, 2) ?? [];
    const afterSql = openedOn === undefined ? 'true' : `(c.opened_on, c.id) < (${p(openedOn)}::date, ${p(id)}::uuid)`;
    const rows = await campaignLines(
      this.db,
      `where (c.node_id = $1 or (l.id is not null and c.state <> 'CANCELLED')) and ${afterSql}
       order by c.opened_on desc, c.id desc limit ${p(limit + 1)}`,
      params,
      this.clock.today(),
    );
    return pageOf(rows, limit, (c) => [c.openedOn, c.id]);
  }

  @Rpc(getStudyCampaign)
  async get(call: Call<typeof getStudyCampaign>): Promise<StudyCampaign> {
    const { campaignId, nodeId } = call.input;
    const [line] = await campaignLines(this.db, `where c.id = $2 and ${SEEN_SQL}`, [nodeId, campaignId], this.clock.today());
    if (!line) throw refuse('request/not-found');
    const [around] = await this.db.query<Around>(AROUND_SQL, [campaignId]);
    if (!around) throw refuse('request/not-found');
    const held = await this.grants.permissionsAt(call.actor, line.nodeId);
    const { amendments, cascadedOn, closedOn, conclusion, endedBecause } = around;
    return {
      ...line,
      amendments,
      ...(cascadedOn === null ? {} : { cascadedOn }),
      ...(closedOn === null ? {} : { closedOn }),
      ...(conclusion === null ? {} : { conclusion }),
      ...(endedBecause === null ? {} : { endedBecause }),
      may: held.has('training:plan') ? campaignActsIn(line.state) : [],
    };
  }

  @Rpc(studyCounts)
  async counts(call: Call<typeof studyCounts>): Promise<OutputOf<typeof studyCounts>> {
    const { campaignId, nodeId } = call.input;
    const items = await countRows(this.db, {
      campaignId,
      nodeId,
      today: this.clock.today(),
      insideSql: (params) => call.scope.within('t.descendant', params),
    });
    return { items };
  }
}

/** A campaign `c` is there for the organization in `$1` that leads it, takes part, or lies above somebody who does. */
const SEEN_SQL = `(c.node_id = $1 or l.id is not null
  or exists (select 1 from study_level b join tree_now t on t.descendant = b.node_id where b.campaign_id = c.id and t.ancestor = $1))`;

const AROUND_SQL = `select c.cascaded_on::text as "cascadedOn", c.closed_on::text as "closedOn", c.conclusion, c.ended_because as "endedBecause",
    (select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'madeOn', a.made_on, 'because', a.because, 'before', a.before) order by a.number desc), '[]')
     from study_amendment a where a.campaign_id = c.id) as amendments
  from study_campaign c where c.id = $1`;
