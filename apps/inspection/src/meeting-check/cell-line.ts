import type { CheckCellLine } from '@vungmanh/contracts/inspection/check-cell';
import type { Reader } from '@vungmanh/platform/db/reader';

type Row = Omit<CheckCellLine, 'figures'> & { figures: CheckCellLine['figures'] | null; place: string };

const LINE_SQL = `select l.id, l.version, l.check_id as "checkId", l.node_id as "nodeId", n.name as "nodeName", l.figures, l.place,
    l.recorded_at is not null as recorded, l.heard_on is not null as heard, l.attended_on is not null as attended,
    jsonb_array_length(l.samples) as sampled,
    (select count(*)::int from check_finding f where f.check_id = l.check_id and f.node_id = l.node_id and f.dropped_at is null and f.kind = 'STRENGTH') as strengths,
    (select count(*)::int from check_finding f where f.check_id = l.check_id and f.node_id = l.node_id and f.dropped_at is null and f.kind = 'SHORTCOMING') as shortcomings
  from check_cell l join node_view n on n.id = l.node_id`;

/** Cells of a check by a condition of ours, each with the place that lists go on from. */
export async function cellLines(reader: Reader, restSql: string, params: unknown[]): Promise<{ place: string; line: CheckCellLine }[]> {
  const rows = await reader.query<Row>(`${LINE_SQL} ${restSql}`, params);
  return rows.map(({ place, figures, ...row }) => ({ place, line: { ...row, ...(figures === null ? {} : { figures }) } }));
}

/** One cell of a check whose reach has been asked for. */
export async function cellLine(reader: Reader, id: string): Promise<CheckCellLine> {
  const [row] = await cellLines(reader, 'where l.id = $1', [id]);
  if (!row) throw new Error(`Cell ${id} of a check is not there`);
  return row.line;
}
