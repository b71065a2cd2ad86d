import type { Discipline, DisciplineLine } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineState } from '@vungmanh/contracts/inspection/discipline-state';
import { type DisciplineForm, disciplineFormLabel, type Inspector, inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import type { Tone } from '../../ui/badge.js';

export const stateTone: Record<DisciplineState, Tone> = {
  OPENED: 'active',
  HEARD: 'active',
  VOTED: 'active',
  PROPOSED: 'wait',
  DECIDED: 'active',
  IN_EFFECT: 'done',
  DEFERRED: 'wait',
  ENDED: 'muted',
  ANNULLED: 'muted',
  DISMISSED: 'muted',
};

/** 'cảnh cáo': inside a sentence. */
export const formWord = (form: DisciplineForm): string => disciplineFormLabel[form].toLocaleLowerCase('vi-VN');

/** 'Ủy ban kiểm tra – Đảng bộ xã A'; a cell is called by its own name. */
export const bodyText = (actor: Inspector, nodeName: string): string => (actor === 'CELL' ? nodeName : `${inspectorLabel[actor]} – ${nodeName}`);

export const isMine = ({ parts }: Pick<DisciplineLine, 'parts'>): boolean => parts.includes('SUBJECT');

const phases = {
  hear: 'Gặp, nghe trình bày',
  vote: 'Bỏ phiếu kín',
  decide: 'Quyết định',
  sign: 'Ký văn bản',
  deliver: 'Trao quyết định',
  effect: 'Thi hành',
} as const;
type Phase = keyof typeof phases;

const phaseOf: Readonly<Record<DisciplineState, (found: Discipline) => Phase | undefined>> = {
  OPENED: () => 'hear',
  HEARD: () => 'vote',
  VOTED: () => 'decide',
  PROPOSED: () => 'decide',
  DECIDED: () => 'sign',
  IN_EFFECT: ({ decision }) => (decision?.writtenOn === undefined ? 'sign' : decision.delivered === undefined ? 'deliver' : 'effect'),
  DEFERRED: ({ hearing }) => (hearing === undefined ? 'hear' : 'vote'),
  ENDED: () => undefined,
  ANNULLED: () => undefined,
  DISMISSED: () => undefined,
};

/** The step that comes next; undefined once a case is over. */
export const phaseNow = (found: Discipline): Phase | undefined => phaseOf[found.state](found);

export const phaseList = Object.entries(phases).map(([key, label]) => ({ key, label }));
