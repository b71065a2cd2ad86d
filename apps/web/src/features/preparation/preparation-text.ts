import type { Preparation, PreparationVerdict } from '@vungmanh/contracts/training/preparation';
import { preparationStateLabel } from '@vungmanh/contracts/training/preparation';
import type { Tone } from '../../ui/badge.js';

export const verdictTone: Record<PreparationVerdict, Tone> = { MET: 'done', LACKING: 'wait', NO_RULE: 'muted', UNKNOWN: 'muted' };

type Standing = Pick<Preparation, 'state' | 'expired'>;

export const stateText = ({ state, expired }: Standing): string => (expired ? 'Hết thời hạn' : preparationStateLabel[state]);

export const stateTone = ({ state, expired }: Standing): Tone =>
  expired ? 'late' : state === 'APPROVED' ? 'done' : state === 'PROPOSED' ? 'active' : 'muted';

/** What is still lacking, as one line; undefined where nothing is. */
export function lackingText({ checks }: Pick<Preparation, 'checks'>): string | undefined {
  const lacking = checks.filter((check) => check.verdict === 'LACKING').map((check) => check.has);
  return lacking.length === 0 ? undefined : lacking.join('; ');
}
