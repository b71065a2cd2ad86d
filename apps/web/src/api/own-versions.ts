import type { Operation } from '@vungmanh/contracts/operation';

type About = Pick<Operation, 'subject' | 'http'>;

/** Kind, id and version → the version that a command of this page has made of it. */
const made = new Map<string, number>();

/** Things of two kinds may go by one id, as a meeting and its minutes do; the first two words of a subject tell them apart. */
const keyOf = ({ subject }: About, id: string, version: number): string => `${subject.split('.').slice(0, 2).join('.')} ${id} ${version}`;

/** Keeps what a command that was sent on `from` has made of its thing. */
export function rememberOwn(operation: About, output: unknown, from: number | undefined): void {
  if (from === undefined || typeof output !== 'object' || output === null || !('id' in output) || !('version' in output)) return;
  if (typeof output.version === 'number' && output.version > from) made.set(keyOf(operation, String(output.id), from), output.version);
}

/**
 * The version to go on from: what this page has itself made of it, although the page was not yet read again.
 * Each step was taken on the step before, so that nobody else's change lies between.
 */
export function ownLatest(operation: About, input: Readonly<Record<string, unknown>>, version: number | undefined): number | undefined {
  const ids = [...(operation.http?.path.matchAll(/:(\w+)/g) ?? [])].map(([, name = '']) => String(input[name]));
  let latest = version;
  for (let next = latest; next !== undefined;) {
    latest = next;
    const from = latest;
    next = ids.map((id) => made.get(keyOf(operation, id, from))).find((to) => to !== undefined);
  }
  return latest;
}
