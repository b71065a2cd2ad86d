import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { everyItem, inParallel } from '../local/client.mjs';
import { coverageRows } from '../../apps/inspection/dist/coverage/coverage-rows.js';
import { bareOf, commissioner, countedFromLines, grassroots } from './inspection-data.mjs';
import { median } from './rounds.mjs';

const YEAR = new Date().getFullYear() + 1;
const AT_ONCE = 8;
const ASKED = 60;
const MOST_MS = 100;
const MOST_RATIO = 1.5;

/**
 * A province's first quarter: every grassroots organization plans its cells and each of its members, by the product's own commands;
 * then it is listed, filtered and rolled up. The roll-up is held against its own statement, asked without rights, service and HTTP. Answers verdicts.
 */
export async function inspection({ platform, log }) {
  const client = await commissioner(platform);
  const { provinceId, bodies } = await grassroots(platform);
  const began = performance.now();
  const made = { lines: 0, times: [] };
  const { items: existing } = await client.call('GET', `/inspection-programs?nodeId=${provinceId}&year=${YEAR}&below=true&limit=1`);
  if (existing.length === 0) {
    await inParallel(bodies, AT_ONCE, (body) => plan(client, body, made));
    const seconds = (performance.now() - began) / 1000;
    log(
      `inspection: ${bodies.length} programs, ${made.lines} lines in ${seconds.toFixed(1)} s; the slowest command took ${Math.max(...made.times).toFixed(0)} ms`,
    );
  }
  const programs = [];
  for await (const one of everyItem(client, `/inspection-programs?nodeId=${provinceId}&year=${YEAR}&below=true`)) programs.push(one);
  const sizeOf = ({ lines }) => lines.planned + lines.inProgress + lines.done;
  const [largest] = programs.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  console.log(
    `\nInspection: ${programs.length} programs, ${programs.reduce((sum, one) => sum + sizeOf(one), 0)} lines; ${ASKED} times each, over HTTP`,
  );

  const lists = {
    'programs of the province': `/inspection-programs?nodeId=${provinceId}&year=${YEAR}&below=true&limit=50`,
    'grid of the largest program': `/inspection-programs/${largest.id}/grid?limit=50`,
    'the same, one kind': `/inspection-programs/${largest.id}/grid?limit=50&quarter=1&kind=REGULAR_SUPERVISION`,
    'the same, overdue': `/inspection-programs/${largest.id}/grid?limit=50&overdue=true`,
  };
  const verdicts = [];
  for (const [list, path] of Object.entries(lists)) {
    const times = await timesOf(ASKED, () => client.call('GET', path));
    const p95 = times[Math.floor(times.length * 0.95)];
    console.log(`  ${list.padEnd(30)} p50 ${median(times).toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms`);
    verdicts.push({ workload: 'inspection', level: 'province', list, p95, mostMs: MOST_MS });
  }
  return [...verdicts, await rollUp({ client, platform, provinceId })];
}

async function plan(client, { id, actor, hasCells }, made) {
  const timed = async (...asked) => {
    const at = performance.now();
    const answer = await client.call(...asked);
    made.times.push(performance.now() - at);
    return answer;
  };
  const program = await timed('POST', '/inspection-programs', { nodeId: id, actor, year: YEAR });
  const add = async (of, kind) => {
    const lines = { quarter: 1, kind, subjects: { of }, content: 'Việc thực hiện nhiệm vụ được phân công (dữ liệu mô phỏng)' };
    const { added } = await timed('POST', `/inspection-programs/${program.id}/lines`, lines);
    made.lines += added;
  };
  if (hasCells) await add('CELLS', 'REGULAR_SUPERVISION');
  await add('MEMBERS', 'REGULAR_SUPERVISION');
  const approval = { approvedOn: new Date().toISOString().slice(0, 10), meeting: 'Phiên họp thường kỳ (dữ liệu mô phỏng)' };
  const approved = await timed('POST', `/inspection-programs/${program.id}/approval`, approval, { ifMatch: program.version });
  await timed('POST', `/inspection-programs/${program.id}/publication`, {}, { ifMatch: approved.version, key: randomUUID() });
}

/** In turns, so that whatever else the machine does meets both; the figures of both and of the lines themselves must be the same. */
async function rollUp({ client, platform, provinceId }) {
  const bare = await bareOf(platform);
  const path = `/inspection-coverage/${provinceId}/${YEAR}`;
  const asked = { nodeId: provinceId, year: YEAR, today: new Date().toISOString().slice(0, 10), insideSql: () => 'true' };
  try {
    const { items } = await client.call('GET', path);
    assert.deepEqual(items, await coverageRows(bare, asked));
    assert.deepEqual(figuresOf(items), await countedFromLines(bare, provinceId, YEAR));
    const times = { ours: [], bare: [] };
    for (let n = -5; n < ASKED; n += 1) {
      const ours = await timeOf(() => client.call('GET', path));
      const theirs = await timeOf(() => coverageRows(bare, asked));
      if (n < 0) continue;
      times.ours.push(ours);
      times.bare.push(theirs);
    }
    const ratio = median(times.ours) / median(times.bare);
    console.log(
      `  roll-up of the province        p50 ${median(times.ours).toFixed(1)} ms over HTTP, ${median(times.bare).toFixed(1)} ms its bare SQL`,
    );
    return { workload: 'inspection', against: 'its bare SQL', clients: 1, ratio, most: MOST_RATIO };
  } finally {
    await bare.end();
  }
}

/** Lines by organization, as `countedFromLines` answers them. */
const figuresOf = (items) =>
  Object.fromEntries(
    items.map(({ nodeId, quarters }) => [nodeId, quarters.reduce((sum, { planned, inProgress, done }) => sum + planned + inProgress + done, 0)]),
  );

async function timesOf(count, work) {
  for (let warm = 0; warm < 5; warm += 1) await work();
  const times = [];
  for (let asked = 0; asked < count; asked += 1) times.push(await timeOf(work));
  return times.sort((a, b) => a - b);
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
