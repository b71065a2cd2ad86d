import { Client, everyItem, inParallel, untilKnown, untilRight } from './client.mjs';

/** So many committees beside the village's own have a program: enough for every page, and done in seconds at any scale. */
const COMMITTEES = 3;

/**
 * Draws up the year's programs of a few bodies around the cell of the demo accounts, has them approved and published, and brings their
 * lines as far as the day: by the commission's own account, as people would.
 */
export async function loadPrograms({ baseUrl, account, cells, nodeId, cast, today, seed, log }) {
  const { programOf, progressOf } = await import('@vungmanh/demo/programs');
  const client = new Client(baseUrl);
  await client.signIn(account.username, account.password);
  const year = Number(today.slice(0, 4));
  let lines = 0;
  await inParallel(plannersOf(cells, nodeId, cast), 3, async (planner) => {
    const { nodeId: at, actor } = planner;
    const { id } = await untilKnown(() => client.call('POST', '/inspection-programs', { nodeId: at, actor, year }));
    const wanted = programOf(planner, year, seed);
    for (const some of wanted) await client.call('POST', `/inspection-programs/${id}/lines`, some);
    await publish(client, id, year, today);
    const all = [];
    for await (const row of everyItem(client, `/inspection-programs/${id}/grid`)) all.push(...row.lines);
    lines += all.length;
    await inParallel(all, 3, async (line) => {
      const progress = progressOf(line.id, { year, quarter: line.quarter, today });
      const ifMatch = line.version;
      if (progress?.act === 'start') await client.call('POST', `/inspection-lines/${line.id}/start`, {}, { ifMatch });
      if (progress?.act === 'finish') await client.call('POST', `/inspection-lines/${line.id}/result`, { doneOn: progress.doneOn }, { ifMatch });
    });
  });
  log(`  Kiểm tra, giám sát năm ${year}: ${lines} cuộc theo chương trình`);
}

/** The commission of the province, the committees of a few communes with that of the village's, its commission, and its cells. */
function plannersOf(cells, nodeId, { village, commune }) {
  const communeOf = (cell) => cell.node.path.at(-1);
  const communes = [...new Set(cells.filter((c) => c.node.path.length === 2 && c.node.typeCode === 'CELL').map(communeOf))];
  const below = (node) => cells.filter((c) => communeOf(c) === node);
  const committee = (node, actor) => ({
    nodeId: node,
    actor,
    people: below(node).map((c) => c.secretary.id),
    organizations: below(node).map((c) => c.node.id),
  });
  return [
    { nodeId, actor: 'INSPECTION_COMMISSION', people: [], organizations: communes },
    ...[commune, ...communes.filter((c) => c !== commune).slice(0, COMMITTEES)].map((node) => committee(node, 'GRASSROOTS_COMMITTEE')),
    committee(commune, 'INSPECTION_COMMISSION'),
    { nodeId: village.node.id, actor: 'CELL', people: village.roster.items.map((m) => m.id), organizations: [] },
  ];
}

async function publish(client, id, year, today) {
  const meeting = 'Hội nghị đầu năm (dữ liệu mô phỏng)';
  const january = `${year}-01-06`;
  const approvedOn = january < today ? january : today;
  let program = await client.call('GET', `/inspection-programs/${id}`);
  program = await client.call('POST', `/inspection-programs/${id}/approval`, { approvedOn, meeting }, { ifMatch: program.version });
  // The register gives the number a moment later.
  program = await untilRight(
    () => client.call('GET', `/inspection-programs/${id}`),
    ({ approval }) => !approval.numberAwaited,
  );
  await client.call('POST', `/inspection-programs/${id}/publication`, {}, { ifMatch: program.version });
}
