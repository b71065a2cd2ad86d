import { writeFileSync } from 'node:fs';

/**
 * One account for each kind of person, most of them around one village cell, a second one where something takes two, and what the
 * start prints of them. `cast` says who they are (demo-cast.mjs).
 */
export async function writeDemoAccounts({ services, json, cast, nodeId, officer, password, file }) {
  const { village, commune, graded, idle, members, head, second, provincial } = cast;
  const cell = village.node;
  const seat = (username, person, role, node, title) => ({ username, person, role, nodeId: node.id, below: false, about: `${title} ${node.name}` });
  const desk = (username, person, role, at, about) => ({ username, person, role, nodeId: at, below: true, about });
  const people = [
    desk('canbo.xa', cast.officer, 'COMMITTEE_OFFICER', commune, 'Cán bộ Đảng ủy xã'),
    seat('bithu', village.secretary, 'CELL_SECRETARY', cell, 'Bí thư'),
    seat('phobithu', village.deputy, 'CELL_DEPUTY', cell, 'Phó Bí thư'),
    seat('thuky', village.minuteTaker, 'MINUTE_TAKER', cell, 'Thư ký cuộc họp'),
    seat('dangvien', members[0], 'MEMBER', cell, 'Đảng viên'),
    seat('dangvien.2', members[1], 'MEMBER', cell, 'Đảng viên bị kỷ luật, đang khiếu nại,'),
    seat('bithu.2', graded.secretary, 'CELL_SECRETARY', graded.node, 'Bí thư'),
    seat('bithu.3', idle.secretary, 'CELL_SECRETARY', idle.node, 'Bí thư, còn việc chưa lập,'),
    desk('kiemtra.xa', head, 'INSPECTION_COMMISSION', commune, 'Chủ nhiệm Ủy ban kiểm tra Đảng ủy xã'),
    desk('kiemtra2.xa', second, 'INSPECTION_COMMISSION', commune, 'Ủy viên Ủy ban kiểm tra Đảng ủy xã, người thứ hai'),
    desk('kiemtra.tinh', provincial, 'INSPECTION_COMMISSION', nodeId, 'Ủy viên Ủy ban kiểm tra Tỉnh ủy'),
    desk('nhatky', { name: 'Cán bộ kiểm tra nhật ký' }, 'AUDITOR', nodeId, 'Cán bộ kiểm tra nhật ký'),
    // What the one proposes takes effect when the other has approved it.
    desk('tochuc.tinh', { name: 'Cán bộ Ban Tổ chức Tỉnh ủy' }, 'PROVINCIAL_OFFICER', nodeId, 'Cán bộ cấp ủy tỉnh thứ hai, duyệt việc cần hai người'),
  ];
  const accounts = people.map(({ username, person, role, nodeId: at, below }) => ({
    username,
    password,
    displayName: person.name,
    ...(person.id ? { personId: person.id } : {}),
    grants: [{ role, nodeId: at, below }],
  }));
  await services.identity.run('bootstrap.js', json('accounts.json', { demo: true, accounts }));
  const rows = [
    { username: officer.username, password, about: 'Cán bộ cấp ủy tỉnh' },
    ...people.map(({ username, about }) => ({ username, password, about })),
  ];
  writeFileSync(file, JSON.stringify(rows, null, 2), { mode: 0o600 });
}
