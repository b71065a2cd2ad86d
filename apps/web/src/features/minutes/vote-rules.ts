import type { VoteMatter } from '@vungmanh/contracts/meetings/vote';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { passes, votesNeeded } from '@vungmanh/regulations/majority';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import type { z } from 'zod';

type Matter = z.infer<typeof VoteMatter>;

const keys = {
  RESOLUTION: 'vote.majority',
  ADMISSION: 'admission.cell_majority',
  RECOGNITION: 'recognition.cell_majority',
  OTHER: 'vote.majority',
} as const satisfies Record<Matter, string>;

export interface VoteStanding {
  /** Fewest votes in favor that pass; undefined where none can or no rule is in force. */
  readonly needed: number | undefined;
  readonly says: string | undefined;
  readonly source: string | undefined;
  readonly cast: number;
  /** More votes than voters. */
  readonly tooMany: boolean;
  readonly passed: boolean;
}

export interface Counts {
  readonly inFavor: number;
  readonly against: number;
  readonly noOpinion: number;
}

/** How a vote stands while it is typed in. What is stored, the service decides by the rules of its own day and province. */
export function standingOf(
  matter: Matter,
  day: CalendarDate,
  counts: Counts,
  roll: { denominator: number; voters: number; rules?: RuleContext },
): VoteStanding {
  const rule = ruleAt(keys[matter], day, roll.rules);
  const cast = counts.inFavor + counts.against + counts.noOpinion;
  const tooMany = cast > roll.voters;
  return {
    needed: rule && votesNeeded(roll.denominator, rule.value, rule.value.how),
    says: rule?.says,
    source: rule?.source,
    cast,
    tooMany,
    passed:
      !tooMany && counts.inFavor <= roll.denominator && rule !== undefined && passes(counts.inFavor, roll.denominator, rule.value, rule.value.how),
  };
}
