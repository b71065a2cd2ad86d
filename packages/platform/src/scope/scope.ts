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
  ) {}

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
