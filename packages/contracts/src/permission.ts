/**
 * What a role may do. A permission is the key that a contract asks for; roles are data in `identity` and list permissions.
 * `<service>:<what>`, one key for acts that are always given together.
 */
export const permissions = [
  'audit:read',
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
  'meetings:prepare',
  'meetings:take-minutes',
  'meetings:confirm',
  'meetings:publish',
  'meetings:submit-whole',
  'meetings:verify-task',
  'meetings:attend',
  'meetings:overview',
] as const;
export type Permission = (typeof permissions)[number];
