import swc from '@swc/jest';
import { mutated } from './mutants.mjs';

const name = process.env.MUTANT;

/** Jest's own way with TypeScript, with the fault of this run put in first. */
function createTransformer(options) {
  const plain = swc.createTransformer(options);
  return {
    ...plain,
    process: (source, path, ...rest) => plain.process(mutated(source, path, name), path, ...rest),
    processAsync: (source, path, ...rest) => plain.processAsync(mutated(source, path, name), path, ...rest),
    // Of the faulty text, so that neither is taken for the other.
    getCacheKey: (source, path, ...rest) => plain.getCacheKey(mutated(source, path, name), path, ...rest),
  };
}

export default { createTransformer };
