import type { MonthGrade, Offered, SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { z } from 'zod';
import { openNote } from '../labor-grade/grades-of.js';
import { proposalReason, reportText } from './supervision-line.entity.js';
import { managedSql, rowColumns, rowOf, type RowOfLine, rowTablesSql, seatedInSql, toldOwnSql } from './line-rows.js';
import { lineActsFor, offersAt } from './supervision-line.rules.js';

export const reminderText = sealed('supervision_reminder.text');
export const answerText = sealed('supervision_answer.text');

interface Asked {
  readonly lineId: string;
  readonly person: string | undefined;
  readonly today: string;
}

type Whole = RowOfLine &
  Pick<SupervisionLine, 'nodeId' | 'bodyName' | 'quarter' | 'state' | 'gradeScale'> & {
    seated: boolean;
    managedBy: string | null;
    notes: { month: string; sealed: string }[];
    reminded: { id: string; on: string; place: SupervisionLine['given'][number]['place']; sealed: string; by: string }[];
    said: { id: string; at: string; sealed: string }[];
    reason: string | null;
    proposedOn: string | null;
    proposedBy: string;
    reportedTo: string | null;
    reportedOn: string | null;
    reportedBy: string;
    report: string | null;
  };

/** A member's quarter, whole, for the member and for who sits in the committee of the cell; undefined for anybody else. One statement. */
export async function lineOf(reader: Reader, sealer: Sealer, { lineId, person, today }: Asked): Promise<SupervisionLine | undefined> {
  const [row] = await reader.query<Whole>(WHOLE_SQL, [person, today, lineId]);
  if (!row) return undefined;
  const { seated, managedBy, notes, reminded, said, reason, proposedOn, proposedBy, reportedTo, reportedOn, reportedBy, report, ...line } = row;
  const shown = rowOf(sealer, line);
  const offered = offersAt(line.managedAbove, today);
  const open = (stored: string, place: typeof reminderText, id: string): string => place.read(sealer, id, stored) ?? '';
  return {
    ...shown,
    nodeId: line.nodeId,
    bodyName: line.bodyName,
    quarter: line.quarter,
    state: line.state,
    gradeScale: line.gradeScale,
    months: monthsOf(
      shown.grades,
      notes.map((note) => ({ month: note.month, note: openNote(sealer, lineId, note.month, note.sealed) ?? '' })),
    ),
    given: reminded.map(({ id, sealed: stored, ...reminder }) => ({ ...reminder, text: open(stored, reminderText, id) })),
    ...(line.proposal === null || proposedOn === null
      ? {}
      : { proposed: { kind: line.proposal, reason: proposalReason.read(sealer, lineId, reason) ?? '', on: proposedOn, by: proposedBy } }),
    ...(reportedTo === null || reportedOn === null
      ? {}
      : { report: { to: reportedTo, on: reportedOn, text: reportText.read(sealer, lineId, report) ?? '', by: reportedBy } }),
    said: said.map(({ id, at, sealed: stored }) => ({ at: new Date(at).toISOString(), text: open(stored, answerText, id) })),
    ...(managedBy === null ? {} : { managedBy }),
    offered: line.own ? withoutOffers(offered) : offered,
    may: lineActsFor(line.state, { own: line.own, seated }, { referred: line.proposal === 'REFER', reported: line.reported, offered }),
  };
}

/** Nobody is offered to propose for themselves; what the cell may do with them they read all the same. */
const withoutOffers = (offered: Offered): Offered => ({ ...offered, proposals: [], report: false });

function monthsOf(grades: readonly z.infer<typeof MonthGrade>[], notes: readonly { month: string; note: string }[]): SupervisionLine['months'] {
  const months = [...new Set([...grades, ...notes].map(({ month }) => month))].toSorted();
  return months.map((month) => ({
    month,
    ...grades.find((one) => one.month === month),
    ...notes.find((one) => one.month === month),
  }));
}

const nameSql = (column: string): string => `coalesce((select n.name from person_name n where n.person_id = ${column}), '')`;

const WHOLE_SQL = `
  select ${rowColumns}, l.node_id as "nodeId", coalesce(b.name, '') as "bodyName", m.quarter, m.state, m.grade_scale as "gradeScale",
    ${seatedInSql} as seated, (select v.name from node_view v where v.id = (${managedSql})) as "managedBy",
    array(select jsonb_build_object('month', g.month, 'sealed', g.note_sealed) from supervision_month g
      where g.line_id = l.id and g.note_sealed is not null order by g.month) as notes,
    array(select jsonb_build_object('id', g.id, 'on', g.given_on, 'place', g.place, 'sealed', g.text_sealed, 'by', ${nameSql('g.by_id')})
      from supervision_reminder g where g.line_id = l.id order by g.given_on, g.id) as reminded,
    array(select jsonb_build_object('id', a.id, 'at', a.at, 'sealed', a.text_sealed) from supervision_answer a where a.line_id = l.id
      order by a.at, a.id) as said,
    l.proposal_reason_sealed as reason, l.proposed_on::text as "proposedOn", ${nameSql('l.proposed_by')} as "proposedBy",
    l.reported_to as "reportedTo", l.reported_on::text as "reportedOn", ${nameSql('l.reported_by')} as "reportedBy", l.report_sealed as report
  from ${rowTablesSql} left join body_view b on b.id = m.body_id
  where l.id = $3 and (${toldOwnSql} or ${seatedInSql})`;
