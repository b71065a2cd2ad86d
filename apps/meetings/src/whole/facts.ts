import type { Deviation } from '@vungmanh/contracts/deviation';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { Db } from '@vungmanh/platform/db/db';
import { Scope } from '@vungmanh/platform/scope/scope';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { periodOf } from '../plan/plan.rules.js';
import { rostersOf } from '../roster/roster-of.js';
import type { RosterPerson } from '../roster/roster.rules.js';
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
  readonly roster: readonly RosterPerson[];
  /** The meeting of the same period that stands already, or this very one. */
  readonly standing?: Standing;
}

interface Row {
  n: number;
  node_id: string;
  kind: BodyKind;
  type_code: string | null;
  path: string[];
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

/** Facts of each meeting, in their order, in two statements; undefined where the body is absent or out of scope. */
export async function factsOf(db: Db, all: readonly HandedIn[]): Promise<(Facts | undefined)[]> {
  const meetings = all.map((one) => one.meeting);
  const scopes = [...new Set(all.map((one) => one.scope))];
  const asked = meetings.map((m) => ({ bodyId: m.bodyId, day: m.heldOn }));
  const params: unknown[] = [
    all.map((one) => scopes.indexOf(one.scope)),
    meetings.map((m) => m.bodyId),
    meetings.map((m) => m.kind),
    meetings.map((m) => (m.kind === 'EXTRAORDINARY' ? null : periodOf(m.kind, m.heldOn))),
    meetings.map((m) => m.id),
  ];
  const insideSql = Scope.withinEach(scopes, 'a.actor', 'b.node_id', params);
  const [rows, rosters] = await Promise.all([
    db.hot<Row>(
      `select a.n::int as n, b.node_id, b.kind, v.type_code, s.id as standing_id, s.state as standing_state, s.version as standing_version,
         s.deviations as standing_deviations, s.handed_in_hash as standing_hash,
         array(select t.ancestor from tree_now t where t.descendant = b.node_id order by t.depth) as path
       from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::uuid[]) with ordinality as a(actor, body_id, kind, period, id, n)
       join body_view b on b.id = a.body_id
       left join node_view v on v.id = b.node_id
       left join lateral (
         select m.id, m.state, m.version, m.deviations, m.handed_in_hash from meeting m
         where m.body_id = a.body_id and (m.id = a.id or (m.kind = a.kind and m.period = a.period and m.superseded_by is null))
         order by m.id <> a.id limit 1
       ) s on true
       where ${insideSql}`,
      params,
    ),
    rostersOf({ query: (sql, params) => db.hot(sql, params) }, asked),
  ]);
  const facts = meetings.map((): Facts | undefined => undefined);
  for (const row of rows) {
    facts[row.n - 1] = {
      nodeId: row.node_id,
      kind: row.kind,
      path: row.path,
      roster: rosters[row.n - 1] ?? [],
      ...(row.type_code === null ? {} : { nodeType: row.type_code }),
      ...standingOf(row),
    };
  }
  return facts;
}

function standingOf({
  standing_id: id,
  standing_state: state,
  standing_version: version,
  standing_deviations: deviations,
  standing_hash: hash,
}: Row): Pick<Facts, 'standing'> {
  return id === null || state === null || version === null ? {} : { standing: { id, state, version, deviations: deviations ?? [], hash } };
}
