import { existsSync, readFileSync } from 'node:fs';

const isWhole = ({ testPathPatterns, testNamePattern, onlyChanged, shard }) =>
  (testPathPatterns?.patterns ?? []).length === 0 && !testNamePattern && !onlyChanged && !shard;

/** The commands of the services of a whole run of which no spec has shown that they leave their row in the audit (src/on-record.ts). */
export function commandsNotShown(globalConfig) {
  const file = process.env.TEST_ON_RECORD;
  if (!isWhole(globalConfig) || file === undefined || !existsSync(file)) return [];
  const worlds = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const proven = new Set(worlds.flatMap((world) => world.proven));
  return [...new Set(worlds.flatMap((world) => world.commands))].filter((command) => !proven.has(command));
}
