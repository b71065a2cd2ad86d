import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, untilKnown } from './client.mjs';
import { plainOf } from './demo-cast.mjs';
import { loadCases } from './demo-cases.mjs';
import { loadChecks } from './demo-checks.mjs';
import { loadDisciplines } from './demo-disciplines.mjs';
import { loadSupervisions } from './demo-supervisions.mjs';

/**
 * Inspection and supervision around the cell of the demo accounts, by those accounts' own hands: cases in each state, the six-monthly
 * checks, members' quarters, discipline. Each of the four in its own order, all at once.
 */
export async function loadInspection({ baseUrl, password, officer, cast, nodeId, today, seed, work, log }) {
  const { village, commune, others, graded, idle, members, head, second, elsewhere } = cast;
  // The commune's committee is somebody to whom a decision can be announced.
  const { bodies } = await officer.call('GET', `/organizations/${commune}`);
  const { addMonths } = await import('@vungmanh/regulations/calendar');
  const seats = [
    { personId: cast.office.secretary.id, post: 'SECRETARY', origin: 'ELECTED' },
    { personId: cast.officer.id, post: 'STANDING_DEPUTY', origin: 'ELECTED' },
    { personId: head.id, post: 'MEMBER', origin: 'ELECTED' },
  ];
  const body = bodies.find((b) => b.kind === 'COMMITTEE');
  await officer.call('POST', `/bodies/${body.id}/terms`, { number: '2025-2030', from: addMonths(`${today.slice(0, 7)}-01`, -14), seats });

  const as = async (username) => {
    const client = new Client(baseUrl);
    await client.signIn(username, password);
    // What was given a moment ago is known to the service a moment later.
    await untilKnown(() => client.call('GET', '/my/inspection-cases'));
    return client;
  };
  const [secretary, deputy, member, appellant, gradedLead, chief, aide, desk, provincial] = await Promise.all(
    ['bithu', 'phobithu', 'dangvien', 'dangvien.2', 'bithu.2', 'kiemtra.xa', 'kiemtra2.xa', 'canbo.xa', 'kiemtra.tinh'].map(as),
  );
  const selfReport = path.join(work, 'bao-cao-mo-phong.pdf');
  await writeFile(selfReport, PAPER);

  const organizations = [village, ...others].map((c) => c.node.id);
  const strangers = others.filter((c) => c !== graded && c !== idle).map((c) => plainOf(c)[0]?.id);
  const about = { today, selfReport };
  const ofCommune = { ...about, nodeId: commune, lead: aide, leadId: second.id, teamIds: [], aims: { members: strangers, organizations } };
  const own = members.map((m) => m.id);
  await Promise.all([
    loadCases({
      ...about,
      by: 'CELL',
      nodeId: village.node.id,
      chair: secretary,
      lead: deputy,
      leadId: village.deputy.id,
      teamIds: [village.minuteTaker.id],
      aims: { members: [own[0], ...own.slice(3)], organizations: [] },
      subject: member,
    }),
    loadCases({ ...ofCommune, by: 'COMMISSION', chair: chief, reader: cast.officer.id }).then(() =>
      loadCases({ ...ofCommune, by: 'COMMITTEE', chair: desk, aims: { members: [], organizations } }),
    ),
    loadCases({
      ...about,
      by: 'PROVINCE',
      nodeId,
      chair: provincial,
      lead: provincial,
      leadId: cast.provincial.id,
      teamIds: [],
      aims: { members: [elsewhere[0]?.secretary.id], organizations: [commune] },
    }),
    loadChecks({ lead: desk, nodeId: commune, teamIds: [head.id, second.id], today, seed }),
    loadSupervisions({
      officer: desk,
      commune,
      cells: [
        { lead: secretary, node: village.node, graded: false },
        { lead: gradedLead, node: graded.node, graded: true },
      ],
      member,
      reminded: own[0],
      today,
      seed,
    }),
    loadDisciplines({
      cell: village,
      commission: commune,
      members: { disciplined: own[1], voted: own[2], suspended: strangers[1], denounced: strangers[2] ?? own.at(-1) },
      appellant,
      chair: secretary,
      head: chief,
      second,
      today,
    }),
  ]);
  log('  Hồ sơ kiểm tra, giám sát, kỷ luật mô phỏng quanh một chi bộ');
}

/** A page that says what it is; what is uploaded must be a file that opens. */
const PAPER = (() => {
  const text = 'BT /F1 14 Tf 72 760 Td (Bao cao tu kiem tra - du lieu mo phong) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
})();
