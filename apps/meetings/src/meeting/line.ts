import type { MeetingLine } from '@vungmanh/contracts/meetings/meeting';

/** The columns of a line of a list of meetings `m` with their bodies `b`. */
export const lineColumns = `
  m.id, m.version, m.body_id as "bodyId", m.node_id as "nodeId", b.name as "bodyName", m.kind, m.covers_thematic as "coversThematic",
  m.month, m.state, m.planned_on::text as "plannedOn", m.starts_at as "startsAt", m.place, m.topic,
  jsonb_array_length(m.deviations) as deviations`;

/** A line as the driver reads it. */
export type LineRow = Omit<MeetingLine, 'startsAt' | 'place' | 'topic'> & { startsAt: Date | null; place: string | null; topic: string | null };

/** A line as the contract says it: what is not there is absent. */
export function lineOf<Row extends LineRow>({ startsAt, place, topic, ...row }: Row) {
  return {
    ...row,
    ...(startsAt === null ? {} : { startsAt: startsAt.toISOString() }),
    ...(place === null ? {} : { place }),
    ...(topic === null ? {} : { topic }),
  };
}
