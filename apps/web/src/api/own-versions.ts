import type { Operation } from '@vungmanh/contracts/operation';

/** `id version` → the version that a command of this page has made of it. */
const made = new Map<string, number>();

/** Keeps what a command that was sent on `from` has made of its thing. */
export function rememberOwn(output: unknown, from: number | undefined): void {
  if (from === undefined || typeof output !== 'object' || output === null || !('id' in output) || !('version' in output)) return;
  if (typeof output.version === 'number' && output.version > from) made.set(`${String(output.id)} ${from}`, output.version);
}

/**
 * The version to go on from: what this page has itself made of the one it shows, although the page was not yet read again. Each step was taken
 * on the step before, so that nobody else's change lies between.
 */
export function ownLatest(
  { http }: Pick<Operation, 'http'>,
  input: Readonly<Record<string, unknown>>,
  version: number | undefined,
): number | undefined {
  const ids = [...(http?.path.matchAll(/:(\w+)/g) ?? [])].map(([, name = '']) => String(input[name]));
  let latest = version;
  for (let next = latest; next !== undefined; next = ids.map((id) => made.get(`${id} ${latest}`)).find((to) => to !== undefined)) latest = next;
  return latest;
}
