// `npm run test:mutants [-- --only=<part of a name>]`: each fault in turn, against the spec that must find it; fails if one is not found.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lostMutants, mutants } from './mutants.mjs';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const jest = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'vungmanh-mutants-'));

/** What a spec says with a fault in place, or without one: how many tests failed and which came first. */
async function say(spec, fault) {
  const file = path.join(work, 'result.json');
  const options = ['--config', 'setup/mutants.jest.mjs', '--json', '--outputFile', file, '--silent', '--runTestsByPath', spec];
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...options], {
    cwd: workspace,
    env: { ...process.env, ...(fault === undefined ? {} : { MUTANT: fault }) },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.on('close', resolve));
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'failed');
  return { passed: numPassedTests, failed: failed.length, first: failed[0]?.fullName };
}

const only = process.argv.find((given) => given.startsWith('--only='))?.slice('--only='.length);
const tried = mutants.filter(({ name }) => only === undefined || name.includes(only));
const wrong = lostMutants();
if (wrong.length === 0) {
  for (const spec of new Set(tried.map(({ by }) => by))) {
    const { passed, failed, first } = await say(spec);
    if (failed > 0 || passed === 0) wrong.push(`${spec} fails without any fault: ${first ?? 'nothing was run'}`);
  }
}
if (wrong.length === 0) {
  for (const { name, by } of tried) {
    const { failed, first } = await say(by, name);
    console.log(`${failed > 0 ? 'found' : 'LOST '}  ${name}${failed > 0 ? `\n         ${first}` : ''}`);
    if (failed === 0) wrong.push(`no test of ${by} finds: ${name}`);
  }
}
rmSync(work, { recursive: true, force: true });
for (const one of wrong) console.log(one);
console.log(`${tried.length - wrong.length} found, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 || tried.length === 0 ? 1 : 0;
