import { Injectable } from '@nestjs/common';
import { appealOutcomeLabel, appealRefusalLabel, appealStateLabel, type Appeal } from '@vungmanh/contracts/inspection/appeal-state';
import { exportInspectionBook, inspectionBookLabel, readInspectionBook, type BookLine } from '@vungmanh/contracts/inspection/book';
import { denunciationStateLabel, ItemResult, itemResultLabel, type DenunciationState } from '@vungmanh/contracts/inspection/denunciation-state';
import { disciplineFormLabel, type DisciplineForm, type Inspector } from '@vungmanh/contracts/inspection/kind';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { settlement } from '../appeal/appeal.rules.js';
import { bodyName, commissionName } from '../discipline/appeal-body.js';
import { personOf } from '../discipline/discipline-list.js';
import { isOverdue } from '../denunciation/denunciation-page.js';
import { bookSheet } from './book-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than anybody is given in a year; a book is one page. */
const MOST = 2000;

type BookCall = Call<typeof readInspectionBook | typeof exportInspectionBook>;
interface Read {
  readonly items: BookLine[];
  readonly persons: string[];
}

/** The registers of denunciations and of appeals, as those read them who work on the files; nobody else has a line in theirs. */
@Injectable()
export class BookQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(readInspectionBook)
  async read(call: Call<typeof readInspectionBook>): Promise<OutputOf<typeof readInspectionBook>> {
    return { ...call.input, items: await this.lines(call) };
  }

  @Rpc(exportInspectionBook)
  async export(call: Call<typeof exportInspectionBook>): Promise<OutputOf<typeof exportInspectionBook>> {
    const { book, year } = call.input;
    const sheet = bookSheet(book, await this.lines(call));
    const { fileId } = await this.files.put(streamOfWorkbook([sheet]), { by: 'service:inspection', type: XLSX });
    return { fileId, name: `${inspectionBookLabel[book]} năm ${year}.xlsx`, type: XLSX };
  }

  private async lines(call: BookCall): Promise<BookLine[]> {
    const asked = [personOf(call.actor), `${call.input.year}-01-01`, MOST];
    const { items, persons } = call.input.book === 'APPEALS' ? await this.appeals(asked) : await this.denunciations(asked);
    await this.trail.recordRead(call, { persons });
    return items;
  }

  /** Whoever is denounced would learn of it from their trail: nobody is named there, as with the list. */
  private async denunciations(asked: unknown[]): Promise<Read> {
    const rows = await this.db.query<{
      id: string;
      on: string;
      name: string;
      actor: Inspector;
      nodeName: string;
      state: DenunciationState;
      acceptedOn: string | null;
      dueOn: string | null;
      closedOn: string | null;
      notice: string | null;
      answer: string | null;
      results: (ItemResult | null)[];
    }>(
      `select d.id, d.received_on::text as on, coalesce(p.name, s.name, '') as name, d.actor, coalesce(n.name, '') as "nodeName", d.state,
         d.accepted_on::text as "acceptedOn", d.due_on::text as "dueOn", d.settled_on::text as "closedOn",
         (select w.printed from denunciation_paper w where w.denunciation_id = d.id and w.kind = 'ACCEPTANCE') as notice,
         (select w.printed from denunciation_paper w where w.denunciation_id = d.id and w.kind = 'CONCLUSION') as answer,
         array(select i.result from denunciation_item i where i.denunciation_id = d.id order by i.ordinal) as results
       from denunciation d left join node_view n on n.id = d.node_id left join node_view s on s.id = d.subject_node_id
       left join person_name p on p.person_id = d.person_id
       where d.readers @> array[$1::uuid] and d.received_on >= $2::date and d.received_on < $2::date + interval '1 year'
         and exists (select from denunciation_access a where a.denunciation_id = d.id and a.person_id = $1 and a.until is null and a.part <> 'SUBJECT')
       order by d.received_on, d.id limit $3`,
      asked,
    );
    const today = this.clock.today();
    const items = rows.map(({ actor, nodeName, state, dueOn, results, ...row }) => ({
      ...present(row),
      ...present({ due: dueOn }),
      body: bodyName(actor, nodeName),
      matter: `${results.length} nội dung`,
      step: denunciationStateLabel[state],
      late: isOverdue({ dueOn, settledOn: row.closedOn, state }, today),
      ...(state === 'SETTLED' ? { outcome: resultsText(results) } : {}),
    }));
    return { items, persons: [] };
  }

  private async appeals(asked: unknown[]): Promise<Read> {
    const rows = await this.db.query<
      Pick<Appeal, 'state' | 'on'> & {
        id: string;
        personId: string | null;
        name: string;
        nodeName: string;
        decidedBy: string;
        decider: Inspector;
        decided: DisciplineForm;
        acceptedOn: string | null;
        closedOn: string | null;
        notice: string | null;
        answer: string | null;
        ground: NonNullable<Appeal['ground']> | null;
        outcome: NonNullable<Appeal['outcome']> | null;
        form: DisciplineForm | null;
      }
    >(
      `select c.id, c.person_id as "personId", a.on_day::text as on, coalesce(p.name, s.name, '') as name, coalesce(n.name, '') as "nodeName",
         coalesce(d.name, '') as "decidedBy", coalesce(c.proposed_to_actor, c.actor) as decider, c.decided_form as decided, a.state,
         a.accepted_on::text as "acceptedOn", a.closed_on::text as "closedOn", a.ground, a.outcome, a.form,
         (select w.printed from discipline_paper w where w.about_id = a.id and w.kind = 'APPEAL_NOTICE') as notice,
         (select w.printed from discipline_paper w where w.about_id = a.id and w.kind in ('APPEAL_DECISION', 'APPEAL_REFUSAL')) as answer
       from appeal a join discipline_case c on c.id = a.case_id left join node_view n on n.id = a.node_id
       left join node_view d on d.id = coalesce(c.proposed_to_node_id, c.node_id) left join node_view s on s.id = c.subject_node_id
       left join person_name p on p.person_id = c.person_id
       where c.readers @> array[$1::uuid] and a.on_day >= $2::date and a.on_day < $2::date + interval '1 year'
         and exists (select from discipline_access x where x.case_id = c.id and x.person_id = $1 and x.until is null and x.part <> 'SUBJECT')
       order by a.on_day, a.id limit $3`,
      asked,
    );
    const today = this.clock.today();
    const items = rows.map(({ personId: _who, nodeName, decidedBy, decider, decided, state, ground, outcome, form, ...row }) => {
      const { due, late } = settlement(row.on, row.closedOn, today);
      const came =
        outcome === null ? ground && appealRefusalLabel[ground] : `${appealOutcomeLabel[outcome]}${form ? `: ${disciplineFormLabel[form]}` : ''}`;
      return {
        ...present(row),
        body: commissionName(nodeName),
        matter: `${disciplineFormLabel[decided]}, quyết định của ${bodyName(decider, decidedBy)}`,
        step: appealStateLabel[state],
        late,
        ...(due === undefined ? {} : { due }),
        ...(came ? { outcome: came } : {}),
      };
    });
    return { items, persons: rows.flatMap((row) => row.personId ?? []) };
  }
}

/** '1 Tố cáo đúng, có vi phạm; 1 Tố cáo sai'. */
const resultsText = (results: readonly (ItemResult | null)[]): string =>
  ItemResult.options
    .map((result) => [results.filter((one) => one === result).length, itemResultLabel[result]] as const)
    .filter(([n]) => n > 0)
    .map(([n, label]) => `${n} nội dung: ${label.toLocaleLowerCase('vi-VN')}`)
    .join('; ');
