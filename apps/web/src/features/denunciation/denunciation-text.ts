import type { DenunciationState } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Tone } from '../../ui/badge.js';

export const stateTone: Record<DenunciationState, Tone> = {
  RECEIVED: 'wait',
  ACCEPTED: 'active',
  KEPT: 'muted',
  FORWARDED: 'muted',
  SETTLED: 'done',
};
