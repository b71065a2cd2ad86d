import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url));
/**
 * Each on a platform of its own with a clock of its own, so that neither meets what the other does to it. A few in the browser go with
 * those over HTTP, so that both take as long.
 */
const QUICK = '(sign-in|second-factor|held)';
const HALVES = { http: `test/((?!browser/)|browser/${QUICK})`, browser: `test/browser/(?!${QUICK})` };
const SUMMED = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests', 'numRuntimeErrorTestSuites'];

const args = process.argv.slice(2);
const outputFile = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
const named = args.some((arg) => !arg.startsWith('-'));

process.exitCode = named ? await run(args) : await both();

/** Both halves at the same time: they wait more than they work. */
async function both() {
  mkdirSync(`${workspace}/.turbo`, { recursive: true });
  const parts = Object.keys(HALVES).map((half) => ({ half, file: `.turbo/${half}.json` }));
  for (const { file } of parts) rmSync(`${workspace}/${file}`, { force: true });
  const passed = args.filter((arg) => arg !== '--json' && !arg.startsWith('--outputFile='));
  const codes = await Promise.all(
    parts.map(({ half, file }) => run([...passed, '--testPathPatterns', HALVES[half], '--json', `--outputFile=${file}`])),
  );
  if (outputFile !== undefined) writeFileSync(`${workspace}/${outputFile}`, JSON.stringify(summed(parts.map(({ file }) => file))));
  return codes.find((code) => code !== 0) ?? 0;
}

/** A half that wrote nothing stops here, and the whole counts as failed. */
function summed(files) {
  const results = files.map((file) => JSON.parse(readFileSync(`${workspace}/${file}`, 'utf8')));
  const counts = SUMMED.map((name) => [name, results.reduce((sum, result) => sum + result[name], 0)]);
  return { ...Object.fromEntries(counts), success: results.every((result) => result.success) };
}

function run(jestArgs) {
  const node = ['--experimental-vm-modules', '--no-warnings', JEST, '--runInBand', ...jestArgs];
  const child = spawn(process.execPath, node, { cwd: workspace, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
