import type { Reach } from '../db/reach.js';

/** Where an organization stands in the tree. */
export interface Place {
  /** Itself and everything above it. */
  readonly path: ReadonlySet<string>;
  /** Nothing stands below it. */
  readonly alone: boolean;
}

/**
 * The organizations in which the actor may do what the operation does. Only the guard builds one (an import law keeps it so),
 * and every statement of a use case narrows itself with it: out of scope and absent are then the same answer.
 */
export class Scope {
  /** Whether a statement has been narrowed; the dispatcher refuses the answer of a use case that forgot. */
  used = false;

  /**
   * @param trees nodes that stand for themselves and everything below
   * @param nodes nodes that stand for themselves alone
   */
  constructor(
    private readonly trees: readonly string[],
    private readonly nodes: readonly string[],
    /** Whether the root is among the trees: all that there is lies in scope. */
    private readonly everywhere = false,
  ) {}

  /** The organization that the operation names, as the guard found it. */
  private named: { whole: boolean; alone: boolean } | undefined;

  /** Whether an organization that stands at `place` lies in scope; {@link below} builds on it. */
  covers(node: string, place: Place): boolean {
    this.used = true;
    const whole = this.trees.some((tree) => place.path.has(tree));
    this.named = { whole, alone: place.alone };
    return whole || this.nodes.includes(node);
  }

  /** The same organizations for the database's own policies, which stand behind every statement. */
  get reach(): Reach {
    return this.everywhere ? { everything: 'province', trees: [], nodes: [] } : { trees: this.trees, nodes: this.nodes };
  }

  get empty(): boolean {
    return this.trees.length === 0 && this.nodes.length === 0;
  }

  /**
   * An SQL condition, true when the organization in `column` lies in scope. Appends its parameters to `params` and refers to
   * them by position. `column` is a column name of ours, never input.
   */
  within(column: string, params: unknown[]): string {
    this.used = true;
    const conditions: string[] = [];
    if (this.trees.length > 0) {
      params.push(this.trees);
      conditions.push(`${column} in (select s.descendant from tree_now s where s.ancestor = any($${params.length}::uuid[]))`);
    }
    if (this.nodes.length > 0) {
      params.push(this.nodes);
      conditions.push(`${column} = any($${params.length}::uuid[])`);
    }
    return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
  }

  /**
   * The same for rows that were asked for by different actors: true when the organization in `column` lies in that one of `scopes`
   * whose position, from 0, is in `nthSql`. The text of the condition is the same for any scopes.
   */
  static withinEach(scopes: readonly Scope[], nthSql: string, column: string, params: unknown[]): string {
    const held = scopes.flatMap((scope, of) => {
      scope.used = true;
      return [...scope.trees.map((node) => ({ of, node, below: true })), ...scope.nodes.map((node) => ({ of, node, below: false }))];
    });
    const heldSql = `jsonb_to_recordset($${params.push(JSON.stringify(held))}::jsonb) as h("of" integer, node uuid, below boolean)`;
    return `exists (select 1 from ${heldSql} join tree_now s on s.ancestor = h.node where h."of" = ${nthSql} and s.descendant = ${column}
      and (h.below or s.descendant = h.node))`;
  }

  /** An SQL condition, true when a grant stands at the organization in `column` itself. Narrows like {@link within}, and is cheaper. */
  granted(column: string, params: unknown[]): string {
    this.used = true;
    params.push([...this.trees, ...this.nodes]);
    return `${column} = any($${params.length}::uuid[])`;
  }

  /** The same, true only where everything below the organization lies in scope with it. */
  withinBelow(column: string, params: unknown[]): string {
    this.used = true;
    params.push(this.trees);
    return `exists (select 1 from tree_now s where s.descendant = ${column} and s.ancestor = any($${params.length}::uuid[]))`;
  }

  /**
   * An SQL condition, true when the organization in `column` is the one that the operation names (`on`), or stands below it, and
   * lies in scope. `nodeSql` is its parameter. Cheaper than {@link within}: what lies below an organization of a tree lies in that tree.
   * `steady`: the best plan does not hang on how much stands below, so that the statement may be hot.
   */
  below(column: string, nodeSql: string, params: unknown[]): { conditionSql: string; steady: boolean } {
    const { whole = false, alone = false } = this.named ?? {};
    const belowSql = alone ? `${column} = ${nodeSql}` : `${column} in (select d.descendant from tree_now d where d.ancestor = ${nodeSql})`;
    const insideSql = whole ? this.withinBelow(nodeSql, params) : this.within(column, params);
    return { conditionSql: `${belowSql} and ${insideSql}`, steady: alone };
  }

  /** The same for a TypeORM query builder: named parameters. */
  where(column: string): { sql: string; parameters: Record<string, unknown> } {
    this.used = true;
    const conditions: string[] = [];
    if (this.trees.length > 0) conditions.push(`${column} in (select s.descendant from tree_now s where s.ancestor = any(:scopeTrees))`);
    if (this.nodes.length > 0) conditions.push(`${column} = any(:scopeNodes)`);
    return {
      sql: conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`,
      parameters: { scopeTrees: this.trees, scopeNodes: this.nodes },
    };
  }
}
