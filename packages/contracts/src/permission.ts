/**
 * What a role may do. A permission is the key that a contract asks for; roles are data in `identity` and list permissions.
 * `<service>:<what>`, one key for acts that are always given together.
 */
export const permissions = [
  'audit:read',
  'identity:manage-grants',
  'identity:manage-roles',
  'identity:see-access',
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
  'meetings:prepare',
  'meetings:take-minutes',
  'meetings:confirm',
  'meetings:publish',
  'meetings:submit-whole',
  'meetings:verify-task',
  'meetings:attend',
  'meetings:overview',
  'inspection:read',
  'inspection:plan',
  'inspection:approve',
  'inspection:supervise',
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
] as const;
export type Permission = (typeof permissions)[number];

/** As the page of roles and "who can see this organization" name them. */
export const permissionLabel: Record<Permission, string> = {
  'identity:manage-grants': 'Mở tài khoản, giao và thu hồi quyền',
  'identity:manage-roles': 'Đặt tên vai trò, thêm bớt quyền của vai trò',
  'identity:see-access': 'Xem ai được xem tổ chức mình',
  'organization:read': 'Xem cây tổ chức',
  'organization:read-details': 'Xem cấp ủy, người theo dõi, sổ văn bản',
  'organization:establish': 'Lập, đổi tên tổ chức',
  'organization:staff': 'Cập nhật nhiệm kỳ và cấp ủy',
  'organization:assign-follower': 'Phân công người theo dõi chi bộ',
  'organization:import': 'Nhập dữ liệu từ tệp',
  'organization:export': 'Xuất dữ liệu ra tệp',
  'organization:set-rules': 'Đặt, bãi bỏ giá trị quy định riêng của tỉnh',
  'membership:list': 'Xem danh sách đảng viên',
  'membership:read': 'Xem hồ sơ đảng viên',
  'membership:edit': 'Cập nhật hồ sơ đảng viên',
  'meetings:read': 'Xem kỳ sinh hoạt, biên bản, nghị quyết',
  'meetings:plan': 'Lập kế hoạch sinh hoạt',
  'meetings:prepare': 'Chuẩn bị và thông báo sinh hoạt',
  'meetings:take-minutes': 'Điểm danh, ghi biên bản',
  'meetings:confirm': 'Xác nhận biên bản',
  'meetings:publish': 'Ban hành nghị quyết',
  'meetings:submit-whole': 'Nhập kỳ sinh hoạt đã họp',
  'meetings:verify-task': 'Kiểm tra việc thực hiện nhiệm vụ',
  'meetings:attend': 'Dự sinh hoạt của cấp dưới',
  'audit:read': 'Xem nhật ký truy cập, thay đổi',
  'meetings:overview': 'Xem số liệu tổng hợp',
  'inspection:read': 'Xem chương trình kiểm tra, giám sát',
  'inspection:plan': 'Lập, điều chỉnh chương trình kiểm tra, giám sát',
  'inspection:approve': 'Ghi việc phê duyệt, thông báo chương trình kiểm tra, giám sát',
  'inspection:supervise': 'Lập, thực hiện kế hoạch giám sát từng đảng viên của chi bộ',
  'inspection:check-meetings': 'Mở, kết luận cuộc kiểm tra sinh hoạt chi bộ',
  'inspection:conduct': 'Lập hồ sơ, phân công đoàn kiểm tra, giám sát',
  'inspection:discipline': 'Mở, thụ lý hồ sơ xem xét kỷ luật',
  'training:read': 'Xem việc đào tạo, bồi dưỡng',
  'training:nominate': 'Đề nghị nhu cầu, cử người đi học',
  'training:plan': 'Lập, điều chỉnh kế hoạch bồi dưỡng',
  'training:approve': 'Ghi việc phê duyệt kế hoạch bồi dưỡng',
  'training:conduct': 'Mở lớp, quản lý lớp, ghi kết quả bồi dưỡng',
  'training:study': 'Ghi việc học tập, quán triệt, thực hiện văn bản cấp trên',
  'training:handbook': 'Soạn, ban hành, thu hồi chương của Sổ tay nghiệp vụ',
};

/**
 * What shows nothing of a person, a meeting or a paper: names and places of organizations, and who holds which right.
 * Everything else is content, and a role of technicians has none of it.
 */
const withoutContent: ReadonlySet<Permission> = new Set([
  'identity:manage-grants',
  'identity:manage-roles',
  'identity:see-access',
  'organization:read',
]);
/** What nobody does in another's name: to give rights, and to carry data in or out by the sheet. */
export const neverOnBehalf: readonly Permission[] = ['identity:manage-grants', 'identity:manage-roles', 'organization:import', 'organization:export'];

export const isContent = (permission: Permission): boolean => !withoutContent.has(permission);
