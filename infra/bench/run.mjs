import os from 'node:os';
import { readFileSync } from 'node:fs';
import { turbo } from '../local/command.mjs';
import { startLoaded } from './data.mjs';
import { startChildren } from './ipc.mjs';
import { inspection } from './inspection.mjs';
import { memory } from './memory.mjs';
import { judge } from './report.mjs';
import { scope } from './scope.mjs';
import { postmasterOf } from './sides.mjs';
import { training } from './training.mjs';
import { w2 } from './w2.mjs';
import { w4 } from './w4.mjs';
import { w7 } from './w7.mjs';

const WORKLOADS = { w2, w4, w7, scope, inspection, training };
/** What runs on the demo's or a province's data; the others need none, or make their own. */
const ON_DATA = ['w2', 'w4', 'inspection'];
const SCALES = ['province', 'demo', 'none'];

/** `npm run bench`: answers the exit code, 1 when a floor was missed. */
export async function main() {
  const { workloads, scale, rounds, seconds, build } = readOptions(process.argv.slice(2));
  if (process.platform !== 'linux') throw new Error('The benchmarks read /proc and need Linux.');
  if (build && (await turbo(['build', '--output-logs=errors-only'], { quiet: true })) !== 0) throw new Error('The build failed: see above.');
  const log = (line) => console.log(`[${new Date().toTimeString().slice(0, 8)}] ${line}`);

  const platform = await startLoaded({ scale, log });
  let children;
  const stop = once(async () => {
    await children?.stop();
    await platform.stop();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop().then(() => process.exit(130)));
  try {
    const postmaster = await postmasterOf(platform.urls.admin, parentOf);
    console.log(
      `${os.cpus().length} × ${os.cpus()[0].model}, Node ${process.version}, PostgreSQL ${platform.about.postgres.split(' ')[0]}, nats-server ${platform.about.nats.split(' ')[0]}`,
    );
    console.log(
      `${rounds} rounds of ${seconds} s a side, interleaved; load before: ${os.loadavg()[0].toFixed(1)}. Only ratios within one table count.`,
    );
    const around = { platform, postmaster, rounds, seconds, log };
    let stands = true;
    const verdicts = [];
    for (const name of workloads) {
      if (name === 'memory') {
        stands = memory(around) && stands;
        continue;
      }
      children = startChildren();
      verdicts.push(...(await WORKLOADS[name]({ ...around, children })));
      await children.stop();
      children = undefined;
    }
    if (verdicts.length > 0) stands = judge(verdicts) && stands;
    return stands ? 0 : 1;
  } finally {
    await stop();
  }
}

function readOptions(given) {
  const options = Object.fromEntries(given.filter((a) => a.startsWith('--')).map((a) => a.slice(2).split('=', 2)));
  const workloads = given.filter((a) => !a.startsWith('--'));
  const usual = workloads.includes('memory') ? 'demo' : workloads.some((name) => ON_DATA.includes(name)) ? 'province' : 'none';
  const { scale = usual, rounds = '3', seconds = '3', build = 'yes', ...unknown } = options;
  const known = (name) => name === 'memory' || Object.hasOwn(WORKLOADS, name);
  const wrong = [...workloads.filter((name) => !known(name)), ...Object.keys(unknown)];
  const inBounds = (text, most) => Number(text) > 0 && Number(text) <= most;
  if (wrong.length > 0 || workloads.length === 0 || !SCALES.includes(scale) || !inBounds(rounds, 20) || !inBounds(seconds, 30)) {
    throw new Error('npm run bench -- w2 w4 w7 scope inspection training memory [--scale=province|demo|none] [--rounds=1..20] [--seconds=1..30]');
  }
  if (scale === 'none' && workloads.some((name) => ON_DATA.includes(name)))
    throw new Error('w2, w4 and inspection need data: --scale=province or demo');
  return { workloads, scale, rounds: Number(rounds), seconds: Number(seconds), build: build !== 'no' };
}

function parentOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function once(work) {
  let done;
  return () => (done ??= work());
}
