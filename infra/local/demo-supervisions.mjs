import { everyItem, inParallel } from './client.mjs';

/**
 * Members' quarters: the one before drawn up for every cell of the commune, told and closed in the village; the running one under way in
 * the village and, with monthly grades, in the other cell. The third cell has drawn up nothing, so that its secretary is reminded.
 */
export async function loadSupervisions({ officer, commune, cells, member, reminded, today, seed }) {
  const { addMonths, quarterOf } = await import('@vungmanh/regulations/calendar');
  const running = quarterOf(today);
  const before = quarterOf(addMonths(today, -3));
  await officer.call('POST', '/member-supervisions/below', { nodeId: commune, quarter: before });
  for (const { lead, node, graded } of cells) {
    if (!graded) {
      const last = await quarter({ lead, node, which: before, today, seed, past: true });
      await last.close();
    }
    await quarter({ lead, node, which: running, today, seed, graded, reminded: graded ? undefined : reminded });
  }
  const { answer } = await import('@vungmanh/demo/supervisions');
  const { items } = await member.call('GET', '/my/supervision');
  const own = items.find((one) => one.quarter === running);
  const line = own && (await member.call('GET', `/supervision-lines/${own.id}`));
  if (line) await member.call('POST', `/my/supervision/${line.id}/answers`, { text: answer }, { ifMatch: line.version });
}

/** One quarter of a cell, told to its members, about half of them judged, the member of the demo's account reminded. */
async function quarter({ lead, node, which, today, seed, graded = false, past = false, reminded }) {
  const demo = await import('@vungmanh/demo/supervisions');
  const { addDays, monthsOf } = await import('@vungmanh/regulations/calendar');
  let now = await lead.call('POST', '/member-supervisions', { nodeId: node.id, quarter: which });
  const at = `/member-supervisions/${now.id}`;
  const on = async (path, body, method = 'POST') => (now = await lead.call(method, `${at}/${path}`, body, { ifMatch: now.version }));
  if (graded) await on('grade-scale', { marks: [...demo.GRADES] }, 'PUT');
  await on('opening', {});
  const lines = [];
  for await (const line of everyItem(lead, `${at}/lines`)) lines.push(line);
  const months = monthsOf(which).filter((month) => month <= today.slice(0, 7));
  const judged = lines
    .map((line, place) => ({ line, place }))
    .filter(({ line, place }) => !line.own && (past || place % 3 === 0 || line.personId === reminded));
  await inParallel(judged, 4, async ({ line: { personId, ...line }, place }) => {
    const act = async (path, body, method = 'POST') =>
      (line = await lead.call(method, `/supervision-lines/${line.id}/${path}`, body, { ifMatch: line.version }));
    if (place % 2 === 0) await act(`notes/${months[0]}`, { note: demo.note }, 'PUT');
    if (personId === reminded) {
      const week = addDays(today, -6);
      const on = week < `${months[0]}-01` ? today : week;
      await act('reminders', { on, place: 'COMMITTEE', text: demo.reminder });
    }
    const proposal = demo.proposalOf(seed, { code: node.code, quarter: which, place });
    if (proposal) await act('proposal', proposal, 'PUT');
  });
  if (graded) {
    const grades = lines.flatMap(({ id: lineId }, place) =>
      months.map((month) => ({ lineId, month, grade: demo.gradeOf(seed, { code: node.code, month, place }) })),
    );
    await on('grades', { cells: grades }, 'PUT');
  }
  return { lines, close: () => on('closing', {}) };
}
