import type { PersonFacts } from '@vungmanh/contracts/membership/recognize';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { DutyPosition } from '@vungmanh/contracts/training/duty';
import type {
  PreparationAspect,
  PreparationCheck,
  PreparationPost,
  PreparationState,
  PreparationVerdict,
} from '@vungmanh/contracts/training/preparation';
import { theoryLevelLabel, TheoryLevel } from '@vungmanh/contracts/training/report';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { formatVi } from '@vungmanh/regulations/calendar';
import { courses } from '@vungmanh/regulations/course';
import { dutyRuleAt } from '@vungmanh/regulations/duty';
import { ruleAt, type Rule, type RuleContext } from '@vungmanh/regulations/rule-at';

const next: Readonly<Record<PreparationState, readonly PreparationState[]>> = {
  PROPOSED: ['APPROVED', 'TAKEN_OUT'],
  APPROVED: ['TAKEN_OUT'],
  TAKEN_OUT: [],
};

export const mayGo = (from: PreparationState, to: PreparationState): boolean => next[from].includes(to);

/** What is known of somebody, from training's own rows and from membership at the moment of asking. */
export interface Known extends Omit<PersonFacts, 'personId'> {
  /** Their status today; absent where they are in no cell that whoever asks may see: what they have learned may be out of sight too. */
  readonly status?: 'PROBATIONARY' | 'OFFICIAL' | undefined;
  readonly theory: TheoryLevel;
  /** The last day on which each course was finished, by its code. */
  readonly taken: Readonly<Record<string, CalendarDate>>;
}

/** For what somebody is being prepared. */
export interface Aim {
  readonly post: PreparationPost;
  readonly body: BodyKind;
  /** Of a cell or a committee of the base: the courses by position are theirs alone. */
  readonly ofTheBase: boolean;
  readonly from: CalendarDate;
}

const positions: Readonly<Record<BodyKind, Readonly<Record<PreparationPost, DutyPosition>>>> = {
  CELL: { SECRETARY: 'CELL_SECRETARY', DEPUTY: 'CELL_DEPUTY', MEMBER: 'CELL_COMMITTEE_MEMBER' },
  COMMITTEE: { SECRETARY: 'COMMITTEE_SECRETARY', DEPUTY: 'COMMITTEE_DEPUTY', MEMBER: 'COMMITTEE_MEMBER' },
};

/** Whole years between two days. */
export function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

type Cited = Pick<Rule, 'says' | 'source'>;
const check = (aspect: PreparationAspect, verdict: PreparationVerdict, has: string, rule?: Cited): PreparationCheck => ({
  aspect,
  verdict,
  has,
  ...(rule ? { says: rule.says, source: rule.source } : {}),
});

/** What somebody has and lacks for a post, each by its own rule. Nothing is added up: these are facts to talk about, not marks. */
export function checksOf(known: Known, aim: Aim, today: CalendarDate, context: RuleContext): PreparationCheck[] {
  return [membership(known), age(known, aim, context), partyAge(known, today, context), theory(known, today, context), dutyCourse(known, aim, today)];
}

function membership({ status }: Known): PreparationCheck {
  if (status === undefined) return check('MEMBERSHIP', 'LACKING', 'Không còn sinh hoạt ở tổ chức nào đồng chí được xem');
  return status === 'OFFICIAL' ? check('MEMBERSHIP', 'MET', 'Đảng viên chính thức') : check('MEMBERSHIP', 'LACKING', 'Đảng viên dự bị');
}

function age({ birthDate, sex }: Known, { from }: Aim, context: RuleContext): PreparationCheck {
  if (birthDate === undefined) return check('AGE', 'UNKNOWN', 'Chưa ghi ngày sinh');
  const years = yearsBetween(birthDate, from);
  const has = `${years} tuổi khi bắt đầu thời hạn`;
  const rules = {
    MALE: ruleAt('training.preparation.max_age_men', from, context),
    FEMALE: ruleAt('training.preparation.max_age_women', from, context),
  };
  if (!rules.MALE && !rules.FEMALE) return check('AGE', 'NO_RULE', has);
  if (sex === undefined) return check('AGE', 'UNKNOWN', `${has}; chưa ghi giới tính`);
  const rule = rules[sex];
  return rule ? check('AGE', years <= rule.value ? 'MET' : 'LACKING', has, rule) : check('AGE', 'NO_RULE', has);
}

/** Counted from the admission, once recognized. */
function partyAge({ admittedOn, officialOn }: Known, today: CalendarDate, context: RuleContext): PreparationCheck {
  const rule = ruleAt('training.preparation.min_party_years', today, context);
  if (admittedOn === undefined) return check('PARTY_AGE', 'UNKNOWN', 'Chưa ghi ngày kết nạp', rule);
  if (officialOn === undefined || officialOn > today) return check('PARTY_AGE', rule ? 'LACKING' : 'NO_RULE', 'Chưa được công nhận chính thức', rule);
  const years = yearsBetween(admittedOn, today);
  const has = `${years} năm`;
  return rule ? check('PARTY_AGE', years >= rule.value ? 'MET' : 'LACKING', has, rule) : check('PARTY_AGE', 'NO_RULE', has);
}

const OUT_OF_SIGHT = 'Chưa rõ: nay sinh hoạt ngoài phạm vi đồng chí được xem';

function theory({ status, theory: level, birthDate, sex }: Known, today: CalendarDate, context: RuleContext): PreparationCheck {
  const has = theoryLevelLabel[level];
  const rule = ruleAt('training.preparation.min_theory', today, context);
  if (status === undefined && level === 'NONE') return check('THEORY', 'UNKNOWN', OUT_OF_SIGHT, rule);
  const step = TheoryLevel.options.indexOf(level);
  if (rule) return check('THEORY', step >= rule.value ? 'MET' : 'LACKING', has, rule);
  if (step > TheoryLevel.options.indexOf('ELEMENTARY') || birthDate === undefined || sex === undefined) return check('THEORY', 'NO_RULE', has);
  // Nothing asks for it; whoever may be sent to it is told by the age at which the part-time course opens.
  const opens = ruleAt(sex === 'MALE' ? 'training.intermediate.min_age_men' : 'training.intermediate.min_age_women', today, context);
  if (!opens) return check('THEORY', 'NO_RULE', has);
  const may = yearsBetween(birthDate, today) >= opens.value;
  return check('THEORY', 'NO_RULE', `${has}; ${may ? 'đủ' : 'chưa đủ'} tuổi học trung cấp không tập trung`, opens);
}

function dutyCourse({ status, taken }: Known, { post, body, ofTheBase }: Aim, today: CalendarDate): PreparationCheck {
  const rule = ofTheBase ? dutyRuleAt(positions[body][post], today) : undefined;
  if (!rule) return check('DUTY_COURSE', 'NO_RULE', 'Chưa có lớp theo chức vụ');
  const label = courses.find((course) => course.code === rule.course)?.label ?? rule.course;
  const on = taken[rule.course];
  if (on === undefined && status === undefined) return check('DUTY_COURSE', 'UNKNOWN', OUT_OF_SIGHT, rule);
  return on === undefined
    ? check('DUTY_COURSE', 'LACKING', `Chưa học lớp ${label}`, rule)
    : check('DUTY_COURSE', 'MET', `Đã học lớp ${label}, xong ngày ${formatVi(on)}`, rule);
}
