/**
 * Codes that stand above themselves, each with its circle. `parents` leads from a code to the one above it; a code that leads out of
 * the map ends the way.
 */
export function cyclesOf(parents: ReadonlyMap<string, string>): Map<string, readonly string[]> {
  const circles = new Map<string, readonly string[]>();
  const settled = new Set<string>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    const on = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && parents.has(at) && !settled.has(at) && !on.has(at)) {
      on.set(at, way.length);
      way.push(at);
      at = parents.get(at);
    }
    const since = at === undefined ? undefined : on.get(at);
    if (since !== undefined && at !== undefined) {
      const circle = [...way.slice(since), at];
      for (const code of way.slice(since)) circles.set(code, circle);
    }
    for (const code of way) settled.add(code);
  }
  return circles;
}
