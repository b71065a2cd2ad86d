import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import {
  downloadOwnProgram,
  getStudyLevel,
  listStudyLevels,
  type OwedStudy,
  owedStudies,
  type StudyLevel,
  type StudyLevelLine,
} from '@vungmanh/contracts/training/study-level';
import type { StudyPaper } from '@vungmanh/contracts/training/study-campaign';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { levelLines } from './level-line.js';
import { levelPage } from './level-page.js';

/** Where organizations stand with a paper, below one or one's own. */
@Injectable()
export class StudyLevelQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly grants: Grants,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listStudyLevels)
  async list(call: Call<typeof listStudyLevels>): Promise<Page<StudyLevelLine>> {
    const { campaignId, nodeId, tier, state, late, ended, cursor, limit } = call.input;
    const today = this.clock.today();
    const params: unknown[] = [campaignId, nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const { conditionSql } = call.scope.below('l.node_id', '$2', params);
    const wanted = [
      `l.campaign_id = $1 and ${conditionSql} and l.ended_on is ${ended ? 'not null' : 'null'}`,
      ...(tier === undefined ? [] : [`l.tier = ${p(tier)}`]),
      ...(state === undefined ? [] : [`l.state = ${p(state)}`]),
      ...(late ? [`l.state <> 'REVIEWED' and l.due_on < ${p(today)}::date and c.state = 'UNDER_WAY'`] : []),
    ];
    const [place, id] = readCursor(cursor, 2) ?? [];
    if (place !== undefined) wanted.push(`(l.place, l.id) > (${p(place)}, ${p(id)}::uuid)`);
    const rows = await levelLines(this.db, `where ${wanted.join(' and ')} order by l.place, l.id limit ${p(limit + 1)}`, params, today);
    const { items, next } = pageOf(rows, limit, (row) => [row.place, row.line.id]);
    return { items: items.map((row) => row.line), ...(next === undefined ? {} : { next }) };
  }

  @Rpc(owedStudies)
  async owed(call: Call<typeof owedStudies>): Promise<Page<OwedStudy>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const ownSql = call.scope.granted('l.node_id', params);
    const [dueOn, id] = readCursor(cursor, 2) ?? [];
    const afterSql = dueOn === undefined ? 'true' : `(l.due_on, l.id) > (${p(dueOn)}::date, ${p(id)}::uuid)`;
    const rows = await levelLines(
      this.db,
      `where ${ownSql} and l.ended_on is null and l.state <> 'REVIEWED' and c.state = 'UNDER_WAY' and ${afterSql}
       order by l.due_on, l.id limit ${p(limit + 1)}`,
      params,
      this.clock.today(),
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.line.dueOn, row.line.id]);
    const papers = await this.db.query<{ id: string; paper: StudyPaper }>(
      `select c.id, c.order_text -> 'paper' as paper from study_campaign c where c.id = any($1::uuid[])`,
      [items.map((row) => row.line.campaignId)],
    );
    const paperOf = new Map(papers.map((c) => [c.id, c.paper]));
    const owed = items.flatMap(({ line }) => {
      const paper = paperOf.get(line.campaignId);
      return paper ? [{ ...line, paper }] : [];
    });
    return { items: owed, ...(next === undefined ? {} : { next }) };
  }

  @Rpc(getStudyLevel)
  async get(call: Call<typeof getStudyLevel>): Promise<StudyLevel> {
    const params: unknown[] = [call.input.levelId];
    const [found] = await levelLines(this.db, `where l.id = $1 and ${call.scope.within('l.node_id', params)}`, params, this.clock.today());
    if (!found) throw refuse('request/not-found');
    const held = await this.grants.permissionsAt(call.actor, found.line.nodeId);
    return levelPage(this.db, found, held.has('training:study'));
  }

  @Rpc(downloadOwnProgram)
  async download(call: Call<typeof downloadOwnProgram>): Promise<OutputOf<typeof downloadOwnProgram>> {
    const params: unknown[] = [call.input.levelId];
    const [level] = await this.db.query<{ file: OutputOf<typeof downloadOwnProgram> | null; nodeId: string }>(
      `select case when l.program -> 'file' is not null then jsonb_build_object('fileId', l.program -> 'file' ->> 'fileId',
           'name', l.program -> 'file' ->> 'name', 'type', l.program -> 'file' ->> 'type') end as file, l.node_id as "nodeId"
       from study_level l where l.id = $1 and ${call.scope.within('l.node_id', params)}`,
      params,
    );
    if (!level) throw refuse('request/not-found');
    if (!level.file) throw fail(downloadOwnProgram, 'training/program-without-file');
    await this.trail.recordRead(call, { persons: [], node: level.nodeId, target: call.input.levelId });
    return level.file;
  }
}
