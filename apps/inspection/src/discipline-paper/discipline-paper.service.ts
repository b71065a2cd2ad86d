import { Injectable } from '@nestjs/common';
import { disciplinePaperLabel, downloadDisciplinePaper, type DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-act';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Paper } from '@vungmanh/documents/paper';
import { acceptanceNoticePaper } from '@vungmanh/documents/papers/acceptance-notice';
import { disciplineBallotPaper } from '@vungmanh/documents/papers/discipline-ballot';
import { disciplineCountPaper } from '@vungmanh/documents/papers/discipline-count';
import { disciplineDecisionPaper } from '@vungmanh/documents/papers/discipline-decision';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { appealsOf } from '../appeal/appeals-of.js';
import { DisciplinePage } from '../discipline/discipline-page.js';
import { numbersOf } from '../discipline/discipline-parts.js';
import { Drawing, paperTypes } from './drawing.js';
import type { DisciplineEntity } from '../discipline/discipline.entity.js';
import { DisciplineFacts } from './discipline-facts.js';
import { appealInput, ballotInput, countInput, decisionInput, type Told } from './discipline-inputs.js';

/** The papers of a case in the prescribed form, drawn on demand from what no longer changes once it is decided. */
@Injectable()
export class DisciplinePaperService {
  constructor(
    private readonly db: Db,
    private readonly page: DisciplinePage,
    private readonly trail: ReadTrail,
    private readonly draw: Drawing,
  ) {}

  @Rpc(downloadDisciplinePaper)
  async download(call: Call<typeof downloadDisciplinePaper>): Promise<OutputOf<typeof downloadDisciplinePaper>> {
    const { disciplineId, kind, format } = call.input;
    const { found, shown } = await this.page.of(call.actor, disciplineId);
    const { id, personId, vote, signerId } = found;
    const rules = await ruleContextOf(this.db, found.nodeId);
    const appeals = await appealsOf(this.db, disciplineId, this.draw.today, rules);
    const facts = await DisciplineFacts.of(this.db, {
      ...this.issuing(kind, found, appeals.at(-1)?.nodeId),
      personIds: [personId, signerId, vote?.chairId ?? null, ...(vote?.counterIds ?? [])],
    });
    const told: Told = {
      found,
      facts,
      name: shown.name,
      home: shown.subjectNodeName,
      violation: shown.violation,
      numbers: await numbersOf(this.db, disciplineId),
      appealTo: shown.appeal?.to ?? '',
      appeal: shown.appeals.at(-1),
      decidedBy: shown.decision?.by ?? '',
      simulated: this.draw.simulated,
      rules,
      dismissedFrom: shown.decision?.dismissedFrom ?? [],
    };
    const paper = this.paper(kind, told);
    if (paper === undefined) throw fail(downloadDisciplinePaper, 'inspection/paper-not-ready');
    await this.trail.recordRead(call, { persons: personId === null ? [] : [personId], node: found.nodeId, target: id });
    return { fileId: await this.draw.file(paper, format), name: `${disciplinePaperLabel[kind]}.${format}`, type: paperTypes[format] };
  }

  /** Which body a paper is of, and as it stood on what day. */
  private issuing(
    kind: DisciplinePaperKind,
    found: DisciplineEntity,
    judgedAt: string | undefined,
  ): { nodeId: string; actor: Inspector; onDate: string } {
    const { nodeId, actor, deciding, vote, writtenOn, decidedOn } = found;
    switch (kind) {
      case 'BALLOT':
      case 'COUNT':
        return { nodeId, actor, onDate: vote?.on ?? this.draw.today };
      case 'DECISION':
        return { ...deciding, onDate: writtenOn ?? decidedOn ?? this.draw.today };
      case 'APPEAL_NOTICE':
        return { nodeId: judgedAt ?? nodeId, actor: 'INSPECTION_COMMISSION', onDate: this.draw.today };
    }
  }

  private paper(kind: DisciplinePaperKind, told: Told): Paper | undefined {
    switch (kind) {
      case 'BALLOT':
        return told.found.state === 'HEARD' || told.found.state === 'VOTED' ? disciplineBallotPaper(ballotInput(told, this.draw.today)) : undefined;
      case 'COUNT': {
        const input = countInput(told);
        return input && disciplineCountPaper(input);
      }
      case 'DECISION': {
        const input = decisionInput(told);
        return input && disciplineDecisionPaper(input);
      }
      case 'APPEAL_NOTICE': {
        const input = appealInput(told);
        return input && acceptanceNoticePaper(input);
      }
    }
  }
}
