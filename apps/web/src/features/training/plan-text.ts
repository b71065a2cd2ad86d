import type { TrainingPlanState } from '@vungmanh/contracts/training/plan';
import type { Tone } from '../../ui/badge.js';

export const planTone: Record<TrainingPlanState, Tone> = { DRAFT: 'wait', APPROVED: 'active', CLOSED: 'muted' };

export const planTitle = (year: number): string => `Kế hoạch bồi dưỡng năm ${year}`;

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
