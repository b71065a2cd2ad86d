import { Connected } from '@vungmanh/testing/connected';
import { isWithin, type Parents } from './oracle.js';
import { quizTables } from './quiz-tables.js';

/** One service's database, by the roles that sign in to it. */
export interface RoleUrls {
  readonly service: string;
  readonly owner: string;
  readonly app: string;
  readonly read: string;
}

export interface Reached {
  readonly trees?: readonly string[];
  readonly nodes?: readonly string[];
  readonly everything?: 'system' | 'province';
}

const ofMeeting = (column: string): string => `${column} in (select m.id from meeting m where m.node_id = any($1))`;
const ofBody = `body_id in (select b.id from body b where b.node_id = any($1))`;
const enrolled = (column: string): string =>
  `${column} in (select e.person_id from enrollment e where e.node_id = any($1) union select n.person_id from member_now n where n.node_id = any($1))`;
const rostered = `person_id in (select e.person_id from roster_enrollment e where e.node_id = any($1))`;
const nowRostered = `person_id in (select e.person_id from roster_enrollment e where e.node_id = any($1) and e.kind = 'OFFICIAL' and e.valid_to is null)`;
const [atNode, atItself] = ['node_id = any($1)', 'node_id = any($2)'];
const ofLine = `line_id in (select l.id from supervision_line l where l.${atItself})`;
const ofCheck = `node_id = any($1) or check_id in (select c.id from meeting_check c where c.node_id = any($1))`;
const ofProgram = `program_id in (select p.id from program p where p.node_id = any($1))`;

/** It belongs to the people on its own list, and to no organization. */
const ON_A_LIST = 'false';

/**
 * Of every secured table, which rows belong to the organizations `$1`, said once more and otherwise than the policies say it. `$2` are those
 * at which a right was given themselves: what is said of persons is in no reach from above, not even the province's.
 */
const belongs: Readonly<Record<string, string>> = {
  audit: atNode,
  member_now: atNode,
  enrollment: `node_id = any($1) or person_id in (select n.person_id from member_now n where n.node_id = any($1))`,
  person: enrolled('id'),
  member_status: enrolled('person_id'),
  exemption: enrolled('person_id'),
  management: enrolled('person_id'),
  working_away: enrolled('person_id'),
  import_batch: 'false',
  import_row: 'false',
  import_verdict: 'false',
  roster_line: atNode,
  roster_enrollment: atNode,
  roster_status: rostered,
  roster_exemption: rostered,
  roster_away: rostered,
  roster_suspension: `${rostered} or person_id in (select v.person_id from seat_view v join body_view b on b.id = v.body_id where b.node_id = any($1))`,
  roster_managed: rostered,
  meeting: atNode,
  task: atNode,
  minutes: ofMeeting('id'),
  resolution: ofMeeting('id'),
  minutes_addendum: ofMeeting('meeting_id'),
  vote: ofMeeting('meeting_id'),
  roll_event: ofMeeting('meeting_id'),
  roll_handed_in: ofMeeting('meeting_id'),
  meeting_document: ofMeeting('meeting_id'),
  issued_paper: ofMeeting('owner_id'),
  body_month: atNode,
  node_month: atNode,
  overview_answer: atNode,
  term: ofBody,
  seat: ofBody,
  follower: ofBody,
  register_counter: ofBody,
  import_run: atNode,
  export_run: atNode,
  import_organization: `import_id in (select r.id from import_run r where r.node_id = any($1))`,
  grant_proposal: atNode,
  program: `${atNode} or state <> 'DRAFT'`,
  plan_line: `actor_${atNode} or ${atNode}`,
  sensitive_mark: ofProgram,
  plan_amendment: ofProgram,
  node_quarter: atNode,
  task_view: atNode,
  member_supervision: atNode,
  supervision_count: atNode,
  supervision_line: atItself,
  supervision_month: ofLine,
  supervision_reminder: ofLine,
  supervision_answer: ofLine,
  meeting_check: `${atNode} or id in (select t.check_id from meeting_check_told t where t.node_id = any($1))`,
  meeting_check_change: `check_id in (select c.id from meeting_check c where c.${atNode})`,
  check_cell: ofCheck,
  check_finding: ofCheck,
  recommendation_due: atNode,
  inspection_report: atNode,
  issued_report_paper: `owner_id in (select r.id from inspection_report r where r.${atNode})`,
  inspection_case: ON_A_LIST,
  case_access: ON_A_LIST,
  case_step: ON_A_LIST,
  case_note: ON_A_LIST,
  case_finding: ON_A_LIST,
  case_statement: ON_A_LIST,
  case_document: ON_A_LIST,
  case_paper: ON_A_LIST,
  issued_case_paper: ON_A_LIST,
  recommendation: ON_A_LIST,
  recommendation_step: ON_A_LIST,
  recommendation_evidence: ON_A_LIST,
  written_report: ON_A_LIST,
  discipline_case: ON_A_LIST,
  discipline_access: ON_A_LIST,
  discipline_note: ON_A_LIST,
  discipline_paper: ON_A_LIST,
  issued_discipline_paper: ON_A_LIST,
  appeal: ON_A_LIST,
  suspension: ON_A_LIST,
  denunciation: ON_A_LIST,
  denunciation_access: ON_A_LIST,
  denunciation_item: ON_A_LIST,
  denunciation_note: ON_A_LIST,
  denunciation_paper: ON_A_LIST,
  issued_denunciation_paper: ON_A_LIST,
  vault_opening: ON_A_LIST,
  // Not even the platform's own work reads it: nothing is due to anybody.
  denunciant_vault: ON_A_LIST,
  duty: atNode,
  duty_figure: atNode,
  training_plan: `${atNode} or state <> 'DRAFT'`,
  planned_course: `plan_id in (select p.id from training_plan p where p.node_id = any($1) or p.state <> 'DRAFT')`,
  planned_quota: `${atNode} or planned_id in (select c.id from planned_course c join training_plan p on p.id = c.plan_id where p.node_id = any($1))`,
  training_amendment: `plan_id in (select p.id from training_plan p where p.node_id = any($1))`,
  training_need: atNode,
  training_class: `${atNode} or state <> 'PLANNED'`,
  lesson: `class_id in (select c.id from training_class c where c.node_id = any($1) or c.state <> 'PLANNED')`,
  class_enrollment: `holder_id = any($1) or ${atNode} or (state in ('ATTENDING', 'PASSED', 'FAILED', 'CERTIFIED') and ${nowRostered})`,
  lesson_event: 'holder_id = any($1)',
  lesson_attendance: `holder_id = any($1) or ${atNode}`,
  certificate: `holder_id = any($1) or ${atNode} or ${nowRostered}`,
  certificate_book: atNode,
  preparation: atNode,
  past_import: atNode,
  past_import_row: `import_id in (select i.id from past_import i where i.node_id = any($1))`,
  past_attendance: atNode,
  training_certificate: enrolled('person_id'),
  ...quizTables,
  study_level: atNode,
  chapter: `${atNode} or state in ('PUBLISHED', 'WITHDRAWN')`,
  chapter_draft: 'chapter_id in (select c.id from chapter c where c.node_id = any($1))',
  study_campaign: `${atNode} or id in (select l.campaign_id from study_level l where l.node_id = any($1))`,
  study_amendment: `campaign_id in (select c.id from study_campaign c where c.node_id = any($1)
    or c.id in (select l.campaign_id from study_level l where l.node_id = any($1)))`,
  study_session: 'level_id in (select l.id from study_level l where l.node_id = any($1))',
  discipline_effect: enrolled('person_id'),
  suspension_period: enrolled('person_id'),
};
const belongsIn = (service: string, table: string): string | undefined =>
  table === 'paper_number' ? (service === 'organization' ? ofBody : ofMeeting('meeting_id')) : belongs[table];

/** The tables of a database as its catalog has them: with a policy, forced, or with the reason why there is none. */
export async function tablesOf({ owner }: RoleUrls): Promise<{ name: string; secured: boolean; reason: string | null }[]> {
  return Connected.as(owner, (client) =>
    client.rows(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured, obj_description(c.oid, 'pg_class') as reason
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration' order by 1`,
    ),
  );
}

/** Takes row security away from every table that has it, does some work, and gives it back: the layers before it, by themselves. */
export async function withoutRowSecurity<T>(services: readonly RoleUrls[], work: () => Promise<T>): Promise<T> {
  const alter = async (how: 'disable' | 'enable'): Promise<void> => {
    for (const urls of services) {
      const tables = (await policed(urls)).map((name) => `alter table ${name} ${how} row level security;`);
      await Connected.as(urls.owner, (client) => client.rows(tables.join('\n')));
    }
  };
  await alter('disable');
  try {
    return await work();
  } finally {
    await alter('enable');
  }
}

const policed = async ({ owner }: RoleUrls): Promise<string[]> =>
  Connected.as(owner, async (client) =>
    (await client.rows<{ name: string }>(`select tablename as name from pg_policies order by 1`)).map(({ name }) => name),
  );

/** What an unscoped statement of a role finds in each secured table within a reach: `<rows>`, and the rows that the rules give. */
export async function rowsWithin(
  urls: RoleUrls,
  as: 'app' | 'read',
  reach: Reached,
  parents: Parents,
): Promise<Record<string, [found: number, due: number]>> {
  const reached = [...parents.keys()].filter((node) => reach.nodes?.includes(node) || reach.trees?.some((tree) => isWithin(node, tree, parents)));
  const everything = reach.everything !== undefined;
  const tables = (await tablesOf(urls)).filter(({ name, secured }) => secured && !name.startsWith('roll_event_'));
  const due = await Connected.as(urls.owner, async (client) => {
    await client.rows(`select set_config('reach.everything', 'system', false)`);
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const sql = belongsIn(urls.service, name);
      if (sql === undefined) throw new Error(`secured.ts: say which rows of ${name} belong to an organization`);
      const isOfPersons = sql === 'false' || sql.includes('$2');
      const whereSql = everything && (reach.everything === 'system' || !isOfPersons) ? 'true' : sql;
      const [row] = await client.rows<{ n: number }>(
        `select count(*)::int as n from ${name} where ${whereSql}`
          .replaceAll('$1', `'{${reached.join(',')}}'::uuid[]`)
          .replaceAll('$2', `'{${[...(reach.trees ?? []), ...(reach.nodes ?? [])].join(',')}}'::uuid[]`),
      );
      counts[name] = row?.n ?? 0;
    }
    return counts;
  });
  return Connected.as(urls[as], async (client) => {
    const listed = (ids: readonly string[] = []): string => (ids.length === 0 ? '' : `{${ids.join(',')}}`);
    const settings = { everything: reach.everything ?? '', trees: listed(reach.trees), nodes: listed(reach.nodes) };
    for (const [name, value] of Object.entries(settings)) await client.rows(`select set_config('reach.${name}', '${value}', false)`);
    const found: Record<string, [number, number]> = {};
    for (const { name } of tables) {
      const [row] = await client.rows<{ n: number }>(`select count(*)::int as n from ${name}`);
      found[name] = [row?.n ?? 0, due[name] ?? 0];
    }
    return found;
  });
}

/** What an unscoped statement finds in each table within a person's own reach: rows that are not theirs by `$1`, and whether any is. */
export async function ownRows(
  { read }: RoleUrls,
  person: string,
  own: Readonly<Record<string, string>>,
): Promise<{ table: string; others: number; some: boolean }[]> {
  return Connected.as(read, async (client) => {
    await client.rows(`select set_config('reach.person', '${person}', false)`);
    const found = [];
    for (const [table, sql] of Object.entries(own)) {
      const isOwn = sql.replaceAll('$1', `'${person}'::uuid`);
      const [row] = await client.rows<{ others: number; some: boolean }>(
        `select count(*) filter (where not (${isOwn}))::int as others, count(*) filter (where ${isOwn}) > 0 as some from ${table}`,
      );
      found.push({ table, others: row?.others ?? -1, some: row?.some ?? false });
    }
    return found;
  });
}
