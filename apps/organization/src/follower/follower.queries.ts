import type { FollowedCell, FollowedFilter, Follower } from '@vungmanh/contracts/organization/follower';
import type { CalendarDate, Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { decisionOf } from '../decision.js';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Scope } from '@vungmanh/platform/scope/scope';

interface FollowerRow extends Omit<Follower, 'name' | 'to' | 'decision'> {
  name: string | null;
  to: string | null;
  decision_number: string | null;
  decision_date: string | null;
}

const followerColumns = `f.id, f.version, f.body_id as "bodyId", f.person_id as "personId", p.name, f.valid_from::text as "from", f.valid_to::text as "to",
  f.decision_number, f.decision_date::text`;

function wire({ decision_number, decision_date, ...row }: FollowerRow): Follower {
  return { ...present(row), ...decisionOf({ decision_number, decision_date }) };
}

/** One assignment by its id, or those of a person in these cells that hold on a day. */
export async function followersById(
  reader: Reader,
  of: { id: string } | { personId: string; bodyIds: string[]; from: CalendarDate },
): Promise<Follower[]> {
  const namedSql = 'id' in of ? 'f.id = $1' : 'f.person_id = $1 and f.body_id = any($2::uuid[]) and (f.valid_to is null or f.valid_to > $3)';
  const rows = await reader.query<FollowerRow>(
    `select ${followerColumns} from follower f left join person_name p on p.person_id = f.person_id where ${namedSql} order by f.body_id, f.valid_from`,
    'id' in of ? [of.id] : [of.personId, of.bodyIds, of.from],
  );
  return rows.map(wire);
}

interface Asked {
  nodeId: string;
  scope: Scope;
  on: CalendarDate;
  personId?: string | undefined;
  show: FollowedFilter;
  cursor?: string | undefined;
  limit: number;
}

const shown: Record<FollowedFilter, string> = {
  ALL: 'true',
  FOLLOWED: 'exists (select 1 from follower f where f.body_id = b.id and f.valid_from <= $2 and (f.valid_to is null or f.valid_to > $2))',
  UNFOLLOWED: 'not exists (select 1 from follower f where f.body_id = b.id and f.valid_from <= $2 and (f.valid_to is null or f.valid_to > $2))',
};

/** A page of cells at and below an organization, by code; two statements. */
export async function followedCellsOf(reader: Reader, asked: Asked): Promise<Page<FollowedCell>> {
  const params: unknown[] = [asked.nodeId, asked.on, asked.limit + 1];
  const after = readCursor(asked.cursor, 2);
  const afterSql = after ? `and (n.code, n.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
  const personSql = asked.personId
    ? `and exists (select 1 from follower f where f.body_id = b.id and f.person_id = $${params.push(asked.personId)}
         and f.valid_from <= $2 and (f.valid_to is null or f.valid_to > $2))`
    : '';
  const shownSql = shown[asked.show];
  const insideSql = asked.scope.within('n.id', params);
  const cells = await reader.query<Omit<FollowedCell, 'followers' | 'parentName'> & { parentName: string | null }>(
    `select n.id as "nodeId", b.id as "bodyId", n.code, n.name, u.name as "parentName"
     from tree_now t join node_view n on n.id = t.descendant join body b on b.node_id = n.id and b.kind = 'CELL'
       left join node_view u on u.id = n.parent_id
     where t.ancestor = $1 and n.status = 'ACTIVE' and $2::date is not null and ${insideSql} and ${shownSql} ${personSql} ${afterSql}
     order by n.code, n.id limit $3`,
    params,
  );
  const page = pageOf(cells, asked.limit, (c) => [c.code, c.nodeId]);
  const followers = await reader.query<FollowerRow>(
    `select ${followerColumns} from follower f left join person_name p on p.person_id = f.person_id
     where f.body_id = any($1::uuid[]) and f.valid_from <= $2 and (f.valid_to is null or f.valid_to > $2) order by f.valid_from, f.id`,
    [page.items.map((c) => c.bodyId), asked.on],
  );
  return { ...page, items: page.items.map((c) => ({ ...present(c), followers: followers.filter((f) => f.bodyId === c.bodyId).map(wire) })) };
}
