import type { DenunciationAct, DenunciationPart, DenunciationState } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import { searchText } from '@vungmanh/contracts/text';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { due } from '@vungmanh/regulations/due';

/** Classified first (21-QĐ/TW): accepted, kept as information, or sent to whoever is competent. */
export const transitions: Readonly<Record<DenunciationState, readonly DenunciationState[]>> = {
  RECEIVED: ['ACCEPTED', 'KEPT', 'FORWARDED'],
  ACCEPTED: ['SETTLED', 'FORWARDED'],
  KEPT: [],
  FORWARDED: [],
  SETTLED: [],
};

const going = ['RECEIVED', 'ACCEPTED'] as const satisfies DenunciationState[];

interface Possible {
  readonly in: readonly DenunciationState[];
  readonly by: readonly DenunciationPart[];
}

const acts: Readonly<Record<DenunciationAct, Possible>> = {
  share: { in: going, by: ['HANDLER'] },
  accept: { in: ['RECEIVED'], by: ['HANDLER'] },
  keep: { in: ['RECEIVED'], by: ['HANDLER'] },
  forward: { in: going, by: ['HANDLER'] },
  extend: { in: ['ACCEPTED'], by: ['HANDLER'] },
  tell: { in: ['ACCEPTED'], by: ['HANDLER'] },
  explain: { in: ['ACCEPTED'], by: ['SUBJECT'] },
  settle: { in: ['ACCEPTED'], by: ['HANDLER'] },
  'ask-opening': { in: going, by: ['HANDLER'] },
  'confirm-opening': { in: going, by: ['HANDLER', 'VAULT_KEEPER'] },
};
const actNames = Object.keys(acts) as DenunciationAct[];

/** How somebody stands to a denunciation today; whoever works on it also needs the right at the organization. */
export interface Standing {
  readonly parts: readonly DenunciationPart[];
  readonly right: boolean;
}

export const isPossible = (act: DenunciationAct, state: DenunciationState): boolean => acts[act].in.includes(state);

const isTheirs = (act: DenunciationAct, { parts, right }: Standing): boolean =>
  parts.some((part) => acts[act].by.includes(part) && (part === 'SUBJECT' || right));

export const actsFor = (state: DenunciationState, standing: Standing): DenunciationAct[] =>
  actNames.filter((act) => isPossible(act, state) && isTheirs(act, standing));

/** Refuses what this person may not do, or not now. */
export function expectAct(act: DenunciationAct, state: DenunciationState, standing: Standing): void {
  if (!isTheirs(act, standing)) throw new Broken('inspection/not-your-part');
  if (!isPossible(act, state)) throw new Broken('inspection/denunciation-not-in-state');
}

/** The day by which it is to be settled: at the latest that of the rule; where there is none, the one that the body sets. */
export function expectDue(
  from: CalendarDate,
  wanted: CalendarDate | undefined,
  key: 'denunciation.settle_days' | 'denunciation.extension_days' = 'denunciation.settle_days',
  context: RuleContext = {},
): CalendarDate {
  const latest = due(key, from, context)?.until;
  const day = wanted ?? latest;
  if (day === undefined) throw new Broken('inspection/due-missing');
  if (day <= from || (latest !== undefined && day > latest)) throw new Broken('inspection/due-too-late');
  return day;
}

const settling: ReadonlySet<Inspector> = new Set(['INSPECTION_COMMISSION', 'SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE']);

/** Commissions and committees from the grassroots up settle denunciations (domain.md §5.2). */
export const settles = (actor: Inspector): boolean => settling.has(actor);

/** Whether what is denounced says who denounces: by the full name, however it is spelled, or by a number of seven digits and more. */
export function namesDenunciant(items: readonly string[], { name, contact = '' }: { name: string; contact?: string | undefined }): boolean {
  const [full, text] = [plain(name), plain(items.join(' '))];
  const digits = items.join(' ').replace(/[\s.()-]/gu, '');
  const numbers = contact.replace(/[\s.()-]/gu, '').match(/\d{7,}/gu) ?? [];
  // A single syllable is half of the language.
  return (full.includes(' ') && ` ${text} `.includes(` ${full} `)) || numbers.some((number) => digits.includes(number));
}

const plain = (said: string): string => searchText(said.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
