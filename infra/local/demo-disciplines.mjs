/**
 * Files of discipline: in the village one whose vote is counted, and one that counts and is appealed against; at the commission one whose
 * member is suspended. Beside them a denunciation, whose (simulated) sender lies in the vault like any other.
 */
export async function loadDisciplines({ cell, commission, members, appellant, chair, head, second, today }) {
  const demo = await import('@vungmanh/demo/disciplines');
  const { addDays } = await import('@vungmanh/regulations/calendar');
  const ago = (days) => addDays(today, -days);

  const village = { by: chair, nodeId: cell.node.id, actor: 'CELL', violation: demo.violation.CELL, contents: ['PARTY_BUILDING'] };
  const hearing = { how: 'MET', byPersonId: cell.deputy.id, text: demo.heard };
  const vote = async (file, form, on) => {
    const { votersToday } = await file.read();
    const { votes, none } = demo.ballotOf(votersToday, form);
    const counted = { present: votersToday, issued: votersToday, returned: votersToday, invalid: 0, votes, none };
    const people = { chairId: cell.secretary.id, counterIds: [cell.minuteTaker.id] };
    await file.act('vote', { on, startedAt: '19:30', venue: 'Nhà văn hóa bản (mô phỏng)', ...people, ...counted });
  };

  const decided = await openFile({ ...village, personId: members.disciplined, gravity: 'REPRIMAND', committedOn: ago(110), foundOn: ago(60) });
  await decided.act('hearing', { ...hearing, on: ago(40) });
  await vote(decided, 'REPRIMAND', ago(20));
  await decided.act('decision', { on: ago(20) });
  await decided.act('signature', { on: ago(14), signerId: cell.secretary.id });
  await decided.act('delivery', { on: ago(12), how: 'RECEIVED' });
  await decided.act('explanations', { text: demo.explanation }, appellant);
  // Their own leaves on the day itself, whatever day it was when the start began.
  await decided.act('appeals', { text: demo.appeal, on: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format() }, appellant);

  const voted = await openFile({ ...village, personId: members.voted, gravity: 'WARNING', committedOn: ago(150), foundOn: ago(45) });
  await voted.act('hearing', { ...hearing, on: ago(15) });
  await vote(voted, 'WARNING', ago(1));

  const own = { by: head, nodeId: commission, actor: 'INSPECTION_COMMISSION', violation: demo.violation.COMMISSION, contents: ['POLICY_AND_LAW'] };
  const suspended = await openFile({ ...own, personId: members.suspended, gravity: 'WARNING', committedOn: ago(200), foundOn: ago(40) });
  await suspended.act('suspension', { from: ago(20) });
  await suspended.act('hearing', { how: 'MET', byPersonId: second.id, text: demo.heard, on: ago(10) });

  const received = { nodeId: commission, actor: 'INSPECTION_COMMISSION', personId: members.denounced, receivedOn: ago(9), way: 'LETTER' };
  let now = await head.call('POST', '/denunciations', { ...received, items: demo.denunciation.items, denunciant: demo.denunciation.denunciant });
  const act = async (path, body) => (now = await head.call('POST', `/denunciations/${now.id}/${path}`, body, { ifMatch: now.version }));
  await act('acceptance', { on: ago(5), dueOn: addDays(today, 55), note: demo.denunciation.note });
  await act('people', { personId: second.id, part: 'VAULT_KEEPER', on: true });
}

/** A file, opened, and its further acts, each on the version that the last has left. */
async function openFile({ by, ...about }) {
  let now = await by.call('POST', '/discipline-cases', about);
  const at = `/discipline-cases/${now.id}`;
  return {
    read: () => by.call('GET', at),
    act: async (path, body, who = by) => (now = await who.call('POST', `${at}/${path}`, body, { ifMatch: now.version })),
  };
}
