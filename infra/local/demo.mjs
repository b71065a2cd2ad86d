import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, everyItem, inParallel } from './client.mjs';
import { writeDemoAccounts } from './demo-accounts.mjs';
import { castOf } from './demo-cast.mjs';
import { loadHandbook } from './demo-handbook.mjs';
import { loadInspection } from './demo-inspection.mjs';
import { loadMeetings } from './demo-meetings.mjs';
import { loadPrograms } from './demo-programs.mjs';
import { loadQuestions } from './demo-questions.mjs';
import { loadTraining } from './demo-training.mjs';
import { writeDemoWorkbook } from './demo-workbook.mjs';
import { confirmWorkbook, previewWorkbook } from './import-workbook.mjs';

const SEED = 20261103;
/** Known passwords: these accounts exist in simulated data only, and the platform refuses them in production. */
const PASSWORD = 'Vungmanh@2026';

/**
 * Fills an empty platform with the simulated province, through its own doors: the import, the commands of the committees, and the
 * submission of meetings of the past. Only the province itself and the accounts, which no signed-in person could make, come by the
 * bootstrap programs of their services.
 */
export async function loadDemo({ baseUrl, services, dataDir, scale, log, months = scale === 'province' ? 12 : 3 }) {
  const { PROVINCE_CODE, PROVINCE_NAME } = await import('@vungmanh/demo/organizations');
  const work = path.join(dataDir, 'demo');
  mkdirSync(work, { recursive: true });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());
  const anchor = today.slice(0, 7);
  const json = (name, value) => {
    const file = path.join(work, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  const province = json('province.json', { code: PROVINCE_CODE, name: PROVINCE_NAME });
  const { nodeId } = JSON.parse(await services.organization.run('bootstrap.js', province));
  const officer = {
    username: 'canbo.tinh',
    password: PASSWORD,
    displayName: 'Cán bộ Tỉnh ủy',
    grants: [{ role: 'PROVINCIAL_OFFICER', nodeId, below: true }],
  };
  await services.identity.run('bootstrap.js', json('officer.json', { demo: true, accounts: [officer] }));
  const client = new Client(baseUrl);
  await client.signIn(officer.username, officer.password);
  await untilSeen(() => client.call('GET', '/organizations/roots'));

  const file = await writeDemoWorkbook({ file: path.join(work, 'tinh-mo-phong.xlsx'), scale, seed: SEED, anchor });
  log('  Nhập tổ chức đảng và đảng viên từ tệp Excel…');
  const checked = await previewWorkbook(client, { file, nodeId, log });
  const imported = await confirmWorkbook(client, checked, log);
  if (imported.state !== 'DONE') throw new Error(`Nhập dữ liệu mô phỏng dừng ở ${imported.state}: ${imported.trouble ?? ''}`);

  log('  Lập cấp ủy, phân công theo dõi chi bộ…');
  const cells = await staffCells(client, { nodeId, anchor, log });
  const cast = castOf(cells, nodeId);
  await writeDemoAccounts({ services, json, cast, nodeId, officer, password: PASSWORD, file: path.join(dataDir, 'demo-accounts.json') });
  const handbook = await loadHandbook(client, { nodeId, log });
  await loadMeetings(client, { cells, handbook, anchor, today, months, seed: SEED, cast, log });
  const account = { username: 'kiemtra.tinh', password: PASSWORD };
  await loadPrograms({ baseUrl, account, cells, nodeId, cast, today, seed: SEED, log });
  const about = { baseUrl, password: PASSWORD, officer: client, cast, nodeId, today, log };
  await Promise.all([loadInspection({ ...about, seed: SEED, work }), loadTraining(about), loadQuestions(about)]);
}

/** Names and grants reach the other services by events: what was just given may need a moment. */
async function untilSeen(ask) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Opens the term of every cell with a secretary, a deputy and a third member; answers what the meetings need to know of each cell. */
async function staffCells(client, { nodeId, anchor, log }) {
  const { addMonths } = await import('@vungmanh/regulations/calendar');
  const from = addMonths(`${anchor}-01`, -14);
  const nodes = [];
  const walk = async (id, path) => {
    const below = [];
    for await (const node of everyItem(client, `/organizations/${id}/children`)) {
      nodes.push({ ...node, path });
      if (node.children > 0) below.push(node);
    }
    await inParallel(below, 4, (node) => walk(node.id, [...path, node.id]));
  };
  await walk(nodeId, [nodeId]);
  const cells = [];
  await inParallel(
    nodes.filter((n) => n.meetsAsCell),
    8,
    async (cell) => {
      const [{ bodies }, roster] = await Promise.all([
        client.call('GET', `/organizations/${cell.id}`),
        client.call('GET', `/organizations/${cell.id}/roster`),
      ]);
      const body = bodies.find((b) => b.kind === 'CELL');
      const official = roster.items
        .filter((m) => m.status === 'OFFICIAL' && !m.exempt && !m.away)
        .sort((a, b) => (a.admittedOn < b.admittedOn ? -1 : 1));
      const [secretary, deputy, third] = official;
      if (!body || !third) return;
      const seats = [
        { personId: secretary.id, post: 'SECRETARY', origin: 'ELECTED' },
        { personId: deputy.id, post: 'DEPUTY', origin: 'ELECTED' },
        ...(official.length >= 9 ? [{ personId: third.id, post: 'MEMBER', origin: 'ELECTED' }] : []),
      ];
      await client.call('POST', `/bodies/${body.id}/terms`, { number: '2025-2030', from, seats });
      cells.push({ node: cell, body, roster, secretary, deputy, minuteTaker: third });
      if (cells.length % 500 === 0) log(`  ${cells.length} chi bộ`);
    },
  );
  cells.sort((a, b) => (a.node.code < b.node.code ? -1 : 1));
  return cells;
}

/** The simulated accounts of a platform that has been filled already. */
export const demoAccounts = (dataDir) => JSON.parse(readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8'));
