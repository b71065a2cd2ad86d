import { Inject, Injectable } from '@nestjs/common';
import { type DenunciationPaperKind, denunciationPaperLabel, isToDenunciant } from '@vungmanh/contracts/inspection/denunciation-paper';
import { itemResultLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Paper } from '@vungmanh/documents/paper';
import { acceptanceNoticePaper } from '@vungmanh/documents/papers/acceptance-notice';
import { denunciationConclusionPaper, type DenunciationNews, denunciationNoticePaper } from '@vungmanh/documents/papers/denunciation-conclusion';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import type { DenunciationEntity } from '../denunciation/denunciation.entity.js';
import { itemsOf, notesOf } from '../denunciation/denunciation-text.js';
import { DisciplineFacts } from '../discipline-paper/discipline-facts.js';
import { numbered } from '../discipline-paper/discipline-inputs.js';
import { citation } from '../discipline-paper/paper-rows.js';
import { type PaperRow, paperRowsOf } from './paper-rows.js';

/** Composes the papers of a denunciation. Nothing here reads the vault: what it says of whoever denounces, no paper can. */
@Injectable()
export class DenunciationDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Undefined while the denunciation has not come so far. */
  async of(found: DenunciationEntity, row: PaperRow): Promise<Paper | undefined> {
    const { id, nodeId, actor, personId, receivedOn, acceptedOn } = found;
    const facts = await DisciplineFacts.of(this.db, { nodeId, actor, onDate: row.dated, personIds: [personId] });
    const about = personId === null ? await this.nodeName(found.subjectNodeId) : `đồng chí ${facts.name(personId)}`;
    const shared = {
      issuer: facts.issuer,
      simulated: this.config.mode === 'trial',
      ...numbered(row.printed),
      date: row.dated,
      receivedOn,
      signer: { office: actor === 'INSPECTION_COMMISSION' ? 'Chủ nhiệm' : 'Bí thư' },
      recipients: [isToDenunciant(row.kind) ? 'Người tố cáo (gửi kín, không ghi tên trên văn bản)' : about.replace(/^đ/u, 'Đ')],
    };
    const items = await itemsOf(this.db, this.sealer, id);
    if (row.kind === 'ACCEPTANCE') {
      const term = acceptanceDue(found);
      return acceptedOn === null
        ? undefined
        : acceptanceNoticePaper({
            ...shared,
            accepted: { kind: 'DENUNCIATION', about },
            acceptedOn,
            items: items.map((item) => item.text),
            ...(term === undefined ? {} : { settleBy: { date: term, rule: ruleOf(found) ?? 'Thời hạn do cơ quan giải quyết ấn định.' } }),
          });
    }
    const results = items.map(({ text, result }) => ({ text, result: result === undefined ? '' : itemResultLabel[result] }));
    if (row.kind === 'CONCLUSION') {
      if (acceptedOn === null || found.settledOn === null) return undefined;
      const notes = await notesOf(this.db, this.sealer, id);
      const explained = notes.some((note) => note.kind === 'EXPLANATION');
      return denunciationConclusionPaper({
        ...shared,
        about,
        acceptedOn,
        items: results,
        heard: explained ? 'EXPLAINED' : found.told ? 'TOLD' : 'NOT_TOLD',
        conclusion: notes.findLast((note) => note.kind === 'SETTLEMENT')?.text ?? '',
        late: found.dueOn !== null && found.dueOn < found.settledOn,
      });
    }
    const news = await this.news(found, row.kind, results);
    return news && denunciationNoticePaper({ ...shared, about, news });
  }

  private async news(
    found: DenunciationEntity,
    kind: Exclude<DenunciationPaperKind, 'ACCEPTANCE' | 'CONCLUSION'>,
    results: readonly { result: string }[],
  ): Promise<DenunciationNews | undefined> {
    const rows = await paperRowsOf(this.db, found.id);
    const cited = (of: 'ACCEPTANCE' | 'CONCLUSION') => {
      const paper = rows.find((row) => row.kind === of);
      return paper === undefined ? denunciationPaperLabel[of] : citation(denunciationPaperLabel[of], paper);
    };
    switch (kind) {
      case 'EXTENSION': {
        const rule = found.acceptedOn === null ? undefined : ruleAt('denunciation.extension_days', found.acceptedOn)?.says;
        return found.dueOn === null
          ? undefined
          : { kind: 'EXTENDED', until: found.dueOn, former: cited('ACCEPTANCE'), ...(rule === undefined ? {} : { rule }) };
      }
      case 'RESULT':
        return found.settledOn === null
          ? undefined
          : { kind, settledOn: found.settledOn, conclusion: cited('CONCLUSION'), results: results.map((one) => one.result) };
      case 'NOT_ACCEPTED':
      case 'FORWARDED':
        return { kind };
    }
  }

  private async nodeName(nodeId: string): Promise<string> {
    const [node] = await this.db.query<{ name: string }>('select name from node_view where id = $1', [nodeId]);
    return node?.name ?? '';
  }
}

/** As the notice of acceptance had it: what an extension adds stands in a notice of its own. */
const acceptanceDue = ({ dueOn, firstDueOn }: DenunciationEntity): string | undefined => firstDueOn ?? dueOn ?? undefined;
const ruleOf = ({ acceptedOn, receivedOn }: DenunciationEntity): string | undefined =>
  ruleAt('denunciation.settle_days', acceptedOn ?? receivedOn)?.says;
