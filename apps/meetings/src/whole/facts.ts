import type { Deviation } from '@vungmanh/contracts/deviation';
import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { Db } from '@vungmanh/platform/db/db';
import { localRulesSql, overridesOf, type LocalRule } from '@vungmanh/platform/scope/rule-context';
import { Scope } from '@vungmanh/platform/scope/scope';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { citableIn } from '../handbook/citable.js';
import type { CitableChapter } from '../handbook/citation.rules.js';
import { periodOf } from '../plan/plan.rules.js';
import { suspendedSql } from '../roster/suspended.js';
import type { SeatedLine } from '../roster/roster.rules.js';
import { hashOfWhole } from './hash-of-whole.js';

interface Standing {
  readonly id: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly deviations: Deviation[];
  /** Null where it was not handed in whole. */
  readonly hash: string | null;
}

/** What the platform knows of the body of a meeting that is handed in, on the day it was held. */
export interface Facts extends RuleContext {
  readonly nodeId: string;
  readonly kind: BodyKind;
  /** In the order of Vietnamese lists. */
  readonly roster: readonly SeatedLine[];
  /** Those that its agenda cites. */
  readonly chapters: ReadonlyMap<string, CitableChapter>;
  /** The meeting of the same period that stands already, or this very one. */
  readonly standing?: Standing;
}

interface Row {
  n: number;
  node_id: string;
  kind: BodyKind;
  type_code: string | null;
  path: string;
  roster: string | null;
  seats: string | null;
  rules: LocalRule[] | null;
  standing_id: string | null;
  standing_state: MeetingState | null;
  standing_version: number | null;
  standing_deviations: Deviation[] | null;
  standing_hash: string | null;
}

/** A meeting with the scope of whoever hands it in. */
export interface HandedIn {
  readonly meeting: WholeMeeting;
  readonly scope: Scope;
}

/** The meeting as it stands, when this very submission has come before. */
export const alreadyIn = (meeting: WholeMeeting, facts: Facts | undefined): Standing | undefined =>
  facts?.standing?.id === meeting.id && facts.standing.hash === hashOfWhole(meeting) ? facts.standing : undefined;

/** Facts of each meeting, in their order, in one statement; undefined where the body is absent or out of scope. */
export async function factsOf(db: Db, all: readonly HandedIn[]): Promise<(Facts | undefined)[]> {
  const meetings = all.map((one) => one.meeting);
  const scopes = [...new Set(all.map((one) => one.scope))];
  const params: unknown[] = [
    all.map((one) => scopes.indexOf(one.scope)),
    meetings.map((m) => m.bodyId),
    meetings.map((m) => m.kind),
    meetings.map((m) => (m.kind === 'EXTRAORDINARY' ? null : periodOf(m.kind, m.heldOn))),
    meetings.map((m) => m.id),
    meetings.map((m) => m.heldOn),
  ];
  const rows = await db.hot<Row>(factsSql(Scope.withinEach(scopes, 'a.actor', 'b.node_id', params)), params);
  const chapters = await citableIn(
    db,
    meetings.map((m) => m.agenda),
  );
  const facts = meetings.map((): Facts | undefined => undefined);
  for (const row of rows) {
    facts[row.n - 1] = {
      nodeId: row.node_id,
      kind: row.kind,
      path: row.path.split(' '),
      ...overridesOf(row.rules),
      roster: rosterOf(row),
      chapters,
      ...(row.type_code === null ? {} : { nodeType: row.type_code }),
      ...standingOf(row),
    };
  }
  return facts;
}

/** A whole roster is one text: seventeen rows of ten columns would cost the driver more than all the rest of the statement's answer. */
const factsSql = (insideSql: string): string => `
  with asked as (
    select a.n::int as n, a.id, a.kind as held_kind, a.period, a.day, b.id as body_id, b.node_id, b.kind
    from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::date[]) with ordinality as a(actor, body_id, kind, period, id, day, n)
    join body_view b on b.id = a.body_id
    where ${insideSql}
  ), roster as materialized (
    select a.n, string_agg(concat_ws(' ', l.person_id, l.status, l.enrollment, l.exempt, l.working_away), E'\n' order by l.sort_key, l.person_id) as lines
    from asked a join roster_line l on l.node_id = a.node_id and l.valid_from <= a.day and (l.valid_to is null or l.valid_to > a.day)
    where a.kind = 'CELL' and not ${suspendedSql('l.person_id', 'a.day', 'CELL')} group by a.n
  ), seats as materialized (
    select a.n, string_agg(v.person_id || ' ' || v.post, E'\n'
      order by (select p.sort_key from person_name p where p.person_id = v.person_id and a.kind = 'COMMITTEE') collate "C", v.person_id) as lines
    from asked a join seat_view v on v.body_id = a.body_id and v.valid_from <= a.day and (v.valid_to is null or v.valid_to > a.day)
      and (a.kind = 'CELL' or not ${suspendedSql('v.person_id', 'a.day', 'COMMITTEE')})
    group by a.n
  )
  select a.n, a.node_id, a.kind, v.type_code, s.id as standing_id, s.state as standing_state, s.version as standing_version,
    s.deviations as standing_deviations, s.handed_in_hash as standing_hash, r.lines as roster, c.lines as seats,
    ${localRulesSql} as rules,
    (select string_agg(t.ancestor::text, ' ' order by t.depth) from tree_now t where t.descendant = a.node_id) as path
  from asked a
  left join node_view v on v.id = a.node_id
  left join roster r on r.n = a.n
  left join seats c on c.n = a.n
  left join lateral (
    select m.* from (
      select 1 as rank, o.* from meeting o where o.id = a.id and o.body_id = a.body_id
      union all
      select 2, o.* from meeting o where o.body_id = a.body_id and o.kind = a.held_kind and o.period = a.period and o.superseded_by is null
    ) m order by m.rank limit 1
  ) s on true`;

/** Of a cell its members, with the seats of its committee; of a committee who sits in it. Who sits there twice stands once. */
function rosterOf({ kind, roster, seats }: Row): SeatedLine[] {
  const posts = new Map((seats?.split('\n') ?? []).map((line) => line.split(' ') as [string, Post]));
  if (kind === 'COMMITTEE') return [...posts].map(([personId, post]) => ({ personId, ...SEATED, post }));
  return (roster?.split('\n') ?? []).map((line) => {
    const [personId = '', status, enrollment, exempt, workingAway] = line.split(' ');
    const post = posts.get(personId);
    return {
      personId,
      status: status as SeatedLine['status'],
      enrollment: enrollment as SeatedLine['enrollment'],
      exempt: exempt === 't',
      workingAway: workingAway === 't',
      ...(post === undefined ? {} : { post }),
    };
  });
}

const SEATED = { status: 'OFFICIAL', enrollment: 'OFFICIAL', exempt: false, workingAway: false } as const;

function standingOf({
  standing_id: id,
  standing_state: state,
  standing_version: version,
  standing_deviations: deviations,
  standing_hash: hash,
}: Row): Pick<Facts, 'standing'> {
  return id === null || state === null || version === null ? {} : { standing: { id, state, version, deviations: deviations ?? [], hash } };
}
