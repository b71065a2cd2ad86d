import type { Reader } from '@vungmanh/platform/db/reader';

interface Sent {
  readonly nodeId: string;
  readonly subjectId: string;
  readonly today: string;
}

/** The committee that manages the member, the nearest above the body that reports, and its secretary and deputies; undefined where it has none. */
export async function receiversOf(reader: Reader, { nodeId, subjectId, today }: Sent): Promise<{ nodeId: string; personIds: string[] } | undefined> {
  const [managing] = await reader.query<{ nodeId: string }>(
    `select m.node_id as "nodeId" from roster_managed m join tree_now t on t.ancestor = m.node_id and t.descendant = $1 and t.depth > 0
     where m.person_id = $2 and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to > $3::date) order by t.depth limit 1`,
    [nodeId, subjectId, today],
  );
  if (!managing) return undefined;
  const personIds = await leadersOf(reader, { nodeId: managing.nodeId, subjectId, today });
  return personIds.length > 0 ? { nodeId: managing.nodeId, personIds } : undefined;
}

/** Who leads an organization today, without the subject and whoever sits in the subject's committee. */
export async function leadersOf(reader: Reader, { nodeId, subjectId, today }: Sent): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select distinct s.person_id as id from body_view b join seat_view s on s.body_id = b.id
     where b.node_id = $1 and s.post in ('SECRETARY', 'STANDING_DEPUTY', 'DEPUTY') and s.person_id <> $2
       and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)
       and not exists (select 1 from body_view o join seat_view x on x.body_id = o.id where o.node_id = $2 and x.person_id = s.person_id
         and x.valid_from <= $3::date and (x.valid_to is null or x.valid_to > $3::date))`,
    [nodeId, subjectId, today],
  );
  return rows.map((row) => row.id);
}
