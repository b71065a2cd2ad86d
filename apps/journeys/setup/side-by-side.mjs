import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url));
/**
 * Each on a platform of its own with a clock of its own, so that none meets what another does to it; those in `own` start theirs with what
 * they need. What goes in the browser is in two parts, because it waits more than it works.
 */
const FIRST = '(inspection-case|month|study|training|training-class)';
const PARTS = {
  http: 'test/(?!(browser|own)/)',
  browser: `test/browser/${FIRST}\\.`,
  'browser-too': `test/browser/(?!${FIRST}\\.)`,
  own: 'test/own/',
};
const SUMMED = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests', 'numRuntimeErrorTestSuites'];

const args = process.argv.slice(2);
const outputFile = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
const named = args.some((arg) => !arg.startsWith('-'));

process.exitCode = named ? await run(args) : await all();

/** All at the same time: they wait more than they work. */
async function all() {
  mkdirSync(`${workspace}/.turbo`, { recursive: true });
  const parts = Object.keys(PARTS).map((part) => ({ part, file: `.turbo/${part}.json` }));
  for (const { file } of parts) rmSync(`${workspace}/${file}`, { force: true });
  const passed = args.filter((arg) => arg !== '--json' && !arg.startsWith('--outputFile='));
  const codes = await Promise.all(
    parts.map(({ part, file }) => run([...passed, '--testPathPatterns', PARTS[part], '--json', `--outputFile=${file}`])),
  );
  if (outputFile !== undefined) writeFileSync(`${workspace}/${outputFile}`, JSON.stringify(summed(parts.map(({ file }) => file))));
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
