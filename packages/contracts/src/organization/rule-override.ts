import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { serviceNames } from '../service.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text } from '../types.js';

const whole = z
  .number({ error: 'Chưa nhập giá trị' })
  .int({ error: 'Hãy nhập số nguyên' })
  .nonnegative({ error: 'Không nhập số âm' })
  .max(1_000_000_000);
const code = line(40);

/** The value of a rule, of any unit; whether it fits the rule is for the register to say. */
export const RuleValue = z.union([
  whole,
  z.strictObject({ num: whole, den: whole }),
  z.strictObject({ num: whole, den: whole, how: z.enum(['more-than', 'at-least']) }),
  z.strictObject({ from: whole, to: whole }),
  z
    .array(z.strictObject({ code, from: whole }))
    .min(1)
    .max(20),
  z
    .array(z.strictObject({ code, points: whole }))
    .min(1)
    .max(20),
]);
export type RuleValue = z.infer<typeof RuleValue>;

export const ruleKey = z.string({ error: 'Chưa chọn quy định' }).regex(/^[a-z][a-z0-9._-]{2,79}$/, { error: 'Không có quy định này' });

/** What every service keeps of a value that the province set: with the decision named as papers and deviations cite it. */
export const RuleRow = Versioned.extend({
  nodeId: Id,
  key: ruleKey,
  value: RuleValue,
  validFrom: CalendarDate,
  /** The first day on which it counts no longer; that of its beginning where it never counted. */
  validTo: CalendarDate.optional(),
  source: z.string(),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** Values of rules that the province sets changed; consumers fetch the rows with {@link ruleSnapshot}. */
export const ruleChanged = event('organization.rule-override.changed', 1, Versioned, {
  identity: ['project-rule'],
  membership: ['project-rule'],
  meetings: ['project-rule'],
  inspection: ['project-rule'],
  training: ['project-rule'],
});

export const ruleSnapshot = query({
  subject: 'organization.rule-override.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(RuleRow),
});

const document = z.strictObject({ number: line(60), date: CalendarDate });

/** A value as the page of rules shows it, with why and by which document it was set and withdrawn. */
export const RuleOverride = z.object({
  ...RuleRow.shape,
  reason: z.string(),
  document,
  setAt: Instant,
  withdrawn: z.object({ at: Instant, reason: z.string() }).optional(),
});
export type RuleOverride = z.infer<typeof RuleOverride>;

/** Every value that the province has ever set, the newest first, and which organization it is. Everybody lives by them, so everybody may read them. */
export const listRuleOverrides = query({
  subject: 'organization.rule-override.list',
  http: get('/rule-overrides'),
  access: { signedIn: true },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(RuleOverride), provinceId: Id.optional() }),
});

/** Sets a value of the province's own from a day on; one that stands ends on that day. */
export const setRuleOverride = command({
  subject: 'organization.rule-override.set',
  http: post('/organizations/:nodeId/rule-overrides'),
  access: { grant: 'organization:set-rules', on: 'nodeId' },
  audit: 'Đặt giá trị quy định riêng của tỉnh',
  on: 'new',
  input: z.strictObject({ nodeId: Id, key: ruleKey, value: RuleValue, validFrom: CalendarDate, document, reason: text(1000) }),
  output: RuleOverride,
  errors: {
    'organization/not-the-province': conflict('Chỉ cấp ủy cấp tỉnh đặt giá trị quy định riêng. Hãy chọn đảng bộ tỉnh.'),
    'organization/rule-refused': invalid('Giá trị này không đặt riêng được.'),
    'organization/rule-before-document': invalid('Ngày có hiệu lực không thể trước ngày ký văn bản.'),
    'organization/rule-document-ahead': invalid('Ngày ký văn bản không thể ở tương lai.'),
    'organization/rule-not-after': conflict(
      'Tỉnh đã có giá trị riêng có hiệu lực từ ngày ấy hoặc muộn hơn. Hãy chọn ngày sau, hoặc bãi bỏ giá trị đang có trước.',
    ),
  },
});

/** From `on` the central value counts again; on the very day of its beginning it never counted. */
export const withdrawRuleOverride = command({
  subject: 'organization.rule-override.withdraw',
  http: post('/rule-overrides/:ruleId/withdraw'),
  access: { grant: 'organization:set-rules' },
  audit: 'Bãi bỏ giá trị quy định riêng của tỉnh',
  on: 'existing',
  input: z.strictObject({ ruleId: Id, on: CalendarDate, reason: text(1000) }),
  output: RuleOverride,
  errors: {
    'organization/rule-ended': conflict('Giá trị này đã hết hiệu lực hoặc đã được bãi bỏ.'),
    'organization/rule-end-early': invalid('Ngày bãi bỏ không thể trước ngày giá trị này có hiệu lực.'),
  },
});
