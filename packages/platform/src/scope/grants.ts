import { Injectable } from '@nestjs/common';
import type { Permission } from '@vungmanh/contracts/permission';
import type { Actor } from '../actor/actor.js';
import { Clock } from '../clock.js';
import { Db } from '../db/db.js';
import { type Place, Scope } from './scope.js';

interface GrantRow {
  node_id: string;
  below: boolean;
  permissions: string[];
  on_behalf_of: string | null;
}

/** Who asks, and for whom. */
type Asker = Pick<Actor, 'id' | 'onBehalfOf'>;

/**
 * Replicas learn of a change from different events; with this lifetime a withdrawn grant ends everywhere well within 5 s. Of the tree
 * too: a statement narrows itself by the tables, whatever is remembered here.
 */
const CACHE_MS = 2000;
/** A place stands as long as the tree does, but no longer than this: while a projection is made anew, sums may be equal by chance. */
const PLACE_MS = 30_000;

/** What an account may do below which nodes, from the service's own copy of the grants. */
@Injectable()
export class Grants {
  private readonly places = new Map<string, { place: Place; until: number }>();
  private treeSeen = { versions: '', root: '', until: 0 };
  private readonly cache = new Map<string, { rows: GrantRow[]; until: number }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The scope of one permission for one asker today; empty when they hold none. `reader`: see {@link permissionsAt}. */
  async scope(asker: Asker, permission: Permission, reader: Pick<Db, 'query'> = this.db): Promise<Scope> {
    const held = (await this.rows(asker, reader)).filter((g) => g.permissions.includes(permission));
    const trees = held.filter((g) => g.below).map((g) => g.node_id);
    const nodes = held.filter((g) => !g.below).map((g) => g.node_id);
    if (reader === this.db) await this.lookAtTree();
    return new Scope(trees, nodes, trees.includes(this.treeSeen.root));
  }

  /** Whether the asker may act for whom they say today; for themselves always. */
  async mayAct(asker: Asker): Promise<boolean> {
    return asker.onBehalfOf === undefined || (await this.rows(asker)).length > 0;
  }

  /** Whether an organization lies in the scope. */
  async covers(scope: Scope, node: string): Promise<boolean> {
    await this.lookAtTree();
    const known = this.places.get(node);
    if (known && known.until > this.clock.millis() && scope.covers(node, known.place)) return true;
    // What is refused is always looked up: were it remembered, an answer that comes sooner would tell that the organization exists.
    const place = await this.place(node);
    return place !== undefined && scope.covers(node, place);
  }

  private async place(node: string): Promise<Place | undefined> {
    const tree = this.treeSeen.versions;
    const rows = await this.db.hot<{ ancestor: string; alone: boolean }>(
      `select t.ancestor, not exists (select 1 from tree_now b where b.ancestor = $1 and b.descendant <> $1) as alone
       from tree_now t where t.descendant = $1`,
      [node],
    );
    if (rows[0] === undefined) return undefined;
    const place = { path: new Set(rows.map((row) => row.ancestor)), alone: rows[0].alone };
    if (this.places.size > 20_000) this.places.clear();
    // Not what was read of a tree that has changed meanwhile.
    if (tree === this.treeSeen.versions) this.places.set(node, { place, until: this.clock.millis() + PLACE_MS });
    return place;
  }

  /** Every change of the tree adds to the versions of its nodes: while their sum stands, so does what is remembered of places. */
  private async lookAtTree(): Promise<void> {
    const now = this.clock.millis();
    if (this.treeSeen.until > now) return;
    this.treeSeen = { ...this.treeSeen, until: now + CACHE_MS };
    const [tree] = await this.db.hot<{ versions: string; root: string | null }>(
      `select count(*) || ' ' || coalesce(sum(version), 0) as versions, (select r.id from node_view r where r.parent_id is null limit 1) as root
       from node_view`,
    );
    if (tree?.versions !== this.treeSeen.versions) this.places.clear();
    this.treeSeen = { versions: tree?.versions ?? '', root: tree?.root ?? '', until: now + CACHE_MS };
  }

  /**
   * Every permission that the asker holds at an organization today: what a page may offer there. `reader` is the open
   * transaction where there is one: a second connection beside it could starve the pool.
   */
  async permissionsAt(asker: Asker, node: string, reader: Pick<Db, 'query'> = this.db): Promise<Set<string>> {
    const rows = await this.rows(asker, reader);
    const above = await reader.query<{ ancestor: string }>('select ancestor from tree_now where descendant = $1', [node]);
    const path = new Set(above.map((a) => a.ancestor));
    return new Set(rows.flatMap((g) => (g.node_id === node || (g.below && path.has(g.node_id)) ? g.permissions : [])));
  }

  /** What counts for this request: who acts for another holds nothing of their own, and the other way round. */
  private async rows({ id, onBehalfOf }: Asker, reader: Pick<Db, 'query'> = this.db): Promise<GrantRow[]> {
    return (await this.held(id, reader)).filter((g) => (g.on_behalf_of ?? undefined) === onBehalfOf);
  }

  private async held(account: string, reader: Pick<Db, 'query'>): Promise<GrantRow[]> {
    const now = this.clock.millis();
    const known = this.cache.get(account);
    if (known && known.until > now) return known.rows;
    const rows = await reader.query<GrantRow>(
      `select node_id, below, permissions, on_behalf_of from grant_view
       where account_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
      [account, this.clock.today()],
    );
    if (this.cache.size > 20_000) this.cache.clear();
    this.cache.set(account, { rows, until: now + CACHE_MS });
    return rows;
  }
}
