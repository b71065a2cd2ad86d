import { writeFileSync } from 'node:fs';

/**
 * One account for each kind of person, all around one village cell, a second one at the province for what takes two, and what the
 * start prints of them. Answers the body of that cell.
 */
export async function writeDemoAccounts({ services, json, cells, nodeId, officer, password, file }) {
  const village = cells.find((c) => c.node.path.length === 2 && c.node.sector === 'VILLAGE_RESIDENTIAL' && c.roster.items.length >= 20) ?? cells[0];
  const commune = village.node.path.at(-1) ?? nodeId;
  const cell = village.node.id;
  const member = village.roster.items.find(
    (m) => m.status === 'OFFICIAL' && !m.exempt && !m.away && ![village.secretary, village.deputy, village.minuteTaker].some((x) => x.id === m.id),
  );
  const people = [
    ['canbo.xa', 'Cán bộ Đảng ủy xã', undefined, 'COMMITTEE_OFFICER', commune, true],
    ['bithu', village.secretary.name, village.secretary.id, 'CELL_SECRETARY', cell, false],
    ['phobithu', village.deputy.name, village.deputy.id, 'CELL_DEPUTY', cell, false],
    ['thuky', village.minuteTaker.name, village.minuteTaker.id, 'MINUTE_TAKER', cell, false],
    ['dangvien', member.name, member.id, 'MEMBER', cell, false],
    ['kiemtra.xa', 'Cán bộ Ủy ban kiểm tra Đảng ủy xã', undefined, 'INSPECTION_COMMISSION', commune, true],
    ['kiemtra.tinh', 'Cán bộ Ủy ban kiểm tra Tỉnh ủy', undefined, 'INSPECTION_COMMISSION', nodeId, true],
    ['nhatky', 'Cán bộ kiểm tra nhật ký', undefined, 'AUDITOR', nodeId, true],
    // What the one proposes takes effect when the other has approved it.
    ['tochuc.tinh', 'Cán bộ Ban Tổ chức Tỉnh ủy', undefined, 'PROVINCIAL_OFFICER', nodeId, true],
  ];
  const accounts = people.map(([username, displayName, personId, role, node, below]) => ({
    username,
    password,
    displayName,
    ...(personId ? { personId } : {}),
    grants: [{ role, nodeId: node, below }],
  }));
  await services.identity.run('bootstrap.js', json('accounts.json', { demo: true, accounts }));
  const label = {
    CELL_SECRETARY: 'Bí thư',
    CELL_DEPUTY: 'Phó Bí thư',
    MINUTE_TAKER: 'Thư ký cuộc họp',
    MEMBER: 'Đảng viên',
    COMMITTEE_OFFICER: 'Cán bộ cấp ủy xã',
    AUDITOR: 'Cán bộ kiểm tra nhật ký',
    PROVINCIAL_OFFICER: 'Cán bộ cấp ủy tỉnh thứ hai, duyệt việc cần hai người',
  };
  const rows = [
    { username: officer.username, password, about: 'Cán bộ cấp ủy tỉnh' },
    ...people.map(([username, displayName, personId, role]) => ({
      username,
      password,
      about: personId ? `${label[role]} ${village.node.name}` : (label[role] ?? displayName),
    })),
  ];
  writeFileSync(file, JSON.stringify(rows, null, 2), { mode: 0o600 });
  return village.body.id;
}
