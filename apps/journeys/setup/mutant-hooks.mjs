import { readFileSync } from 'node:fs';
import { builtFile, files, mutated } from './mutants.mjs';

/** Loads `<file of the platform>?mutant=<name>` with that fault in it; everything else as it is. */
export async function load(url, context, next) {
  const asked = new URL(url);
  const name = asked.searchParams.get('mutant');
  if (name === null) return next(url, context);
  asked.search = '';
  const file = files.find((each) => builtFile(each).href === asked.href);
  return { format: 'module', shortCircuit: true, source: mutated(readFileSync(asked, 'utf8'), file, name) };
}
