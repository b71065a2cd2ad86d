import { Injectable } from '@nestjs/common';
import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import type { DenunciationAct } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Grants } from '@vungmanh/platform/scope/grants';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { paperRowsOf, shownPapers } from '../denunciation-paper/paper-rows.js';
import { personOf } from '../discipline/discipline-list.js';
import { lastOpening, type Opening, shownOpening } from '../vault/opening.js';
import { peopleOn, standingOf } from './denunciation-list.js';
import { itemsOf, notesOf } from './denunciation-text.js';
import { DenunciationEntity } from './denunciation.entity.js';
import { actsFor, type Standing } from './denunciation.rules.js';

/** Draws a denunciation as somebody on its lists sees it; whoever is denounced sees the items and their own words. */
@Injectable()
export class DenunciationPage {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<{ found: DenunciationEntity; standing: Standing }> {
    const found = await this.db.load((manager) => manager.findOneBy(DenunciationEntity, { id }));
    if (found === null) throw refuse('request/not-found');
    return { found, standing: await standingOf(this.db, this.grants, actor, found) };
  }

  async of(actor: Actor, id: string): Promise<{ found: DenunciationEntity; shown: Denunciation }> {
    const { found, standing } = await this.find(actor, id);
    const works = standing.parts.some((part) => part !== 'SUBJECT');
    const [names, items, notes, papers, people, opening] = await Promise.all([
      this.names(found),
      itemsOf(this.db, this.sealer, id),
      notesOf(this.db, this.sealer, id),
      paperRowsOf(this.db, id),
      works ? peopleOn(this.db, id) : [],
      works ? lastOpening(this.db, id) : undefined,
    ]);
    const keeps = standing.parts.some((part) => part === 'HANDLER' || part === 'VAULT_KEEPER');
    const { version, nodeId, actor: body, state, personId, subjectNodeId, receivedOn, acceptedOn, dueOn, extended, settledOn, told } = found;
    const rule = ruleAt('denunciation.settle_days', acceptedOn ?? receivedOn, await ruleContextOf(this.db, nodeId))?.says;
    const shown: Denunciation = {
      id,
      version,
      nodeId,
      nodeName: names.node,
      actor: body,
      name: names.subject,
      state,
      receivedOn,
      subjectNodeId,
      extended,
      told,
      overdue: isOverdue(found, this.clock.today()),
      parts: [...standing.parts],
      ...(personId === null ? {} : { personId }),
      ...(dueOn === null ? {} : { dueOn }),
      ...(works ? { way: found.way, signed: found.signed } : {}),
      ...(opening === undefined
        ? {}
        : { opening: shownOpening(this.sealer, opening, { person: personOf(actor), keeps, nowMs: this.clock.millis() }) }),
      items,
      notes: notes.filter((note) => works || note.kind === 'EXPLANATION').map((note) => ({ ...note })),
      ...(acceptedOn === null ? {} : { acceptedOn }),
      papers: shownPapers(papers, works),
      ...(rule === undefined ? {} : { rule }),
      ...(settledOn === null ? {} : { settledOn }),
      people,
      may: actsFor(state, standing).filter((act) => isDue(act, found, { opening, person: personOf(actor) })),
    };
    return { found, shown };
  }

  private async names(found: DenunciationEntity): Promise<{ node: string; subject: string }> {
    const [row] = await this.db.query<{ node: string; subject: string }>(
      `select coalesce((select name from node_view where id = $1), '') as node,
         coalesce((select name from person_name where person_id = $2), (select name from node_view where id = $3), '') as subject`,
      [found.nodeId, found.personId, found.subjectNodeId],
    );
    if (!row) throw new Error('A statement without a table answers one row');
    return row;
  }
}

export const isOverdue = ({ dueOn, settledOn, state }: Pick<DenunciationEntity, 'dueOn' | 'settledOn' | 'state'>, today: string): boolean =>
  dueOn !== null && (state === 'ACCEPTED' || state === 'SETTLED') && dueOn < (settledOn ?? today);

function isDue(act: DenunciationAct, found: DenunciationEntity, { opening, person }: { opening: Opening | undefined; person: string }): boolean {
  switch (act) {
    case 'accept':
    case 'ask-opening':
      return found.signed;
    case 'extend':
      return !found.extended;
    case 'tell':
      return !found.told && found.personId !== null;
    case 'confirm-opening':
      return opening !== undefined && opening.confirmedAt === null && opening.askedBy !== person;
    default:
      return true;
  }
}
