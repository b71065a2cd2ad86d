import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { root, runCommand, turbo } from './command.mjs';
import { findNatsServer } from './nats.mjs';

const RESULT = path.join('.turbo', 'jest-result.json');
const JOURNEYS = '@vungmanh/journeys';

/** `npm test`: every check that CI runs, all of them even after a failure, with one count at the end. */
export async function main() {
  const stages = [];
  const stage = async (name, work) => {
    console.log(`\n=== ${name} ===`);
    const began = performance.now();
    let complaint;
    try {
      const code = await work();
      if (code !== 0 && code !== undefined) complaint = `mã ${code}`;
    } catch (error) {
      complaint = error.message;
      console.error(error.message);
    }
    stages.push({ name, seconds: (performance.now() - began) / 1000, complaint });
  };

  if (existsSync(path.join(root, 'packages/tooling/check.mjs'))) {
    await stage('Quy ước mã nguồn · check', () => runCommand(process.execPath, ['packages/tooling/check.mjs']));
  }
  // Fetched once here: the workspaces' own runs, side by side, would each fetch it.
  await stage('nats-server và trình duyệt · servers and browser', async () => {
    if (!process.env.NATS_URL) console.log(`nats-server: ${(await findNatsServer({ log: console.log })).source}`);
    console.log(`Chromium: ${(await findChromium())?.source ?? 'không có trên hệ này; các hành trình trên trình duyệt không chạy'}`);
  });
  await stage('Dựng · build', () => turbo(['build', '--continue', '--output-logs=errors-only']));
  await stage('Kiểm tra kiểu · typecheck', () => turbo(['typecheck', '--continue', '--output-logs=errors-only']));

  const workspaces = testedWorkspaces();
  for (const { directory } of workspaces) {
    mkdirSync(path.join(directory, '.turbo'), { recursive: true });
    rmSync(path.join(directory, RESULT), { force: true });
  }
  const test = (...filters) =>
    turbo(['test', '--continue', '--concurrency=2', '--output-logs=new-only', ...filters, '--', '--json', `--outputFile=${RESULT}`]);
  await stage('Kiểm thử · test', () => test(`--filter=!${JOURNEYS}`));
  // By themselves: two whole platforms and a browser leave nothing of a small machine for specs that measure a time.
  await stage('Hành trình · journeys', () => test(`--filter=${JOURNEYS}`));
  report(stages, workspaces.map(count));
}

function testedWorkspaces() {
  return ['apps', 'packages']
    .flatMap((group) => readdirSync(path.join(root, group)).map((name) => path.join(root, group, name)))
    .filter((directory) => existsSync(path.join(directory, 'package.json')))
    .map((directory) => ({ directory, ...JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) }))
    .filter(({ scripts }) => scripts?.test !== undefined);
}

/** What one Jest run wrote down. A run that wrote nothing, or a spec file that did not even load, is one failure. */
function count({ name, directory }) {
  const file = path.join(directory, RESULT);
  if (!existsSync(file)) return { name, passed: 0, failed: 1, skipped: 0, remark: 'không có kết quả' };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const broken = result.numRuntimeErrorTestSuites;
  const failed = result.numFailedTests + broken;
  return {
    name,
    passed: result.numPassedTests,
    failed: failed === 0 && !result.success ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
    remark: broken > 0 ? `${broken} tệp không chạy được` : '',
  };
}

function report(stages, counts) {
  console.log('\n=== Tóm tắt · summary ===');
  for (const { name, passed, failed, skipped, remark } of counts) {
    console.log(`  ${failed > 0 ? 'HỎNG' : 'đạt '}  ${name}: ${passed} đạt, ${failed} hỏng, ${skipped} bỏ qua ${remark}`);
  }
  for (const { name, seconds, complaint } of stages) {
    console.log(
      `  ${complaint === undefined ? 'đạt ' : 'HỎNG'}  ${name}: ${seconds.toFixed(1)} giây${complaint === undefined ? '' : ` (${complaint.split('\n')[0]})`}`,
    );
  }
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  // The test stage fails because of what the runs have counted; any other stage that fails is one failure more.
  const otherStages = stages.filter(({ name, complaint }) => complaint !== undefined && !name.endsWith('· test')).length;
  const testStage = stages.some(({ name, complaint }) => complaint !== undefined && name.endsWith('· test')) && sum('failed') === 0 ? 1 : 0;
  const failed = sum('failed') + otherStages + testStage;
  console.log(`\n${sum('passed')} passed, ${failed} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
  process.exit(failed > 0 ? 1 : 0);
}
