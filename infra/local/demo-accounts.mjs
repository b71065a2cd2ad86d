import { writeFileSync } from 'node:fs';

/**
 * One account for each kind of person, most of them around one village cell, a second one where something takes two, and what the
 * start prints of them. `cast` says who they are (demo-cast.mjs).
 */
export async function writeDemoAccounts({ services, json, cast, nodeId, officer, password, file }) {
  const { village, commune, graded, idle, members, head, second, provincial } = cast;
  const cell = village.node;
  const seat = (role, title, { name, id }) => ({ role, nodeId: id, below: false, about: `${title} ${name}` });
  const desk = (role, about, at) => ({ role, nodeId: at, below: true, about });
  const people = [
    { username: 'canbo.xa', person: cast.officer, ...desk('COMMITTEE_OFFICER', 'Cán bộ Đảng ủy xã', commune) },
    { username: 'bithu', person: village.secretary, ...seat('CELL_SECRETARY', 'Bí thư', cell) },
    { username: 'phobithu', person: village.deputy, ...seat('CELL_DEPUTY', 'Phó Bí thư', cell) },
    { username: 'thuky', person: village.minuteTaker, ...seat('MINUTE_TAKER', 'Thư ký cuộc họp', cell) },
    { username: 'dangvien', person: members[0], ...seat('MEMBER', 'Đảng viên', cell) },
    { username: 'dangvien.2', person: members[1], ...seat('MEMBER', 'Đảng viên bị kỷ luật, đang khiếu nại,', cell) },
    { username: 'bithu.2', person: graded.secretary, ...seat('CELL_SECRETARY', 'Bí thư', graded.node) },
    { username: 'bithu.3', person: idle.secretary, ...seat('CELL_SECRETARY', 'Bí thư, còn việc chưa lập,', idle.node) },
    { username: 'kiemtra.xa', person: head, ...desk('INSPECTION_COMMISSION', 'Chủ nhiệm Ủy ban kiểm tra Đảng ủy xã', commune) },
    { username: 'kiemtra2.xa', person: second, ...desk('INSPECTION_COMMISSION', 'Ủy viên Ủy ban kiểm tra Đảng ủy xã, người thứ hai', commune) },
    { username: 'kiemtra.tinh', person: provincial, ...desk('INSPECTION_COMMISSION', 'Ủy viên Ủy ban kiểm tra Tỉnh ủy', nodeId) },
    { username: 'nhatky', person: { name: 'Cán bộ kiểm tra nhật ký' }, ...desk('AUDITOR', 'Cán bộ kiểm tra nhật ký', nodeId) },
    // What the one proposes takes effect when the other has approved it.
    {
      username: 'tochuc.tinh',
      person: { name: 'Cán bộ Ban Tổ chức Tỉnh ủy' },
      ...desk('PROVINCIAL_OFFICER', 'Cán bộ cấp ủy tỉnh thứ hai, duyệt việc cần hai người', nodeId),
    },
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
