import { untilKnown, untilRight } from './client.mjs';

/** A resolution that went down from the province: studied by the commune, taken up by one cell, received by the others. */
export async function loadStudy({ officer, desk, secretary, nodeId, commune, cell, today }) {
  const { addDays } = await import('@vungmanh/regulations/calendar');
  const paper = {
    kind: 'RESOLUTION',
    number: '01-NQ/MP',
    issuedOn: addDays(today, -30),
    issuer: 'Tỉnh ủy (mô phỏng)',
    subject: 'về nâng cao chất lượng sinh hoạt chi bộ (mô phỏng)',
  };
  const deadlines = ['SUPERIOR', 'GRASSROOTS', 'CELL'].map((tier) => ({
    tier,
    studyBy: addDays(today, tier === 'CELL' ? 10 : -3),
    programBy: addDays(today, 25),
    reviewBy: addDays(today, 200),
  }));
  const draft = await officer.call('POST', '/study-campaigns', { nodeId, paper, deadlines });
  await officer.call('POST', `/study-campaigns/${draft.id}/cascade`, {}, { ifMatch: draft.version });

  const studied = async (by, at, { expected, attended, essays }) => {
    const [level] = await untilRight(
      () => levelsOf(by, draft.id, at),
      (levels) => levels.length > 0,
    );
    const held = { heldOn: addDays(today, -6), audience: 'MEMBERS', content: 'Học tập, quán triệt toàn văn (mô phỏng)', expected, attended, essays };
    const now = await by.call('POST', `/study-levels/${level.id}/sessions`, held, { ifMatch: level.version });
    return by.call('POST', `/study-levels/${level.id}/studied`, {}, { ifMatch: now.version });
  };
  await studied(desk, commune, { expected: 42, attended: 40, essays: 38 });
  const done = await studied(secretary, cell.node.id, { expected: 22, attended: 20, essays: 12 });
  const program = { number: '05-KH/CB', issuedOn: addDays(today, -2) };
  await secretary.call('POST', `/study-levels/${done.id}/program`, program, { ifMatch: done.version });
}

/** Its own, once what goes on in the background has reached it. */
async function levelsOf(client, campaignId, nodeId) {
  const { items } = await untilKnown(() => client.call('GET', `/study-campaigns/${campaignId}/at/${nodeId}/levels`));
  return items.filter((one) => one.nodeId === nodeId);
}
