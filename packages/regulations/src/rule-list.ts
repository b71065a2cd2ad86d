import type { CalendarDate } from '@vungmanh/contracts/types';
import { account } from './account.js';
import { decision } from './decision.js';
import { discipline } from './discipline.js';
import { document } from './document.js';
import { fee } from './fee.js';
import { inspection } from './inspection.js';
import { meeting } from './meeting.js';
import { membership } from './membership.js';
import { organization } from './organization.js';
import { mayDiffer } from './override.js';
import type { Mark, Parameter } from './parameter.js';
import { rating } from './rating.js';
import { isRuleKey, register } from './register.js';
import type { RuleKey, UnitOf, ValueOf } from './register.js';
import { ruleAt } from './rule-at.js';
import type { RuleContext } from './rule-at.js';
import { score, scoreNames } from './score.js';
import { training } from './training.js';
import { isRead } from './unread.js';

/** One value of a rule as the page of rules shows it. */
export interface ListedValue {
  readonly text: string;
  readonly source: string;
  readonly mark?: Mark;
}

/** A rule with what is in force centrally and, where it differs, in the province. */
export interface ListedRule<K extends RuleKey = RuleKey> {
  readonly key: K;
  readonly unit: UnitOf<K>;
  /** The sentence with its number left open: for a rule that has no value yet, and above a form. */
  readonly question: string;
  readonly central?: ListedValue;
  readonly local?: ListedValue;
  /** The value that a form begins with: what is in force. */
  readonly value?: ValueOf<K>;
  readonly stricter: Parameter<UnitOf<K>>['stricter'];
  readonly settable: boolean;
  /** Whether the platform holds anything against it; else it stands here for people. */
  readonly read: boolean;
}

interface RuleArea {
  readonly code: string;
  readonly title: string;
  readonly rules: readonly ListedRule[];
}

const areas = [
  ['MEETING', 'Sinh hoạt chi bộ, họp cấp ủy', { ...meeting, ...decision }],
  ['SCORE', 'Chấm điểm chất lượng sinh hoạt', score],
  ['INSPECTION', 'Kiểm tra, giám sát', inspection],
  ['DISCIPLINE', 'Kỷ luật, khiếu nại, tố cáo', discipline],
  ['ORGANIZATION', 'Tổ chức, cấp ủy, nhiệm kỳ', organization],
  ['MEMBERSHIP', 'Đảng viên', membership],
  ['RATING', 'Kiểm điểm, xếp loại', rating],
  ['FEE', 'Đảng phí', fee],
  ['TRAINING', 'Bồi dưỡng', training],
  ['DOCUMENT', 'Thể thức văn bản', document],
  ['ACCOUNT', 'Tài khoản, quyền truy cập', account],
] as const;

/** Every rule of the register by area, as it stands on a day; `context` brings what the province set. */
export const listRules = (onDate: CalendarDate, context: RuleContext = {}): readonly RuleArea[] =>
  areas.map(([code, title, of]) => ({
    code,
    title,
    rules: Object.keys(of)
      .filter(isRuleKey)
      .map((key) => listed(key, onDate, context)),
  }));

function listed<K extends RuleKey>(key: K, onDate: CalendarDate, context: RuleContext): ListedRule<K> {
  const parameter: Parameter<UnitOf<K>> = register[key];
  const central = ruleAt(key, onDate);
  const inForce = ruleAt(key, onDate, context);
  const shown = (rule: NonNullable<typeof central>): ListedValue => ({
    text: sentence(key, rule.value),
    source: rule.source,
    ...(rule.mark === undefined ? {} : { mark: rule.mark }),
  });
  return {
    key,
    unit: parameter.unit,
    question: openSentence(key),
    stricter: parameter.stricter,
    settable: mayDiffer(key) && isRead(key),
    read: isRead(key),
    ...(central === undefined ? {} : { central: shown(central) }),
    ...(inForce?.setBy === undefined ? {} : { local: shown(inForce) }),
    ...(inForce === undefined ? {} : { value: inForce.value }),
  };
}

/** What a value of the rule says, in the words of the register; parts of a score are named with their points. */
export function sentence<K extends RuleKey>(key: K, value: ValueOf<K>): string {
  const parameter: Parameter<UnitOf<K>> = register[key];
  const says = parameter.says(value);
  if (!Array.isArray(value) || !Object.hasOwn(score, key)) return says;
  const parts = value.flatMap((part: unknown) =>
    isBand(part) ? `${codeName(part.code)} từ ${part.from}` : isWeight(part) ? `${codeName(part.code)} ${part.points}` : [],
  );
  return parts.length === 0 ? says : `${says} ${parts.join('; ')}.`;
}

/** The name of a code of a score: GOOD is 'Tốt'; a code without a name is its own. */
export const codeName = (code: string): string => new Map(Object.entries(scoreNames)).get(code) ?? code;

const isBand = (part: unknown): part is { code: string; from: number } =>
  typeof part === 'object' && part !== null && 'code' in part && 'from' in part;
const isWeight = (part: unknown): part is { code: string; points: number } =>
  typeof part === 'object' && part !== null && 'code' in part && 'points' in part;

/** Numbers that no rule has: where the sentence shows them, a blank stands. */
const blanks = { whole: 987_654_321, num: 1, den: 8 } as const;

function openSentence<K extends RuleKey>(key: K): string {
  const parameter: Parameter<UnitOf<K>> = register[key];
  const rows = parameter.rows;
  const sample = blankOf(parameter.unit) ?? rows.at(-1)?.value;
  const text = sample === undefined ? '' : parameter.says(sample as ValueOf<K>);
  return text.replaceAll(/987[.]?654[.]?321|1\/8/gu, '…').replaceAll('ít nhất ít nhất', 'ít nhất');
}

function blankOf(unit: string): unknown {
  switch (unit) {
    case 'times':
    case 'members':
    case 'minutes':
    case 'days':
    case 'working-days':
    case 'months':
    case 'years':
    case 'periods':
      return blanks.whole;
    case 'fraction':
      return { num: blanks.num, den: blanks.den };
    case 'threshold':
      return { num: blanks.num, den: blanks.den, how: 'at-least' };
    case 'range':
      return { from: blanks.whole, to: blanks.whole };
    default:
      return undefined;
  }
}
