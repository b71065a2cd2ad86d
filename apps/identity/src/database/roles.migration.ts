import type { Permission } from '@vungmanh/contracts/permission';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const secretary: Permission[] = [
  'organization:read',
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
];

/** In the order in which a person chooses among them. */
const roles: [code: string, label: string, permissions: Permission[]][] = [
  [
    'PROVINCIAL_OFFICER',
    'Cán bộ cấp ủy cấp tỉnh',
    [
      'identity:manage-grants',
      'organization:read',
      'organization:establish',
      'organization:staff',
      'organization:assign-follower',
      'organization:import',
      'organization:export',
      'membership:list',
      'membership:read',
      'membership:edit',
      'meetings:read',
      'meetings:plan',
      'meetings:submit-whole',
      'meetings:verify-task',
      'meetings:attend',
      'meetings:overview',
    ],
  ],
  [
    'ORGANIZATION_DEPARTMENT',
    'Cán bộ ban tổ chức',
    [
      'organization:read',
      'organization:establish',
      'organization:staff',
      'organization:import',
      'organization:export',
      'membership:list',
      'membership:read',
      'membership:edit',
      'meetings:overview',
    ],
  ],
  [
    'COMMITTEE_OFFICER',
    'Cán bộ cấp ủy cấp trên',
    [
      'organization:read',
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
    ],
  ],
  ['CELL_SECRETARY', 'Bí thư chi bộ', secretary],
  ['CELL_DEPUTY', 'Phó Bí thư chi bộ', secretary],
  [
    'CELL_COMMITTEE_MEMBER',
    'Chi ủy viên',
    ['organization:read', 'membership:list', 'meetings:read', 'meetings:prepare', 'meetings:verify-task', 'meetings:overview'],
  ],
  ['MINUTE_TAKER', 'Thư ký cuộc họp', ['organization:read', 'membership:list', 'meetings:read', 'meetings:take-minutes', 'meetings:confirm']],
  ['MEMBER', 'Đảng viên', ['organization:read']],
  ['AUDITOR', 'Cán bộ kiểm tra nhật ký', ['organization:read', 'audit:read']],
  ['TECHNICAL_ADMIN', 'Quản trị kỹ thuật', ['identity:manage-grants', 'organization:read']],
];

/** Roles are data; these are the ones that a new installation begins with. */
export class Roles1761000000001 implements MigrationInterface {
  name = 'Roles1761000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [position, [code, label, permissions]] of roles.entries()) {
      await runner.query('insert into role (code, label, permissions, position) values ($1, $2, $3, $4)', [code, label, permissions, position]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from role');
  }
}
