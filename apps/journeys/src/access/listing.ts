import { isWithin, mayAt, type Parents, type Who } from './oracle.js';
import { CELLS } from './places.js';
import type { Stage } from './stage.js';
import type { Kind } from './things.js';

export type Row = Readonly<Record<string, unknown>>;

/** What a list is asked, by whom, and about which organization, if it names one. */
export interface Asked {
  readonly stage: Stage;
  readonly who: Who;
  /** The permission that the contract asks for; empty where it asks for none. */
  readonly permission: string;
  readonly nodeId: string;
}

/** How the rows of a list are compared with the oracle's. */
export interface Listing {
  /** What must be said beside the organization. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The same, of what the test has made. */
  readonly inputOf?: (stage: Stage) => Readonly<Record<string, unknown>>;
  /** What a row is known by. */
  readonly id: (row: Row) => string;
  /** Where a row lies; a row that says nothing of it is known by its id alone. */
  readonly nodeOf?: (row: Row) => unknown;
  /** Whether a list answers rows of what lies below too, or anywhere in reach. */
  readonly of: 'node' | 'below' | 'reach';
  /** The ids that must be there, of those that the test has made; nothing where it has made none. */
  readonly must?: (asked: Asked) => string[];
  /** Rows of their own, wherever they lie. */
  readonly own?: boolean;
}

export const text = (row: Row, name: string): string => String(row[name]);
export const byId = (row: Row): string => text(row, 'id');
export const byNode = (row: Row): string => text(row, 'nodeId');

export const parentsOf = ({ stage }: Asked): Parents => stage.places.parents;
export const inReach = (asked: Asked, nodeId: string): boolean => mayAt(asked.who, asked.permission, nodeId, parentsOf(asked));
/** The organizations of the matrix that lie at or below the one asked about, in reach. */
export const below = (asked: Asked): string[] =>
  Object.values(asked.stage.places.nodes).filter((node) => isWithin(node, asked.nodeId, parentsOf(asked)) && inReach(asked, node));
export const cellsBelow = (asked: Asked): string[] =>
  CELLS.map((cell) => asked.stage.places.nodes[cell]).filter((node) => below(asked).includes(node));

/** The things of some kinds that lie in any of these organizations, by the field that names them. */
export const thingsIn = ({ stage }: Asked, field: string, nodes: readonly string[], ...kinds: Kind[]): string[] =>
  kinds.flatMap((kind) => stage.things[kind].filter((t) => nodes.includes(t.nodeId)).map((t) => String(t.fields[field])));

/** The things of a kind that are a person's own. */
export const ofPerson = ({ stage, who }: Asked, kind: Kind, field: string): string[] =>
  stage.things[kind].filter((t) => t.people?.includes(who.person ?? '')).map((t) => String(t.fields[field]));

export const own: Listing = { id: byId, of: 'reach', own: true };
