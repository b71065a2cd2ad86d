import { everyItem, inParallel, untilRight } from './client.mjs';

/**
 * Two checks of the meetings of a commune's cells: that of the half-year before, finished and told to all cells, and that of the running
 * one, in the middle of its work. `lead` opens and concludes them; the others of the team have accounts too.
 */
export async function loadChecks({ lead, nodeId, teamIds, today, seed }) {
  const demo = await import('@vungmanh/demo/cell-checks');
  const { addDays } = await import('@vungmanh/regulations/calendar');
  const { finished, running } = demo.halvesOf(today);

  const record = async (checkId, half, cells) => {
    await inParallel(cells, 3, async (cell) => {
      const at = `/meeting-checks/${checkId}/cells/${cell.nodeId}`;
      const record = demo.recordOf(seed, { code: cell.nodeName, half, heldOn: addDays(today, -2) });
      let now = await lead.call('PUT', at, { record }, { ifMatch: cell.version });
      if (record.thematic.judgment === 'FULL') {
        now = await lead.call('POST', `${at}/findings`, { kind: 'STRENGTH', text: demo.strength }, { ifMatch: now.version });
      }
      if (record.resolutions.judgment !== 'FULL') {
        await lead.call('POST', `${at}/findings`, { kind: 'SHORTCOMING', ...demo.shortcoming, due: addDays(today, 30) }, { ifMatch: now.version });
      }
    });
  };

  const done = await started({ lead, nodeId, teamIds, half: finished, plannedEnd: addDays(today, 7) });
  await record(done.id, finished, await cellsOf(lead, done.id));
  let now = await lead.call('GET', `/meeting-checks/${done.id}`);
  now = await lead.call('POST', `/meeting-checks/${done.id}/conclusion`, { notice: demo.noticeOf(today) }, { ifMatch: now.version });
  await lead.call('POST', `/meeting-checks/${done.id}/publication`, {}, { ifMatch: now.version });

  const going = await started({ lead, nodeId, teamIds, half: running, plannedEnd: addDays(today, 20) });
  const cells = await cellsOf(lead, going.id);
  await record(going.id, running, cells.slice(0, Math.ceil(cells.length / 2)));
}

/** A check that has counted the meetings of its cells, under way. */
async function started({ lead, ...about }) {
  const { id } = await lead.call('POST', '/meeting-checks', about);
  const check = await untilRight(
    () => lead.call('GET', `/meeting-checks/${id}`),
    ({ countedAt }) => countedAt !== undefined,
  );
  return lead.call('POST', `/meeting-checks/${id}/start`, {}, { ifMatch: check.version });
}

async function cellsOf(lead, checkId) {
  const cells = [];
  for await (const cell of everyItem(lead, `/meeting-checks/${checkId}/cells`)) cells.push(cell);
  return cells;
}
