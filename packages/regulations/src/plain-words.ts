import type { CalendarDate } from '@vungmanh/contracts/types';
import { competenceAt } from './competence.js';
import type { Mark } from './parameter.js';
import { plainRows, plainTopics } from './plain-words-table.js';
import type { PlainRow, PlainTopicCode } from './plain-words-table.js';
import type { RuleKey } from './register.js';
import { inForce, ruleAt } from './rule-at.js';
import type { RuleContext } from './rule-at.js';

/** One sentence of the rules as a member reads it. */
export interface PlainRule {
  readonly text: string;
  readonly source: string;
  /** How sure the register is; absent for what a local committee set. */
  readonly mark?: Mark;
  /** The parameter from which its number comes; absent where it has none. */
  readonly key?: RuleKey;
  /** The node whose committee set the value; absent for a central one. */
  readonly setBy?: string;
}

export interface PlainTopic {
  readonly code: PlainTopicCode;
  readonly title: string;
  readonly rules: readonly PlainRule[];
}

/**
 * The rules of inspection, supervision and discipline in plain words, as they stand on a day and at a node, topic by topic. What has no
 * source is not there, and a topic without rules neither; every number is the register's or, where `context` brings it, the local one.
 */
export function rulesInWords(onDate: CalendarDate, context: RuleContext = {}): readonly PlainTopic[] {
  return topicCodes
    .map((code) => ({
      code,
      title: plainTopics[code],
      rules: plainRows.filter((row) => row.topic === code).flatMap((row) => ruleOf(row, onDate, context) ?? []),
    }))
    .filter((topic) => topic.rules.length > 0);
}

const isTopic = (code: string): code is PlainTopicCode => Object.hasOwn(plainTopics, code);
const topicCodes = Object.keys(plainTopics).filter(isTopic);

function ruleOf(row: PlainRow, onDate: CalendarDate, context: RuleContext): PlainRule | undefined {
  if ('text' in row) return inForce(row, onDate) ? { text: row.text, source: row.source, mark: row.mark } : undefined;
  if ('key' in row) {
    const rule = ruleAt(row.key, onDate, context);
    return (
      rule && {
        text: rule.says,
        source: rule.source,
        key: row.key,
        ...(rule.mark === undefined ? {} : { mark: rule.mark }),
        ...(rule.setBy === undefined ? {} : { setBy: rule.setBy }),
      }
    );
  }
  const competence = competenceAt(row.actor, row.act, row.of, onDate);
  return competence && { text: competence.says, source: competence.source, mark: competence.mark };
}
