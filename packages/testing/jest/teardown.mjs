import { existsSync, readFileSync } from 'node:fs';

/** The commands of the services of this run of which no spec has shown that they leave their row in the audit. */
function neverShown(file) {
  if (file === undefined || !existsSync(file)) return [];
  const worlds = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const proven = new Set(worlds.flatMap((world) => world.proven));
  return [...new Set(worlds.flatMap((world) => world.commands))].filter((command) => !proven.has(command));
}

const isWhole = ({ testPathPatterns, testNamePattern, onlyChanged, shard }) =>
  (testPathPatterns?.patterns ?? []).length === 0 && !testNamePattern && !onlyChanged && !shard;

/**
 * The guard stops both servers and deletes their folders, the same way whether Jest ends or is killed. A whole run fails whose specs
 * leave out a command of the service: that each leaves its row in the audit is proven by doing it (src/on-record.ts).
 * @public Jest calls it.
 */
export default async function teardown(globalConfig) {
  const missing = isWhole(globalConfig) ? neverShown(process.env.TEST_ON_RECORD) : [];
  await globalThis.vungmanhTestWorld?.release();
  if (missing.length > 0) throw new Error(`No spec does these commands, so that nothing shows their row in the audit:\n  ${missing.join('\n  ')}`);
}
