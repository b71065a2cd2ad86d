import type { EnrollmentKind, MemberStatus } from '@vungmanh/contracts/membership/member-status';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';

interface Dated {
  readonly id: string;
  from: CalendarDate;
  to: CalendarDate | null;
}

export interface StatusRow {
  readonly id: string;
  readonly status: MemberStatus;
  from: CalendarDate;
  readonly decision: string | null;
  readonly reason: string | null;
}

export interface EnrollmentRow extends Dated {
  readonly kind: EnrollmentKind;
  readonly nodeId: string;
  readonly letterNumber: string | null;
}

export interface ExemptionRow extends Dated {
  readonly reason: string | null;
}

export interface AwayRow extends Dated {
  readonly place: string;
  readonly reason: string | null;
  readonly expectedBack: CalendarDate | null;
}

/** The dated facts of one membership, each list by its first day. Reasons are plain here and sealed in the tables. */
export interface History {
  readonly statuses: StatusRow[];
  readonly enrollments: EnrollmentRow[];
  readonly exemptions: ExemptionRow[];
  readonly away: AwayRow[];
}

const reasons = {
  statuses: sealed('member_status.reason'),
  exemptions: sealed('exemption.reason'),
  away: sealed('working_away.reason'),
};

/** Everything dated of one person, in one statement. */
export async function historyOf(db: Reader, sealer: Sealer, personId: string): Promise<History> {
  const [row] = await db.query<History>(
    `select
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'status', s.status, 'from', s.valid_from, 'decision', s.decision, 'reason', s.reason)
         order by s.valid_from), '[]') from member_status s where s.person_id = $1) as statuses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'nodeId', e.node_id, 'from', e.valid_from, 'to', e.valid_to,
         'letterNumber', e.letter_number) order by e.valid_from, e.kind), '[]') from enrollment e where e.person_id = $1) as enrollments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'from', x.valid_from, 'to', x.valid_to, 'reason', x.reason)
         order by x.valid_from), '[]') from exemption x where x.person_id = $1) as exemptions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'from', a.valid_from, 'to', a.valid_to, 'place', a.place, 'reason', a.reason,
         'expectedBack', a.expected_back) order by a.valid_from), '[]') from working_away a where a.person_id = $1) as away`,
    [personId],
  );
  if (!row) throw new Error('A statement without a table answers one row');
  const opened = <R extends { id: string; reason: string | null }>(list: R[], kind: keyof typeof reasons): R[] =>
    list.map((each) => ({ ...each, reason: reasons[kind].read(sealer, each.id, each.reason) ?? null }));
  return {
    statuses: opened(row.statuses, 'statuses'),
    enrollments: row.enrollments,
    exemptions: opened(row.exemptions, 'exemptions'),
    away: opened(row.away, 'away'),
  };
}

/** Writes the rows that were added or changed; earlier periods first, so that one is closed before the next one opens. */
export async function writeHistory(db: Reader, sealer: Sealer, personId: string, changed: History): Promise<void> {
  const rows = (list: readonly { id: string; from: string; reason?: string | null }[], kind?: keyof typeof reasons): string =>
    JSON.stringify(list.map((r) => (kind ? { ...r, reason: reasons[kind].write(sealer, r.id, r.reason ?? undefined) } : r)));
  // First: by an enrollment the other rows of a new person are in reach.
  if (changed.enrollments.length > 0) {
    await db.query(
      `insert into enrollment (id, person_id, kind, node_id, valid_from, valid_to, letter_number)
       select r.id, $1, r.kind, r."nodeId", r."from", r."to", r."letterNumber"
       from jsonb_to_recordset($2::jsonb) as r(id uuid, kind text, "nodeId" uuid, "from" date, "to" date, "letterNumber" text) order by r."from"
       on conflict (id) do update set valid_to = excluded.valid_to`,
      [personId, rows(changed.enrollments)],
    );
  }
  if (changed.statuses.length > 0) {
    await db.query(
      `insert into member_status (id, person_id, status, valid_from, decision, reason)
       select r.id, $1, r.status, r."from", r.decision, r.reason
       from jsonb_to_recordset($2::jsonb) as r(id uuid, status text, "from" date, decision text, reason text) order by r."from"
       on conflict (id) do update set valid_from = excluded.valid_from`,
      [personId, rows(changed.statuses, 'statuses')],
    );
  }
  if (changed.exemptions.length > 0) {
    await db.query(
      `insert into exemption (id, person_id, valid_from, valid_to, reason) select r.id, $1, r."from", r."to", r.reason
       from jsonb_to_recordset($2::jsonb) as r(id uuid, "from" date, "to" date, reason text) order by r."from"
       on conflict (id) do update set valid_to = excluded.valid_to`,
      [personId, rows(changed.exemptions, 'exemptions')],
    );
  }
  if (changed.away.length > 0) {
    await db.query(
      `insert into working_away (id, person_id, valid_from, valid_to, place, reason, expected_back)
       select r.id, $1, r."from", r."to", r.place, r.reason, r."expectedBack"
       from jsonb_to_recordset($2::jsonb) as r(id uuid, "from" date, "to" date, place text, reason text, "expectedBack" date) order by r."from"
       on conflict (id) do update set valid_to = excluded.valid_to`,
      [personId, rows(changed.away, 'away')],
    );
  }
}
