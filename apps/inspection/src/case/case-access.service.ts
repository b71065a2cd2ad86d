import { Injectable } from '@nestjs/common';
import { addToCase, removeFromCase, type CaseStanding } from '@vungmanh/contracts/inspection/case';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { CaseChange } from './case-change.js';
import { delist, enlist, tookStep } from './case-step.js';

/** Who may know of a case: changed by who decides, with the reason, in everybody's sight who is on the list. */
@Injectable()
export class CaseAccessService {
  constructor(private readonly change: CaseChange) {}

  @Rpc(addToCase)
  add(call: Call<typeof addToCase>): Promise<CaseStanding> {
    const { personId, part, reason } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('change-access', open.parts);
      const [known] = await tx.query<{ seated: boolean }>(
        `select exists (select 1 from seat_view s join body_view b on b.id = s.body_id where b.node_id = $2 and s.person_id = $1
           and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)) as seated from person_name where person_id = $1`,
        [personId, entity.subjectId, tx.clock.today()],
      );
      if (!known) throw refuse('request/not-found');
      const subjectSide = personId === entity.subjectId || known.seated;
      const inner = entity.innerIds.includes(personId);
      if (part === 'SUBJECT' ? !subjectSide || inner : subjectSide) throw fail(addToCase, 'inspection/conflict-of-interest');
      if (part === 'SUBJECT' && entity.announcedOn === null) throw fail(addToCase, 'inspection/not-announced');
      if (part === 'SUBJECT' ? entity.listedIds.includes(personId) : await this.has(open.tx, entity.id, { personId, part })) {
        throw fail(addToCase, 'inspection/on-the-list');
      }
      await enlist(open, [{ personId, part }], reason);
      await tookStep(open, 'change-access', { note: reason });
    });
  }

  @Rpc(removeFromCase)
  remove(call: Call<typeof removeFromCase>): Promise<CaseStanding> {
    const { accessId, reason } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('change-access', open.parts);
      const [row] = await tx.query<{ part: string; others: number }>(
        `select a.part, (select count(*)::int from case_access o where o.case_id = a.case_id and o.part = a.part and o.until is null and o.id <> a.id) as others
         from case_access a where a.case_id = $1 and a.id = $2 and a.until is null`,
        [entity.id, accessId],
      );
      if (!row) throw refuse('request/not-found');
      // The team is changed as a team; somebody always decides, and a subject always knows.
      if (row.part !== 'READER' && !(['DECIDER', 'SUBJECT'].includes(row.part) && row.others > 0)) throw fail(removeFromCase, 'inspection/must-stay');
      // While the list still has the person who changes it: afterwards nothing of the case may be within their reach.
      await tookStep(open, 'change-access', { note: reason });
      await delist(open, [accessId]);
    });
  }

  private async has(tx: { query<R>(sql: string, params: unknown[]): Promise<R[]> }, caseId: string, of: { personId: string; part: string }) {
    const rows = await tx.query('select 1 from case_access where case_id = $1 and person_id = $2 and part = $3 and until is null', [
      caseId,
      of.personId,
      of.part,
    ]);
    return rows.length > 0;
  }
}
