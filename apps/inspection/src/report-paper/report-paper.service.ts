import { Injectable } from '@nestjs/common';
import { issueReportPaper, openReportPaper, type ReportPaperStanding, writeReportPaper } from '@vungmanh/contracts/inspection/report-paper';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { actorsOf } from '../program/program.rules.js';
import { periodOf } from '../report/report.rules.js';
import { ReportNumbers } from './report-numbers.js';
import { ReportPaperEntity } from './report-paper.entity.js';
import { ReportPapers } from './report-papers.js';
import { firstRemarks } from './report-text.rules.js';

const standing = ({ id, version, state }: ReportPaperEntity): ReportPaperStanding => ({ id, version, state });

/** A report from its draft to its issue. */
@Injectable()
export class ReportPaperService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly papers: ReportPapers,
    private readonly numbers: ReportNumbers,
  ) {}

  @Rpc(openReportPaper)
  async open(call: Call<typeof openReportPaper>): Promise<ReportPaperStanding> {
    const { nodeId, actor, period } = call.input;
    const report = await this.papers.figures(call, call.input);
    try {
      return await this.db.commit(call, async (tx) => {
        const params: unknown[] = [nodeId];
        const insideSql = call.scope.within('n.id', params);
        const [node] = await tx.query<{ traits: NodeTraits }>(`select n.traits from node_view n where n.id = $1 and ${insideSql}`, params);
        if (!node || !actorsOf(node.traits).includes(actor)) throw fail(openReportPaper, 'inspection/actor-unfit');
        if (periodOf(period).from > tx.clock.today()) throw fail(openReportPaper, 'inspection/period-to-come');
        const now = tx.clock.millis();
        const begun = { id: newId(now), nodeId, actor, period, documentId: newId(now) };
        const entity = ReportPaperEntity.begin(begun, firstRemarks(report), this.sealer);
        await tx.insert(entity);
        tx.about({ node: nodeId, target: entity.id });
        return standing(entity);
      });
    } catch (error) {
      throw broke(error, 'inspection_report_once') ? fail(openReportPaper, 'inspection/report-exists') : error;
    }
  }

  @Rpc(writeReportPaper)
  write(call: Call<typeof writeReportPaper>): Promise<ReportPaperStanding> {
    return this.db.commit(call, async (tx) => {
      const entity = await this.locked(tx, call, call.input.reportPaperId);
      entity.write(call.input.remarks, this.sealer);
      await tx.update(entity);
      return standing(entity);
    });
  }

  @Rpc(issueReportPaper)
  async issue(call: Call<typeof issueReportPaper>): Promise<ReportPaperStanding> {
    const { reportPaperId } = call.input;
    const draft = await this.papers.find(call, reportPaperId);
    const report = await this.papers.figures(call, draft);
    return this.db.commit(call, async (tx) => {
      const entity = await this.locked(tx, call, reportPaperId);
      entity.issue(report, tx.clock.today());
      await tx.update(entity);
      await this.numbers.ask(tx, entity);
      return standing(entity);
    });
  }

  private async locked(tx: Tx, call: Call<Command>, id: string): Promise<ReportPaperEntity> {
    const { sql, parameters } = call.scope.where('r.node_id');
    const entity = await tx.manager
      .createQueryBuilder(ReportPaperEntity, 'r')
      .setLock('pessimistic_write')
      .where('r.id = :id', { id })
      .andWhere(sql, parameters)
      .getOne();
    if (entity === null) throw refuse('request/not-found');
    tx.about({ node: entity.nodeId, target: entity.id });
    tx.expectVersion(call, entity);
    return entity;
  }
}
