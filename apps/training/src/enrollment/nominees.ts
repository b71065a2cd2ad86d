import type { Reader } from '@vungmanh/platform/db/reader';
import type { ClassEntity } from '../class/class.entity.js';
import { LIVE } from './enrollment.rules.js';

/** Somebody whom a cell names for a class, and what else they and the cell are called to. */
export interface Nominee {
  readonly personId: string;
  readonly name: string;
  readonly ofCell: boolean;
  readonly already: boolean;
  /** A sitting of another class lies across one of this class. */
  readonly clashes: boolean;
  /** Courses in the same days, this one included. */
  readonly courses: number;
}

/** What is known of them, in the order in which they were named; the cell's own reach holds all of it. */
export function nomineesOf(reader: Reader, found: ClassEntity, nodeId: string, personIds: readonly string[]): Promise<Nominee[]> {
  return reader.query<Nominee>(
    `with other as (
       select e.person_id, e.class_id from class_enrollment e join training_class c on c.id = e.class_id
       where e.person_id = any($1::uuid[]) and e.class_id <> $2 and e.state = any($3::text[]) and c.from_on <= $5::date and $4::date <= c.to_on)
     select p.id as "personId", coalesce(n.name, '') as name,
       exists (select from roster_line r where r.node_id = $6 and r.person_id = p.id and r.valid_from <= $4::date
         and (r.valid_to is null or r.valid_to > $4::date)) as "ofCell",
       exists (select from class_enrollment e where e.class_id = $2 and e.person_id = p.id) as already,
       exists (select from other o join lesson a on a.class_id = o.class_id join lesson b on b.class_id = $2
         where o.person_id = p.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at) as clashes,
       1 + (select count(*)::int from other o where o.person_id = p.id) as courses
     from unnest($1::uuid[]) with ordinality as p(id, place) left join person_name n on n.person_id = p.id order by p.place`,
    [personIds, found.id, LIVE, found.fromOn, found.toOn, nodeId],
  );
}

/** How many members a cell has on the first day of a class, and how many of them are on courses in the same days without those who are named now. */
export async function cellBefore(reader: Reader, found: ClassEntity, nodeId: string): Promise<{ members: number; away: number }> {
  const [row] = await reader.query<{ members: number; away: number }>(
    `select (select count(distinct r.person_id)::int from roster_line r where r.node_id = $1 and r.valid_from <= $2::date
         and (r.valid_to is null or r.valid_to > $2::date)) as members,
       (select count(distinct e.person_id)::int from class_enrollment e join training_class c on c.id = e.class_id
         where e.node_id = $1 and e.state = any($4::text[]) and c.from_on <= $3::date and $2::date <= c.to_on) as away`,
    [nodeId, found.fromOn, found.toOn, LIVE],
  );
  return row ?? { members: 0, away: 0 };
}
