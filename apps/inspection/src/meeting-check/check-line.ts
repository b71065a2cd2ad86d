import type { MeetingCheckLine } from '@vungmanh/contracts/inspection/meeting-check';
import type { Reader } from '@vungmanh/platform/db/reader';

type Row = Omit<MeetingCheckLine, 'publishedAt' | 'number'> & { publishedAt: Date | null; number: string | null };

/** A check `c` as lists show it: how far it is, in counts. */
const LINE_SQL = `select c.id, c.version, c.node_id as "nodeId", n.name as "nodeName", c.half, c.state, c.planned_end::text as "plannedEnd",
    l.cells, l.recorded, l.heard, l.attended, c.published_at as "publishedAt", c.number
  from meeting_check c join node_view n on n.id = c.node_id cross join lateral (
    select count(*)::int as cells, count(l.recorded_at)::int as recorded, count(l.heard_on)::int as heard, count(l.attended_on)::int as attended
    from check_cell l where l.check_id = c.id) l`;

/** Checks by a condition of ours; `restSql` may go on with order and limit. */
export async function checkLines(reader: Reader, restSql: string, params: unknown[]): Promise<MeetingCheckLine[]> {
  const rows = await reader.query<Row>(`${LINE_SQL} ${restSql}`, params);
  return rows.map(({ publishedAt, number, ...row }) => ({
    ...row,
    ...(publishedAt === null ? {} : { publishedAt: publishedAt.toISOString() }),
    ...(number === null ? {} : { number }),
  }));
}

/** One check whose reach has been asked for. */
export async function checkLine(reader: Reader, id: string): Promise<MeetingCheckLine> {
  const [line] = await checkLines(reader, 'where c.id = $1', [id]);
  if (!line) throw new Error(`Check ${id} is not there`);
  return line;
}
