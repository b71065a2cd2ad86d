import type { StudyOrder } from '@vungmanh/contracts/training/study-campaign';
import {
  StudyAct,
  StudyCampaignAct,
  type StudyCampaignState,
  type StudyDeadlines,
  StudyState,
  type StudyTier,
} from '@vungmanh/contracts/training/study-state';
import type { CalendarDate } from '@vungmanh/contracts/types';

/** Where a campaign may go from each state. What is closed or called off stays so. */
export const campaignTransitions: Readonly<Record<StudyCampaignState, readonly StudyCampaignState[]>> = {
  DRAFT: ['UNDER_WAY', 'CANCELLED'],
  UNDER_WAY: ['CLOSED', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
};

const campaignActs: Readonly<Record<StudyCampaignAct, readonly StudyCampaignState[]>> = {
  amend: ['DRAFT', 'UNDER_WAY'],
  cascade: ['DRAFT'],
  'catch-up': ['UNDER_WAY'],
  close: ['UNDER_WAY'],
  cancel: ['DRAFT', 'UNDER_WAY'],
};

export const isCampaignAct = (act: StudyCampaignAct, state: StudyCampaignState): boolean => campaignActs[act].includes(state);
export const campaignActsIn = (state: StudyCampaignState): StudyCampaignAct[] => StudyCampaignAct.options.filter((act) => isCampaignAct(act, state));

/** Where an organization may go with a paper from each state: one step after the other, and none back. */
export const studyTransitions: Readonly<Record<StudyState, readonly StudyState[]>> = {
  RECEIVED: ['STUDIED'],
  STUDIED: ['OWN_PROGRAM_ISSUED'],
  OWN_PROGRAM_ISSUED: ['IMPLEMENTING'],
  IMPLEMENTING: ['REVIEWED'],
  REVIEWED: [],
};

/** Sessions go on after the study has been called finished: those who were away make up for it. */
const studyActs: Readonly<Record<StudyAct, readonly StudyState[]>> = {
  'hold-session': ['RECEIVED', 'STUDIED', 'OWN_PROGRAM_ISSUED', 'IMPLEMENTING'],
  'finish-study': ['RECEIVED'],
  'issue-program': ['STUDIED', 'OWN_PROGRAM_ISSUED', 'IMPLEMENTING'],
  implement: ['OWN_PROGRAM_ISSUED'],
  review: ['IMPLEMENTING'],
};

/** What an organization may do; nothing while the campaign is not under way, or once the organization is no longer part of it. */
export const isStudyAct = (act: StudyAct, state: StudyState, open: boolean): boolean => open && studyActs[act].includes(state);
export const studyActsIn = (state: StudyState, open: boolean): StudyAct[] => StudyAct.options.filter((act) => isStudyAct(act, state, open));

/** Which deadline an organization in each state is measured by; one that has done everything keeps the last. */
const awaited: Readonly<Record<StudyState, Exclude<keyof StudyDeadlines, 'tier'>>> = {
  RECEIVED: 'studyBy',
  STUDIED: 'programBy',
  OWN_PROGRAM_ISSUED: 'reviewBy',
  IMPLEMENTING: 'reviewBy',
  REVIEWED: 'reviewBy',
};

export const dueIn = (state: StudyState, deadlines: StudyDeadlines): CalendarDate => deadlines[awaited[state]];

/** The day that each level is measured by in each state, as rows for a statement over all of them. */
export const dueTable = (deadlines: readonly StudyDeadlines[]): { tier: StudyTier; state: StudyState; due: CalendarDate }[] =>
  deadlines.flatMap((d) => StudyState.options.map((state) => ({ tier: d.tier, state, due: dueIn(state, d) })));

export const isLate = (state: StudyState, dueOn: CalendarDate, today: CalendarDate): boolean => state !== 'REVIEWED' && dueOn < today;

/** At which level the organization in a row `n` of the tree studies: by the traits of its type. */
export const TIER_SQL = `case when (n.traits ->> 'meetsAsCell')::boolean then 'CELL'
  when n.traits ->> 'inspectsAs' = 'SUPERIOR_COMMITTEE' then 'SUPERIOR' else 'GRASSROOTS' end`;

const inOrder = ({ studyBy, programBy, reviewBy }: StudyDeadlines): boolean => studyBy <= programBy && programBy <= reviewBy;

/** Each level once, its steps one after the other, none of them before the paper was issued. */
export function areDeadlines({ paper, deadlines }: Pick<StudyOrder, 'paper' | 'deadlines'>): boolean {
  const tiers = new Set(deadlines.map((d) => d.tier));
  return tiers.size === deadlines.length && deadlines.every((d) => inOrder(d) && paper.issuedOn <= d.studyBy);
}

/** Whether a level that takes part already would be left without deadlines. */
export const dropsTier = (before: readonly StudyDeadlines[], after: readonly StudyDeadlines[]): boolean =>
  before.some((b) => after.every((a) => a.tier !== b.tier));

/** Who was there is no more than who was called, and an essay is written by who was there. */
export const isCounted = ({ expected, attended, essays }: { expected: number; attended: number; essays: number }): boolean =>
  attended <= expected && essays <= attended;
