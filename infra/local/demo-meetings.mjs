import { inParallel, untilRight } from './client.mjs';

/** Cells whose members' quarters are judged have given their members enough to do. */
function busyIn({ village, graded, members }, node) {
  if (node === village.node) return { busy: { tasks: 9, memberId: members[0].id } };
  return node === graded.node ? { busy: { tasks: 5, memberId: graded.minuteTaker.id } } : {};
}

/** Stays below the gateway's limit of a megabyte a request. */
const A_CALL = 60;

/**
 * Hands in the meetings that the cells have held in the months up to the anchor, as history; those of the commune of the demo accounts
 * since the half-year before, whose check they are read for.
 */
export async function loadMeetings(client, { cells, handbook, anchor, today, months, seed, cast, log }) {
  const [{ meetingOf }, { addMonths }, { halvesOf }, { monthsOfHalf }] = await Promise.all([
    import('@vungmanh/demo/meetings'),
    import('@vungmanh/regulations/calendar'),
    import('@vungmanh/demo/cell-checks'),
    import('@vungmanh/contracts/inspection/meeting-check-state'),
  ]);
  const { from: earliest } = monthsOfHalf(halvesOf(today).finished);
  const inMonth = (back) => addMonths(`${anchor}-01`, -back).slice(0, 7);
  const bodies = cells.map(({ node, body, roster, secretary, minuteTaker }) => ({
    bodyId: body.id,
    checked: node.path.includes(cast.commune),
    ...busyIn(cast, node),
    kind: 'CELL',
    sector: node.sector,
    place: node.sector === 'VILLAGE_RESIDENTIAL' ? 'Nhà văn hóa thôn, bản' : 'Phòng họp cơ quan',
    chairId: secretary.id,
    minuteTakerId: minuteTaker.id,
    roster: roster.items.map((m) => ({
      personId: m.id,
      official: m.status === 'OFFICIAL',
      excused: m.exempt || m.away || m.enrollment === 'TEMPORARILY_ELSEWHERE',
      since: m.admittedOn ?? '',
      admittedOn: m.admittedOn,
    })),
  }));
  let first = months;
  while (inMonth(first) > earliest) first += 1;
  for (let back = first; back >= 0; back -= 1) {
    const month = inMonth(back);
    const meetings = bodies
      // The cell of the demo accounts has its running month before it.
      .filter((body) => (back > 0 || body.bodyId !== cast.village.body.id) && (back <= months || body.checked))
      .map((body, i) => citing(meetingOf(body, month, seed, today), i + back, handbook))
      .filter(Boolean);
    const calls = Array.from({ length: Math.ceil(meetings.length / A_CALL) }, (_, i) => meetings.slice(i * A_CALL, (i + 1) * A_CALL));
    const refused = [];
    await inParallel(calls, 4, async (meetings) => refused.push(...(await handedIn(client, meetings)).refused));
    if (refused.length > 0) throw new Error(`${refused.length} buổi sinh hoạt mô phỏng bị từ chối, ví dụ ${refused[0].code}: ${refused[0].title}`);
    log(`  Tháng ${month.slice(5)}/${month.slice(0, 4)}: ${meetings.length} buổi sinh hoạt`);
  }
}

/** Every third cell has prepared its meeting by the handbook. */
function citing(meeting, turn, handbook) {
  if (meeting === undefined || turn % 3 !== 0) return meeting;
  const citation = handbook[turn % handbook.length];
  return { ...meeting, agenda: meeting.agenda.map((item) => (item.area === 'PARTY_BUILDING' ? { ...item, citations: [citation] } : item)) };
}

/** Chapters reach the meetings by events: once they are known there, what is sent again is stored. */
const handedIn = (client, meetings) =>
  untilRight(
    () => client.call('POST', '/meetings/history', { meetings }),
    ({ refused }) => refused.every((one) => one.code !== 'meetings/chapter-not-in-force'),
  );
