import { Inject, Injectable } from '@nestjs/common';
import type { Paper } from '@vungmanh/documents/paper';
import { disciplineBallotPaper } from '@vungmanh/documents/papers/discipline-ballot';
import { disciplineCountPaper } from '@vungmanh/documents/papers/discipline-count';
import { disciplineDecisionPaper } from '@vungmanh/documents/papers/discipline-decision';
import { Clock } from '@vungmanh/platform/clock';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Db } from '@vungmanh/platform/db/db';
import { appealsOf } from '../appeal/appeals-of.js';
import { appealBody, bodyName } from '../discipline/appeal-body.js';
import { notesOf } from '../discipline/discipline-note.js';
import type { DisciplineEntity } from '../discipline/discipline.entity.js';
import { heldSeats } from '../discipline/held-seats.js';
import { suspensionsOf } from '../suspension/suspensions-of.js';
import { drawAnswer } from './appeal-inputs.js';
import { DisciplineFacts } from './discipline-facts.js';
import { ballotInput, countInput, decisionInput, type Told } from './discipline-inputs.js';
import { citation, type PaperRow, paperRowsOf } from './paper-rows.js';
import { drawSuspension } from './suspension-inputs.js';

/** What is drawn: a paper that the register knows, or a form or a decision before anybody has signed it. */
export type Drawn = PaperRow | { readonly kind: 'BALLOT' | 'DECISION' };

/** Composes the papers of discipline from their case, whoever asks: who may have them is judged before. */
@Injectable()
export class DisciplineDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Undefined while the case has nothing that it could say. */
  async of(found: DisciplineEntity, drawn: Drawn): Promise<Paper | undefined> {
    const rows = await paperRowsOf(this.db, found.id);
    const told = await this.told(found, drawn, rows);
    switch (drawn.kind) {
      case 'BALLOT':
        return disciplineBallotPaper(ballotInput(told, this.clock.today()));
      case 'COUNT': {
        const former = rows.find((row) => row.kind === 'COUNT' && row.edition === drawn.edition - 1);
        const input = countInput(told);
        const replaces = former && { replaces: citation('Biên bản kiểm phiếu', former) };
        return input && disciplineCountPaper({ ...input, ...replaces });
      }
      case 'DECISION': {
        const input = decisionInput(told);
        return input && disciplineDecisionPaper(input);
      }
      case 'APPEAL_NOTICE':
      case 'APPEAL_REFUSAL':
      case 'APPEAL_DECISION': {
        const appeals = await appealsOf(this.db, found.id, this.clock.today(), told.rules);
        const answers = (await notesOf(this.db, this.sealer, found.id)).filter((note) => note.kind === 'APPEAL_ANSWER').map((note) => note.text);
        const above = await appealBody(this.db, drawn.nodeId);
        return drawAnswer(told, { row: drawn, rows, appeals, answers, above: above?.name });
      }
      case 'SUSPENSION':
      case 'SUSPENSION_EXTENSION':
      case 'SUSPENSION_END':
        return drawSuspension(told, { row: drawn, rows, suspensions: await suspensionsOf(this.db, found.id, told.rules) });
    }
  }

  private async told(found: DisciplineEntity, drawn: Drawn, rows: readonly PaperRow[]): Promise<Told> {
    const { id, personId, vote, signerId, deciding } = found;
    const today = this.clock.today();
    const issuing = 'nodeId' in drawn ? drawn : drawn.kind === 'BALLOT' ? found : deciding;
    const facts = await DisciplineFacts.of(this.db, {
      nodeId: issuing.nodeId,
      actor: issuing.actor,
      onDate: 'dated' in drawn ? drawn.dated : today,
      personIds: [personId, signerId, vote?.chairId ?? null, ...(vote?.counterIds ?? [])],
    });
    const [names] = await this.db.query<{ home: string; deciding: string }>(
      `select coalesce((select name from node_view where id = $1), '') as home, coalesce((select name from node_view where id = $2), '') as deciding`,
      [found.subjectNodeId, deciding.nodeId],
    );
    if (!names) throw new Error(`Case ${id} has no names`);
    const dismissed = found.dismissedFrom.length > 0 ? await heldSeats(this.db, personId, found.decidedOn ?? today) : [];
    return {
      found,
      facts,
      name: personId === null ? names.home : facts.name(personId),
      home: names.home,
      violation: found.violation(this.sealer),
      printed: 'printed' in drawn ? drawn.printed : null,
      decision: rows.findLast((row) => row.kind === 'DECISION'),
      appealTo: (await appealBody(this.db, deciding.nodeId))?.name ?? 'cơ quan có thẩm quyền ở Trung ương',
      decidedBy: bodyName(deciding.actor, names.deciding),
      simulated: this.config.mode === 'trial',
      rules: await ruleContextOf(this.db, found.nodeId),
      dismissedFrom: dismissed.filter((seat) => found.dismissedFrom.includes(seat.bodyId)),
    };
  }
}
