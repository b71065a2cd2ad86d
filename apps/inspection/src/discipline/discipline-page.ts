import { Injectable } from '@nestjs/common';
import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import type { Appeal } from '@vungmanh/contracts/inspection/appeal-state';
import type { DisciplineAct } from '@vungmanh/contracts/inspection/discipline-state';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Grants } from '@vungmanh/platform/scope/grants';
import type { DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-paper';
import { appealsOf } from '../appeal/appeals-of.js';
import { paperRowsOf, shownPapers } from '../discipline-paper/paper-rows.js';
import { suspensionsOf } from '../suspension/suspensions-of.js';
import { appealBody, bodiesAbove } from './appeal-body.js';
import { appealTerm, followingOf, isWritingLate } from './clock.rules.js';
import { peopleOn, standingOf } from './discipline-list.js';
import { notesOf } from './discipline-note.js';
import { decisionOf, numbersOf, openingOf, stepsOf } from './discipline-parts.js';
import { knowsCase } from './discipline-source.js';
import { votersOn } from './discipline-subject.js';
import { DisciplineEntity } from './discipline.entity.js';
import { heldSeats } from './held-seats.js';
import { actsFor, formsFor } from './discipline.rules.js';

/** Draws a case as somebody on its lists sees it, with what they may do. */
@Injectable()
export class DisciplinePage {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  /** The case behind it too, for who draws papers of it. */
  async of(actor: Actor, disciplineId: string): Promise<{ found: DisciplineEntity; shown: Discipline }> {
    const found = await this.db.load((manager) => manager.findOneBy(DisciplineEntity, { id: disciplineId }));
    if (found === null) throw refuse('request/not-found');
    const standing = await standingOf(this.db, this.grants, actor, found);
    const today = this.clock.today();
    const context = await ruleContextOf(this.db, found.nodeId);
    const [names, people, notes, papers, suspensions, appeals, seats, dismissed] = await Promise.all([
      this.names(found),
      peopleOn(this.db, disciplineId),
      notesOf(this.db, this.sealer, disciplineId),
      paperRowsOf(this.db, disciplineId),
      suspensionsOf(this.db, disciplineId, context),
      appealsOf(this.db, disciplineId, today, context),
      heldSeats(this.db, found.personId, today),
      found.dismissedFrom.length > 0 ? heldSeats(this.db, found.personId, found.decidedOn ?? today) : [],
    ]);
    const { id, version, nodeId, actor: body, subject, personId, state, form, subjectNodeId } = found;
    const settled = appeals.findLast((one) => one.shown.state === 'SETTLED');
    const term = state === 'IN_EFFECT' ? appealTerm({ ...found, answer: settled?.shown.delivered ?? (settled && 'AWAITED') }, today) : undefined;
    const next = term && (await appealBody(this.db, settled?.nodeId ?? found.deciding.nodeId));
    const numbers = numbersOf(papers);
    const works = standing.parts.some((part) => part !== 'SUBJECT');
    const following = followingOf(found, today, context);
    const knowsSource = found.sourceCaseId !== null && (await knowsCase(this.db, found.sourceCaseId, actor.person));
    const opening = openingOf(found, this.sealer, knowsSource);
    const may = actsFor(state, standing).filter((act) =>
      isDue(act, found, { open: next !== undefined && (term?.open === true || standing.right), last: appeals.at(-1)?.shown }),
    );
    const shown: Discipline = {
      id,
      version,
      nodeId,
      nodeName: names.node,
      actor: body,
      subject,
      name: names.subject,
      state,
      parts: [...standing.parts],
      ...(personId === null ? {} : { personId }),
      ...(form === null ? {} : { form }),
      overdue: isWritingLate(found, today, context) || following.some((one) => one.late && one.toldOn === undefined),
      following,
      subjectNodeId,
      subjectNodeName: names.subjectNode,
      ...opening,
      forms: formsFor(found, today),
      ...stepsOf(found, names, numbers),
      ...(works && body !== 'INSPECTION_COMMISSION' ? { votersToday: await votersOn(this.db, found, today) } : {}),
      notes: notes.map((note) => ({ ...note })),
      ...decisionOf(found, { ...names, dismissedFrom: dismissed }, numbers, context),
      ...(term === undefined || found.appealNodeId !== null
        ? {}
        : { appeal: { ...term, level: appeals.filter((one) => one.shown.state === 'SETTLED').length + 1, to: next?.name ?? '' } }),
      appeals: appeals.map((one) => one.shown),
      suspensions,
      seats: works ? seats : [],
      papers: shownPapers(papers, draftsOf(found)),
      people: works ? people : [],
      above: may.includes('propose') ? await bodiesAbove(this.db, found) : [],
      may,
    };
    return { found, shown };
  }

  private async names(found: DisciplineEntity): Promise<Names> {
    const [row] = await this.db.query<Names>(
      `select coalesce((select name from node_view where id = $1), '') as node,
         coalesce((select name from node_view where id = $2), '') as "subjectNode",
         coalesce((select name from person_name where person_id = $3), (select name from node_view where id = $2), '') as subject,
         coalesce((select name from person_name where person_id = $4), '') as hearer,
         coalesce((select name from node_view where id = $5), '') as deciding`,
      [found.nodeId, found.subjectNodeId, found.personId, found.heardBy, found.deciding.nodeId],
    );
    if (!row) throw new Error('A statement without a table answers one row');
    return row;
  }
}

export interface Names {
  readonly node: string;
  readonly subjectNode: string;
  readonly subject: string;
  readonly hearer: string;
  readonly deciding: string;
}

/** What can be printed before anybody has signed it: the ballot while votes are cast, the decision that waits for its signature. */
const draftsOf = ({ state, decidedForm }: DisciplineEntity): DisciplinePaperKind[] => [
  ...(state === 'HEARD' || state === 'VOTED' ? (['BALLOT'] as const) : []),
  ...(decidedForm === null ? [] : (['DECISION'] as const)),
];

/** What the table of acts allows is not always there to be done. */
function isDue(act: DisciplineAct, found: DisciplineEntity, appeal: { open: boolean; last: Appeal | undefined }): boolean {
  switch (act) {
    case 'sign':
      return found.writtenOn === null;
    case 'deliver':
      return found.writtenOn !== null && found.deliveredOn === null;
    case 'suspend':
      return found.personId !== null;
    case 'appeal':
      return appeal.open && found.appealNodeId === null;
    case 'end':
      return found.appealNodeId === null;
    case 'accept-appeal':
      return appeal.last?.state === 'SUBMITTED';
    case 'settle-appeal':
      return appeal.last?.state === 'ACCEPTED';
    case 'refuse-appeal':
      return found.appealNodeId !== null;
    case 'deliver-answer':
      return appeal.last?.state === 'SETTLED' && appeal.last.delivered === undefined;
    default:
      return true;
  }
}
