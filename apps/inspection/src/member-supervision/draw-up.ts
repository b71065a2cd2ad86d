import type { Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import type { Tx } from '@vungmanh/platform/db/tx';
import { daysOf } from './supervision.rules.js';

/** Who belongs to a cell on a day; whoever takes part elsewhere for a time is supervised there. */
const onRosterSql = (daySql: string): string =>
  `r.valid_from <= ${daySql}::date and (r.valid_to is null or r.valid_to > ${daySql}::date) and r.enrollment <> 'TEMPORARILY_ELSEWHERE'`;

/**
 * Draws up the quarter of every cell that `cellsSql` picks and that has none yet: one statement however many members there are. `b` is
 * the cell's body there, and its parameters come after `params`. Answers how many cells and members were added.
 */
export async function drawUp(tx: Tx, quarter: Quarter, cellsSql: (params: unknown[]) => string): Promise<{ cells: number; lines: number }> {
  const { from, to } = daysOf(quarter);
  const params: unknown[] = [quarter, from, to, tx.clock.today()];
  const [added] = await tx.query<{ cells: number; lines: number }>(
    `with made as (
       insert into member_supervision (id, version, node_id, body_id, quarter, from_on, to_on, state, roster_on, grade_scale)
       select uuidv7(), 1, b.node_id, b.id, $1, $2, $3, 'DRAFT', $4, coalesce(
         (select p.grade_scale from member_supervision p where p.body_id = b.id and p.quarter < $1 order by p.quarter desc limit 1), '{}')
       from body_view b where b.kind = 'CELL' and ${cellsSql(params)}
       on conflict (body_id, quarter) do nothing
       returning id, node_id, body_id
     ), line as (
       insert into supervision_line (id, version, supervision_id, node_id, body_id, person_id, reminders, answers)
       select uuidv7(), 1, m.id, m.node_id, m.body_id, r.person_id, 0, 0
       from made m join roster_line r on r.node_id = m.node_id and ${onRosterSql('$4')}
     ), counted as (
       insert into supervision_count (supervision_id, node_id, body_id, lines, commended, helped, reminded, referred, reported)
       select m.id, m.node_id, m.body_id, count(r.person_id), 0, 0, 0, 0, 0
       from made m left join roster_line r on r.node_id = m.node_id and ${onRosterSql('$4')}
       group by m.id, m.node_id, m.body_id
       returning lines
     )
     select count(*)::int as cells, coalesce(sum(lines), 0)::int as lines from counted`,
    params,
  );
  return added ?? { cells: 0, lines: 0 };
}

/**
 * A line for whoever has come to the cell since its quarter was drawn up; while it is a draft, none for whoever has left. What has been
 * told to its members keeps all of its lines: who has left remains a subject.
 */
export async function addNewcomers(tx: Tx, of: { id: string; draft: boolean }): Promise<void> {
  const today = tx.clock.today();
  if (of.draft) {
    await tx.query(
      `delete from supervision_line l where l.supervision_id = $1
         and not exists (select from roster_line r where r.node_id = l.node_id and r.person_id = l.person_id and ${onRosterSql('$2')})`,
      [of.id, today],
    );
  }
  await tx.query(
    `insert into supervision_line (id, version, supervision_id, node_id, body_id, person_id, reminders, answers)
     select uuidv7(), 1, m.id, m.node_id, m.body_id, r.person_id, 0, 0
     from member_supervision m join roster_line r on r.node_id = m.node_id and ${onRosterSql('$2')}
     where m.id = $1 and not exists (select from supervision_line l where l.supervision_id = m.id and l.person_id = r.person_id)`,
    [of.id, today],
  );
  await recount(tx, of.id);
}

/** What goes up is counted anew after each act: a cell has few lines. */
export async function recount(tx: Tx, supervisionId: string): Promise<void> {
  await tx.query(
    `update supervision_count c
     set lines = n.lines, commended = n.commended, helped = n.helped, reminded = n.reminded, referred = n.referred, reported = n.reported
     from (select count(*) as lines, count(*) filter (where l.proposal = 'COMMEND') as commended, count(*) filter (where l.proposal = 'HELP') as helped,
         count(*) filter (where l.reminders > 0 or l.proposal = 'REMIND') as reminded, count(*) filter (where l.proposal = 'REFER') as referred,
         count(*) filter (where l.reported_on is not null) as reported
       from supervision_line l where l.supervision_id = $1) n
     where c.supervision_id = $1`,
    [supervisionId],
  );
}
