import type { Operation } from '@vungmanh/contracts/operation';
import { operations } from '@vungmanh/contracts/registry';
import { requestOf, send } from './ask.js';
import type { Player } from './cast.js';
import { lot } from './cases.js';
import type { Asked, Listing } from './listing.js';
import { lists } from './lists.js';
import { isWithin, mayAt, verdictOn } from './oracle.js';
import type { Stage } from './stage.js';

type Row = Readonly<Record<string, unknown>>;

/** One list as somebody asks for it. */
export interface Comparison {
  readonly operation: Operation;
  readonly who: Player;
  readonly nodeId: string | undefined;
  readonly name: string;
}

/** Everybody and each list that they are let into, at each organization. */
export function comparisons({ cast, things, places }: Stage): Comparison[] {
  return operations
    .filter((o) => o.subject in lists)
    .flatMap((operation) => {
      const on = 'grant' in operation.access ? operation.access.on : undefined;
      const of = on === undefined ? [undefined] : things.node;
      return cast.players.flatMap((who) =>
        of
          .filter((thing) => verdictOn(operation.access, who, thing, places.parents) === 'let in')
          .map((thing) => ({ operation, who, nodeId: thing?.nodeId, name: `${operation.subject} · ${who.name} · ${thing?.label ?? '–'}` })),
      );
    });
}

/** Those of a run: everything, or one in so many. */
export const someOf = (all: readonly Comparison[], seed: number, oneIn: number): Comparison[] =>
  all.filter((c) => lot(`${seed}${c.name}`, oneIn) === 0);

/** What is wrong with the rows of a list: one that must not be there, one that is missing. */
export async function wrongRows(stage: Stage, { operation, who, nodeId, name }: Comparison): Promise<string[]> {
  const listing = lists[operation.subject];
  if (!listing) throw new Error(`${operation.subject} is not listed`);
  const on = nodeId === undefined || !('grant' in operation.access) ? {} : { [operation.access.on ?? '']: nodeId };
  const rows = await everyPage(operation, { ...listing.input, ...listing.inputOf?.(stage), ...on }, who);
  if (typeof rows === 'string') return [`${name}: ${rows}`];
  const permission = 'grant' in operation.access ? operation.access.grant : '';
  const asked: Asked = { stage, who, permission, nodeId: nodeId ?? '' };
  const strange = rows.filter((row) => !mayBeThere(row, listing, asked)).map((row) => `${name}: ${listing.id(row)} must not be there`);
  const seen = new Set(rows.map(listing.id));
  const missing = (listing.must?.(asked) ?? []).filter((id) => !seen.has(id)).map((id) => `${name}: ${id} is missing`);
  const twice = seen.size < rows.length ? [`${name}: a row comes twice`] : [];
  return [...strange, ...missing, ...twice];
}

/** Whether a row may be in the answer: it lies in reach, and where the list says that it lies; or it is known to be theirs. */
function mayBeThere(row: Row, { nodeOf, of, id, own, must }: Listing, asked: Asked): boolean {
  const { parents } = asked.stage.places;
  if (own) return must === undefined || !isOfTheMatrix(id(row), asked.stage) || must(asked).includes(id(row));
  if (nodeOf === undefined) return true;
  const nodes = [nodeOf(row)].flat();
  return nodes.every((node) => {
    // What lies nowhere is the province's, and what the matrix has not founded lies outside of all but the province.
    const at = typeof node === 'string' && parents.has(node) ? node : asked.stage.places.nodes.province;
    if (of === 'reach') return mayAt(asked.who, asked.permission, at, parents);
    return of === 'node' ? at === asked.nodeId : isWithin(at, asked.nodeId, parents) && mayAt(asked.who, asked.permission, at, parents);
  });
}

const isOfTheMatrix = (id: string, { things }: Stage): boolean =>
  Object.values(things).some((all) => all.some((t) => Object.values(t.fields).includes(id)));

/** All rows, page after page; or with which code it was refused. */
async function everyPage(operation: Operation, input: Record<string, unknown>, who: Player): Promise<Row[] | string> {
  const rows: Row[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const { code, body } = await send(requestOf(operation, { ...input, ...(cursor === undefined ? {} : { cursor }) }, who));
    if (code !== 'done') return code;
    const { items, next } = body as { items: Row[]; next?: string };
    rows.push(...items);
    cursor = next;
  }
  return rows;
}
