import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url));
/**
 * Each on a platform of its own with a clock of its own, so that none meets what another does to it; those in `own` start theirs with what
 * they need. What goes in the browser is in two parts, because it waits more than it works.
 */
const FIRST = '(discipline|inspection|inspection-case|month|study|training|training-class)';
const PARTS = {
  http: 'test/(?!(browser|own)/)',
  browser: `test/browser/${FIRST}\\.`,
  'browser-too': `test/browser/(?!${FIRST}\\.)`,
  own: 'test/own/',
};
/** Three at a time, for two cores; with a fourth, pages and answers come too late. What stands in one line runs one after the other. */
const LANES = [['http'], ['browser'], ['own', 'browser-too']];
const SUMMED = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests', 'numRuntimeErrorTestSuites'];

const args = process.argv.slice(2);
const outputFile = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
const named = args.some((arg) => !arg.startsWith('-'));

process.exitCode = named ? await run(args) : await all();

async function all() {
  mkdirSync(`${workspace}/.turbo`, { recursive: true });
  const passed = args.filter((arg) => arg !== '--json' && !arg.startsWith('--outputFile='));
  const file = (part) => `.turbo/${part}.json`;
  const parts = LANES.flat();
  for (const part of parts) rmSync(`${workspace}/${file(part)}`, { force: true });
  const codes = await Promise.all(
    LANES.map(async (lane) => {
      let worst = 0;
      for (const part of lane) worst = (await run([...passed, '--testPathPatterns', PARTS[part], '--json', `--outputFile=${file(part)}`])) || worst;
      return worst;
    }),
  );
  if (outputFile !== undefined) writeFileSync(`${workspace}/${outputFile}`, JSON.stringify(summed(parts.map(file))));
  return codes.find((code) => code !== 0) ?? 0;
}

/** A part that wrote nothing stops here, and the whole counts as failed. */
function summed(files) {
  const results = files.map((file) => JSON.parse(readFileSync(`${workspace}/${file}`, 'utf8')));
  const counts = SUMMED.map((name) => [name, results.reduce((sum, result) => sum + result[name], 0)]);
  return { ...Object.fromEntries(counts), success: results.every((result) => result.success) };
}

function run(jestArgs) {
  const node = ['--experimental-vm-modules', '--no-warnings', JEST, '--runInBand', ...jestArgs];
  // Without the platform that the others share.
  const shared = jestArgs.some((arg) => arg.startsWith('test/own/')) ? { JOURNEYS_OWN: 'yes' } : {};
  const child = spawn(process.execPath, node, { cwd: workspace, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...shared } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
