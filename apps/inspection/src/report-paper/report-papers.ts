import { Injectable } from '@nestjs/common';
import type { InspectionReport, ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ReportReader } from '../report/report-reader.js';
import { ReportPaperEntity } from './report-paper.entity.js';

type Scoped = Pick<Call, 'scope'>;

/** Reports that are papers, and the figures that stand in them. */
@Injectable()
export class ReportPapers {
  constructor(
    private readonly db: Db,
    private readonly reader: ReportReader,
  ) {}

  /** One in the caller's scope; throws `request/not-found` for any other. */
  async find({ scope }: Scoped, id: string): Promise<ReportPaperEntity> {
    const { sql, parameters } = scope.where('r.node_id');
    const found = await this.db.load((manager) =>
      manager.createQueryBuilder(ReportPaperEntity, 'r').where('r.id = :id', { id }).andWhere(sql, parameters).getOne(),
    );
    if (!found) throw refuse('request/not-found');
    return found;
  }

  /** As much as may be told to anybody: who writes a report may read more than those who will read it. */
  figures({ scope }: Scoped, { nodeId, period }: { nodeId: string; period: ReportPeriod }): Promise<InspectionReport> {
    return this.reader.report({ nodeId, period, asker: null, within: (column, params) => scope.within(column, params) });
  }
}
