import type { Reader } from '@vungmanh/platform/db/reader';

interface Sent {
  readonly nodeId: string;
  readonly subjectId: string;
  readonly today: string;
}

/** The committee that manages the member, the nearest above the body that reports, and its secretary and deputies; undefined where it has none. */
export async function receiversOf(reader: Reader, { nodeId, subjectId, today }: Sent): Promise<{ nodeId: string; personIds: string[] } | undefined> {
  const [row] = await reader.query<{ nodeId: string; personIds: string[] }>(
    `select m.node_id as "nodeId", array(select distinct s.person_id from body_view b join seat_view s on s.body_id = b.id
       where b.node_id = m.node_id and s.post in ('SECRETARY', 'STANDING_DEPUTY', 'DEPUTY') and s.person_id <> $2
         and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)) as "personIds"
     from roster_managed m join tree_now t on t.ancestor = m.node_id and t.descendant = $1 and t.depth > 0
     where m.person_id = $2 and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to > $3::date) order by t.depth limit 1`,
    [nodeId, subjectId, today],
  );
  return row !== undefined && row.personIds.length > 0 ? row : undefined;
}
