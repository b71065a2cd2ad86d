import { readFileSync } from 'node:fs';
import { builtFile, layers, mutants, mutated } from '../../setup/mutants.mjs';
import { asked } from './cases.js';
import { comparisons, someOf, wrongRows } from './compare.js';
import { putFault } from './fault.js';
import { type Judge, judgeAll } from './judge.js';
import { recipeOf } from './recipes.js';
import { few, seed } from './sampling.js';
import type { Stage } from './stage.js';

/** At most so many cells are asked before a fault counts as not found; then the lists. */
const CELLS = 6000;

/** Every fault that can no longer be made, as a sentence that says which. */
export function lostMutants(): string[] {
  return [...mutants, ...layers].flatMap(({ name, file }) => {
    try {
      mutated(readFileSync(builtFile(file), 'utf8'), file, name);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : name];
    }
  });
}

/** The faults that the matrix did not find, and what found each of the others first. */
export async function survivors(stage: Stage, judge: Judge): Promise<{ survived: string[]; killed: Map<string, string> }> {
  const cells = few(stage, CELLS);
  const survived: string[] = [];
  const killed = new Map<string, string>();
  for (const { name } of mutants) {
    await putFault(name);
    const [first] = await judgeAll(judge, cells, { enough: 1 });
    const found = first ?? (await firstWrongList(stage));
    if (found === undefined) survived.push(name);
    else killed.set(name, found);
  }
  await putFault('');
  return { survived, killed };
}

async function firstWrongList(stage: Stage): Promise<string | undefined> {
  for (const one of someOf(comparisons(stage), seed, 3)) {
    const [wrong] = await wrongRows(stage, one);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/**
 * The questions about an organization that answer about one out of reach while a layer is taken away; what is not among them is held
 * back by the others.
 */
export async function openWith(layer: string, stage: Stage, judge: Judge): Promise<string[]> {
  await putFault(layer);
  const { places, things, cast } = stage;
  const outside = things.node.find((t) => t.nodeId === places.nodes.elsewhere);
  const players = cast.players.filter((p) => p.name.endsWith('-tree'));
  const open = new Set<string>();
  for (const operation of asked.filter((o) => o.type === 'query' && !('download' in o) && recipeOf(o)?.kind === 'node')) {
    const { access } = operation;
    const who = players.find((p) => 'grant' in access && p.held.some((h) => h.permissions.includes(access.grant)));
    if (!who || !outside) continue;
    const { code, body } = await judge.answered({ operation, who, thing: outside, way: 'HTTP' });
    if (code === 'done' && typeof body === 'object' && body !== null && hasSomething(body)) open.add(operation.subject);
  }
  await putFault('');
  return [...open].sort();
}

/** Rows, or figures that are not all nought. */
function hasSomething(body: object): boolean {
  const { items } = body as { items?: object[] };
  if (items !== undefined)
    return items.some((row) => !('planned' in row) || Object.values(row).some((value) => typeof value === 'number' && value !== 0));
  return Object.values(body).some((value) => value !== 0);
}
