import { TEMPORARY_ROLE, temporaryPermissions } from '@vungmanh/contracts/identity/temporary-grant';
import type { Permission } from '@vungmanh/contracts/permission';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const secretary: Permission[] = [
  'identity:see-access',
  'organization:read',
  'organization:read-details',
  'membership:list',
  'membership:read',
  'meetings:read',
  'meetings:plan',
  'meetings:prepare',
  'meetings:take-minutes',
  'meetings:confirm',
  'meetings:publish',
  'meetings:submit-whole',
  'meetings:verify-task',
  'meetings:overview',
  'inspection:read',
  'inspection:plan',
  'inspection:approve',
  'inspection:supervise',
  'inspection:conduct',
  'inspection:discipline',
  'training:read',
  'training:nominate',
  'training:study',
];

/** In the order in which a person chooses among them. */
const roles: [code: string, label: string, permissions: Permission[]][] = [
  [
    'PROVINCIAL_OFFICER',
    'Cán bộ cấp ủy cấp tỉnh',
    [
      'identity:manage-grants',
      'identity:manage-roles',
      'organization:read',
      'organization:read-details',
      'organization:establish',
      'organization:staff',
      'organization:assign-follower',
      'organization:import',
      'organization:export',
      'organization:set-rules',
      'membership:list',
      'membership:read',
      'membership:edit',
      'meetings:read',
      'meetings:plan',
      'meetings:submit-whole',
      'meetings:verify-task',
      'meetings:attend',
      'meetings:overview',
      'inspection:read',
      'training:read',
      'training:plan',
      'training:approve',
      'training:conduct',
      'training:study',
      'training:handbook',
    ],
  ],
  [
    'ORGANIZATION_DEPARTMENT',
    'Cán bộ ban tổ chức',
    [
      'organization:read',
      'organization:read-details',
      'organization:establish',
      'organization:staff',
      'organization:import',
      'organization:export',
      'membership:list',
      'membership:read',
      'membership:edit',
      'meetings:overview',
      'training:read',
    ],
  ],
  [
    'COMMITTEE_OFFICER',
    'Cán bộ cấp ủy cấp trên',
    [
      'organization:read',
      'organization:read-details',
      'organization:staff',
      'organization:assign-follower',
      'organization:export',
      'membership:list',
      'membership:read',
      'membership:edit',
      'meetings:read',
      'meetings:plan',
      'meetings:verify-task',
      'meetings:attend',
      'meetings:overview',
      'inspection:read',
      'inspection:plan',
      'inspection:approve',
      'inspection:check-meetings',
      'inspection:conduct',
      'inspection:discipline',
      'training:read',
      'training:nominate',
      'training:plan',
      'training:approve',
      'training:conduct',
      'training:study',
      'training:handbook',
    ],
  ],
  [
    'TRAINING_OFFICER',
    'Cán bộ đào tạo, bồi dưỡng',
    [
      'organization:read',
      'organization:read-details',
      'membership:list',
      'training:read',
      'training:nominate',
      'training:plan',
      'training:conduct',
      'training:study',
      'training:handbook',
    ],
  ],
  [
    'INSPECTION_COMMISSION',
    'Cán bộ ủy ban kiểm tra',
    [
      'organization:read',
      'organization:read-details',
      'membership:list',
      'meetings:overview',
      'inspection:read',
      'inspection:plan',
      'inspection:approve',
      'inspection:conduct',
      'inspection:discipline',
    ],
  ],
  ['CELL_SECRETARY', 'Bí thư chi bộ', secretary],
  ['CELL_DEPUTY', 'Phó Bí thư chi bộ', secretary],
  [
    'CELL_COMMITTEE_MEMBER',
    'Chi ủy viên',
    [
      'organization:read',
      'organization:read-details',
      'membership:list',
      'meetings:read',
      'meetings:prepare',
      'meetings:verify-task',
      'meetings:overview',
      'inspection:read',
      'inspection:supervise',
      'training:read',
    ],
  ],
  [
    'MINUTE_TAKER',
    'Thư ký cuộc họp',
    ['organization:read', 'organization:read-details', 'membership:list', 'meetings:read', 'meetings:take-minutes', 'meetings:confirm'],
  ],
  ['MEMBER', 'Đảng viên', ['organization:read', 'organization:read-details']],
  [
    'ACCOUNT_OFFICER',
    'Cán bộ quản lý tài khoản',
    ['identity:manage-grants', 'identity:see-access', 'organization:read', 'organization:read-details'],
  ],
  ['AUDITOR', 'Cán bộ kiểm tra nhật ký', ['organization:read', 'organization:read-details', 'audit:read']],
  ['TECHNICAL_ADMIN', 'Quản trị kỹ thuật', ['identity:manage-grants', 'organization:read']],
];

/**
 * What a superior gives to the secretaries below without using it: nobody gives what they do not hold, and an officer who held this to
 * use it could write the minutes of any cell, or read in the audit what was asked of whom.
 */
const handsOn: Record<string, Permission[]> = {
  ACCOUNT_OFFICER: secretary,
  PROVINCIAL_OFFICER: [
    'audit:read',
    'identity:see-access',
    'meetings:prepare',
    'meetings:take-minutes',
    'meetings:confirm',
    'meetings:publish',
    'inspection:plan',
    'inspection:approve',
    'inspection:supervise',
    'inspection:check-meetings',
    'inspection:conduct',
    'inspection:discipline',
    'training:nominate',
  ],
};
/** Who reads what everybody did is chosen by two, and so is who may do everything. */
const fourEyes = ['PROVINCIAL_OFFICER', 'AUDITOR'];

/** What a check of cells' meetings opens to its team and closes again: nobody gives it by hand. */
const temporary = { code: TEMPORARY_ROLE, label: 'Đoàn kiểm tra sinh hoạt chi bộ' } as const;

/** Roles are data; these are the ones that a new installation begins with. */
export class Roles1761000000001 implements MigrationInterface {
  name = 'Roles1761000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [position, [code, label, permissions]] of roles.entries()) {
      await runner.query('insert into role (code, version, label, permissions, hands_on, four_eyes, position) values ($1, 1, $2, $3, $4, $5, $6)', [
        code,
        label,
        permissions,
        handsOn[code] ?? [],
        fourEyes.includes(code),
        position,
      ]);
    }
    await runner.query(
      `insert into role (code, version, label, permissions, hands_on, four_eyes, temporary, position) values ($1, 1, $2, $3, '{}', false, true, $4)`,
      [temporary.code, temporary.label, temporaryPermissions, roles.length],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from role');
  }
}
