import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shapeOf } from './shape.mjs';

/*
 * `npm run check [-- --only=lint,format]`: what the house holds for true, checked side by side. Every finding says what to do;
 * the last line is `N passed, N failed`, one per check.
 */
const tooling = dirname(fileURLToPath(import.meta.url));
const house = dirname(dirname(tooling));
const root = process.cwd();
const bin = (name) => join(house, 'node_modules', '.bin', name);

/** Output of a tool; a tool that could not run at all is a failure of the check, never a pass. */
function run(tool, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(bin(tool), args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => reject(new Error(`${tool} could not be started (${error.message}): run npm install`)));
    child.on('close', (code) => resolve({ stdout, stderr, code }));
  });
}

function parsed(tool, { stdout, stderr }) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} gave no report: ${(stderr || stdout).trim().slice(0, 2000)}`);
  }
}

async function format() {
  const { stdout, stderr, code } = await run('oxfmt', ['--list-different']);
  const files = stdout.split('\n').filter((line) => line !== '');
  if (code !== 0 && files.length === 0) throw new Error(`oxfmt failed: ${stderr.trim()}`);
  return { findings: files.map((where) => ({ where, message: 'Not formatted: npm run format' })) };
}

async function lint() {
  const report = parsed('oxlint', await run('oxlint', ['--type-aware', '--disable-nested-config', '--format=json']));
  return {
    findings: report.diagnostics
      .filter((d) => d.severity === 'error')
      .map(({ filename, labels, message, help, code }) => ({
        where: `${filename}:${labels[0]?.span.line ?? 1}`,
        message: `${message}${help ? ` ${help}` : ''} [${code ?? 'parse'}]`,
      })),
  };
}

async function directions() {
  const config = join(tooling, 'dependency-cruiser.mjs');
  const report = parsed('depcruise', await run('depcruise', ['--config', config, '--output-type', 'json', 'apps', 'packages']));
  const comments = new Map(report.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    findings: report.summary.violations.map(({ from, to, rule, cycle }) => ({
      where: from,
      message: `→ ${cycle ? cycle.map((step) => step.name).join(' → ') : to}: ${comments.get(rule.name)} [${rule.name}]`,
    })),
    note: `${report.summary.totalCruised} modules`,
  };
}

const DEAD = {
  files: () => 'Nothing imports this file: remove it, or use it.',
  exports: (name) => `${name} is exported and nobody imports it: take "export" away, or remove it.`,
  types: (name) => `The type ${name} is exported and nobody imports it: take "export" away, or remove it.`,
  dependencies: (name) => `${name} stands in package.json and nobody here imports it: npm uninstall -w <workspace> ${name}`,
  devDependencies: (name) => `${name} stands in package.json and no test or tool here imports it: npm uninstall -w <workspace> ${name}`,
  duplicates: (name) => `${name} is exported twice under two names: keep one.`,
  unlisted: (name) => `${name} is used here and missing from this workspace's package.json: npm install --save-exact -w <workspace> ${name}`,
  unresolved: (name) => `${name} leads nowhere: correct the path.`,
};

/** The build's tsconfig says which source each built file comes from: with it a workspace's import leads to src, built or not. */
async function dead() {
  const kinds = Object.keys(DEAD);
  const report = parsed(
    'knip',
    await run('knip', [
      '-c',
      join(tooling, 'knip.jsonc'),
      '--tsConfig',
      'tsconfig.build.json',
      '--include',
      kinds.join(','),
      '--reporter',
      'json',
      '--no-progress',
    ]),
  );
  return {
    findings: report.issues.flatMap((issue) =>
      kinds.flatMap((kind) =>
        issue[kind].map((found) => {
          const names = [found].flat();
          return {
            where: names[0].line ? `${issue.file}:${names[0].line}` : issue.file,
            message: `${DEAD[kind](names.map((n) => n.name).join(', '))} [${kind}]`,
          };
        }),
      ),
    ),
  };
}

const checks = { format, lint, directions, dead, shape: () => Promise.resolve(shapeOf(root)) };

async function one(name) {
  const started = performance.now();
  const { findings, note } = await checks[name]().catch((error) => ({ findings: [{ where: name, message: error.message }], note: undefined }));
  return { name, findings, note, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

const only =
  process.argv
    .find((a) => a.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',') ?? Object.keys(checks);
const unknown = only.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
const results = await Promise.all(only.map(one));
for (const { name, findings, note, seconds } of results) {
  console.log(
    `${findings.length === 0 ? 'pass' : 'FAIL'}  ${name}  ${seconds} s${note ? `  ${note}` : ''}${findings.length > 0 ? `  ${findings.length} to mend` : ''}`,
  );
  for (const { where, message } of findings) console.log(`      ${where}  ${message}`);
}
const failed = results.filter((r) => r.findings.length > 0).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
