import type { NewLines, Subjects } from '@vungmanh/contracts/inspection/plan-line';
import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken } from '@vungmanh/platform/problem';
import type { ProgramEntity } from '../program/program.entity.js';
import { judge } from '../program/program.rules.js';
import { checkDates, dueOn } from './line.rules.js';
import { checkThematic } from '../case/thematic.js';
import { checkTeam } from './team.js';

/** What has become of the subjects that were asked for. */
export interface Inserted {
  readonly added: number;
  readonly already: number;
  readonly leftOut: number;
}

/** Members and cells found below the program's organization: `$1` it, `$2` the day, `$3` what they are narrowed to. */
const membersSql = (narrowSql: string): string => `
  select distinct on (r.person_id) r.person_id as subject_id, n.id as node_id, n.code as place,
    exists (select from roster_managed m join tree_now a on a.ancestor = m.node_id and a.descendant = $1 and a.depth > 0
      where m.person_id = r.person_id and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date)) as managed
  from roster_line r join tree_now t on t.descendant = r.node_id and t.ancestor = $1 join node_view n on n.id = r.node_id
  where r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date) and r.enrollment <> 'TEMPORARY_HERE' and ${narrowSql}`;

const organizationsSql = (narrowSql: string): string => `
  select n.id as subject_id, n.id as node_id, n.code as place, false as managed
  from node_view n join tree_now t on t.descendant = n.id and t.ancestor = $1 and t.depth > 0
  where n.status = 'ACTIVE' and $2::date is not null and ${narrowSql}`;

const belowSql = (columnSql: string): string => `${columnSql} in (select b.descendant from tree_now b where b.ancestor = $3::uuid)`;

const wantedSql: Readonly<Record<'members' | 'membersBelow' | 'organizations' | 'cellsBelow', string>> = {
  members: membersSql('r.person_id = any($3::uuid[])'),
  membersBelow: membersSql(belowSql('r.node_id')),
  organizations: organizationsSql('n.id = any($3::uuid[])'),
  cellsBelow: organizationsSql(`(n.traits ->> 'meetsAsCell')::boolean and ${belowSql('n.id')}`),
};

const sourceOf = (subjects: Subjects): keyof typeof wantedSql => {
  switch (subjects.of) {
    case 'CHOSEN':
      return subjects.subject === 'MEMBER' ? 'members' : 'organizations';
    case 'CELLS':
      return 'cellsBelow';
    case 'MEMBERS':
      return 'membersBelow';
  }
};

const kindOf = (subjects: Subjects): SubjectKind =>
  subjects.of === 'CHOSEN' ? subjects.subject : subjects.of === 'CELLS' ? 'ORGANIZATION' : 'MEMBER';

/**
 * Adds a line for each subject in one statement, whether one or a province's members. Refuses what the body may not do, and subjects
 * chosen by name that are not for it; among all it leaves those out. `amendment`: the number of the one that brings them.
 */
export async function insertLines(tx: Tx, program: ProgramEntity, lines: NewLines, amendment?: number): Promise<Inserted> {
  const { quarter, kind, subjects, content, leaderId, teamIds, fromOn, toOn, dispersed, groups } = lines;
  const today = tx.clock.today();
  const subject = kindOf(subjects);
  const { reportManaged } = judge({ actor: program.actor, kind, subject }, today);
  await checkThematic(tx, { nodeId: program.nodeId, actor: program.actor, kind, dispersed, groups }, today);
  checkDates({ year: program.year, quarter }, fromOn, toOn);
  await checkTeam(tx, program.nodeId, lines);
  const source = wantedSql[sourceOf(subjects)];
  const narrow = subjects.of === 'CHOSEN' ? [...new Set(subjects.subjectIds)] : (subjects.nodeId ?? program.nodeId);
  const which = [program.nodeId, today, narrow];
  if (subjects.of === 'CHOSEN') await checkChosen(tx, { sourceSql: source, which, asked: narrow.length, reportManaged });
  const sourceSql = source;
  const [row] = await tx.query<{ wanted: number; added: number; left_out: number }>(
    `with wanted as materialized (${sourceSql}),
       fit as (select * from wanted where not (managed and $4::boolean)),
       added as (
         insert into plan_line (id, version, program_id, actor_node_id, year, quarter, kind, subject, subject_id, node_id, place, content,
           leader_id, team_ids, from_on, to_on, due_on, state, amendment)
         select uuidv7(), 1, $5, $1, $6, $7, $8, $9, f.subject_id, f.node_id, f.place, $10, $11, $12, $13, $14, $15, 'PLANNED', $16 from fit f
         on conflict (program_id, subject_id, quarter, kind) where state in ('PLANNED', 'IN_PROGRESS', 'DONE') do nothing returning 1)
     select (select count(*) from wanted)::int as wanted, (select count(*) from added)::int as added,
       (select count(*) from wanted where managed and $4::boolean)::int as left_out`,
    [
      ...which,
      reportManaged !== undefined,
      program.id,
      program.year,
      quarter,
      kind,
      subject,
      content,
      leaderId ?? null,
      [...new Set(teamIds)].filter((id) => id !== leaderId),
      fromOn ?? null,
      toOn ?? null,
      dueOn(program.year, quarter, toOn),
      amendment ?? null,
    ],
  );
  const { wanted = 0, added = 0, left_out: leftOut = 0 } = row ?? {};
  return { added, leftOut, already: wanted - added - leftOut };
}

interface Chosen {
  readonly sourceSql: string;
  readonly which: unknown[];
  readonly asked: number;
  readonly reportManaged: string | undefined;
}

async function checkChosen(tx: Tx, { sourceSql, which, asked, reportManaged }: Chosen): Promise<void> {
  const found = await tx.query<{ name: string | null; managed: boolean }>(
    `select p.name, w.managed from (${sourceSql}) w left join person_name p on p.person_id = w.subject_id`,
    which,
  );
  if (found.length < asked)
    throw new Broken('inspection/subject-outside', `${asked - found.length} trong ${asked} đối tượng đã chọn ở ngoài phạm vi.`);
  const managed = found.filter((f) => f.managed).map((f) => f.name ?? '');
  if (reportManaged !== undefined && managed.length > 0) throw new Broken('inspection/report-in-writing', `${managed.join(', ')}: ${reportManaged}`);
}
