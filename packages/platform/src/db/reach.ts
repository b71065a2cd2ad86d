import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The rows that a piece of work may touch at all. The database holds every statement to it by its own policies (row-security.ts),
 * whatever the statement says or forgets to say.
 */
export interface Reach {
  /**
   * `system`: the platform's own work, an event applied, a job done, an answer to another service. `province`: of whoever reaches the
   * root of the tree, all that belongs to organizations.
   */
  readonly everything?: 'system' | 'province' | undefined;
  /** Organizations that stand for themselves and everything below. */
  readonly trees: readonly string[];
  /** Organizations that stand for themselves alone. */
  readonly nodes: readonly string[];
  /** Whose own rows are in reach. */
  readonly person?: string | undefined;
}

const running = new AsyncLocalStorage<Reach>();

/** Runs work, and whatever it awaits, within a reach. Without one no policed row is there. */
export const within = <T>(reach: Reach, work: () => T): T => running.run(reach, work);

export const SYSTEM: Reach = { everything: 'system', trees: [], nodes: [] };

/** Runs the platform's own work: what nobody in particular asked for, or what a service answers to another. Never for a person's request. */
export const asSystem = <T>(work: () => T): T => running.run(SYSTEM, work);

/** For a connection of the platform's own that no request ever uses. */
export const SYSTEM_OPTIONS = '-c reach.everything=system';

/** Everything that several requests may touch: for a statement that does the work of all of them. */
export const joined = (all: readonly Reach[]): Reach => ({
  everything: all.find((one) => one.everything !== undefined)?.everything,
  trees: all.flatMap((one) => one.trees),
  nodes: all.flatMap((one) => one.nodes),
});

/** Tells the transaction what it may reach; it answers no row. Its parameters: {@link reachParams}. */
export const REACH_SQL = `select from (select 1) as one
  where set_config('reach.everything', $1, true) || set_config('reach.trees', $2, true) || set_config('reach.nodes', $3, true)
    || set_config('reach.person', $4, true) is null`;

export function reachParams(): [string, string, string, string] {
  const { everything = '', trees, nodes, person = '' } = running.getStore() ?? NOTHING;
  return [everything, listed(trees), listed(nodes), person];
}

const NOTHING: Reach = { trees: [], nodes: [] };
const listed = (ids: readonly string[]): string => (ids.length === 0 ? '' : `{${ids.join(',')}}`);

/** The same as statements that are prepared on each connection: most work reaches everything, or a few trees. */
export const PREPARED = {
  reach_everything: `select from (select 1) as one where set_config('reach.everything', $1, true) is null`,
  reach_trees: `select from (select 1) as one where set_config('reach.trees', $1, true) is null`,
  reach: REACH_SQL,
} as const;

/** Which of them says it for the work that runs, and its parameters; nothing where there is nothing to say. */
export function reachStatement(): { name: keyof typeof PREPARED; values: string[] } | undefined {
  const values = reachParams();
  const [everything, trees, nodes, person] = values;
  if (everything) return { name: 'reach_everything', values: [everything] };
  if (nodes || person) return { name: 'reach', values };
  return trees ? { name: 'reach_trees', values: [trees] } : undefined;
}
