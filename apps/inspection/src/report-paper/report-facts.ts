import { Inject, Injectable } from '@nestjs/common';
import type { inspectionReportPaper } from '@vungmanh/documents/papers/inspection-report';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { DisciplineFacts } from '../discipline-paper/discipline-facts.js';
import type { ReportPaperEntity } from './report-paper.entity.js';

type About = Pick<Parameters<typeof inspectionReportPaper>[0], 'issuer' | 'signer' | 'recipients' | 'addressee' | 'simulated'>;

/** Who reports to whom, and who signs. */
@Injectable()
export class ReportFacts {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of({ nodeId, actor, issuedOn }: ReportPaperEntity, lastDay: string): Promise<About> {
    const onDate = issuedOn ?? lastDay;
    const [secretary] = await this.db.query<{ personId: string }>(
      `select s.person_id as "personId" from seat_view s join body_view b on b.id = s.body_id
       where b.node_id = $1 and s.post = 'SECRETARY' and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date) limit 1`,
      [nodeId, onDate],
    );
    const signerId = secretary?.personId ?? null;
    const facts = await DisciplineFacts.of(this.db, { nodeId, actor, onDate, personIds: [signerId] });
    const { superior } = facts.issuer;
    const commission = actor === 'INSPECTION_COMMISSION';
    const above = commission ? [superior, 'Ủy ban kiểm tra cấp trên'] : [superior];
    const recipients = above.filter((name) => name !== undefined);
    return {
      issuer: facts.issuer,
      signer: facts.signer(commission ? null : signerId),
      simulated: this.config.mode === 'trial',
      ...(superior === undefined ? {} : { addressee: superior }),
      recipients,
    };
  }
}
