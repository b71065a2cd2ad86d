import { account } from './account.js';
import { decision } from './decision.js';
import { discipline } from './discipline.js';
import { document } from './document.js';
import { fee } from './fee.js';
import { inspection } from './inspection.js';
import { meeting } from './meeting.js';
import { membership } from './membership.js';
import { organization } from './organization.js';
import type { Parameter } from './parameter.js';
import { rating } from './rating.js';
import { score } from './score.js';
import { training } from './training.js';
import type { UnitValue } from './unit.js';

const areas = {
  ...meeting,
  ...decision,
  ...score,
  ...organization,
  ...membership,
  ...rating,
  ...fee,
  ...inspection,
  ...discipline,
  ...training,
  ...document,
  ...account,
};

export type RuleKey = keyof typeof areas;
export type UnitOf<K extends RuleKey> = (typeof areas)[K]['unit'];
/** The type of a rule's value follows from its key. */
export type ValueOf<K extends RuleKey> = UnitValue<UnitOf<K>>;

/** Every parameter of the regulations (domain.md §11.2), by key. */
export const register: { readonly [K in RuleKey]: Parameter<UnitOf<K>> } = areas;

/** Is this text the key of a parameter? For keys that arrive as data. */
export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(register, key);

/** All keys, in the order of the areas. */
export const ruleKeys: readonly RuleKey[] = Object.keys(register).filter(isRuleKey);
