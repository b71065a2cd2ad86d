import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The rows that a piece of work may touch at all. The database holds every statement to it by its own policies (row-security.ts),
 * whatever the statement says or forgets to say.
 */
export interface Reach {
  /** The platform's own work: an event applied, a job done, an answer to another service. */
  readonly everything?: boolean;
  /** Organizations that stand for themselves and everything below. */
  readonly trees: readonly string[];
  /** Organizations that stand for themselves alone. */
  readonly nodes: readonly string[];
  /** Whose own rows are in reach. */
  readonly person?: string | undefined;
}

export const EVERYTHING: Reach = { everything: true, trees: [], nodes: [] };

/** For a connection of the platform's own that no request ever uses. */
export const SYSTEM_OPTIONS = '-c reach.everything=yes';

const running = new AsyncLocalStorage<Reach>();

/** Runs work, and whatever it awaits, within a reach. Without one no policed row is there. */
export const within = <T>(reach: Reach, work: () => T): T => running.run(reach, work);

/** Runs the platform's own work: what nobody in particular asked for, or what a service answers to another. Never for a person's request. */
export const asSystem = <T>(work: () => T): T => running.run(EVERYTHING, work);

/** Everything that several requests may touch: for a statement that does the work of all of them. */
export const joined = (all: readonly Reach[]): Reach => ({
  everything: all.some((one) => one.everything),
  trees: all.flatMap((one) => one.trees),
  nodes: all.flatMap((one) => one.nodes),
});

/** Tells the transaction that it belongs to what it may reach; it answers no row. Its parameters: {@link reachParams}. */
export const REACH_SQL = `select from (select 1) as one
  where set_config('reach.everything', $1, true) || set_config('reach.trees', $2, true) || set_config('reach.nodes', $3, true)
    || set_config('reach.person', $4, true) is null`;

export function reachParams(): string[] {
  const { everything = false, trees, nodes, person = '' } = running.getStore() ?? NOTHING;
  return [everything ? 'yes' : '', listed(trees), listed(nodes), person];
}

const NOTHING: Reach = { trees: [], nodes: [] };
const listed = (ids: readonly string[]): string => (ids.length === 0 ? '' : `{${ids.join(',')}}`);
