import type { MemberStatus } from '@vungmanh/contracts/membership/member-status';

export type RosterPlace = 'OFFICIAL' | 'TEMPORARY_HERE' | 'TEMPORARILY_ELSEWHERE';

export interface Counted {
  readonly status: MemberStatus;
  readonly enrollment: RosterPlace;
  readonly exempt: boolean;
  readonly away: boolean;
}

export interface RosterCounts {
  total: number;
  official: number;
  probationary: number;
  exempt: number;
  away: number;
  temporaryHere: number;
  sentElsewhere: number;
}

/** A member counts where they are officially enrolled, also while they take part elsewhere (208-QĐ/TW); a guest counts as a guest only. */
export function countRoster(rows: readonly Counted[]): RosterCounts {
  const own = rows.filter((r) => r.enrollment !== 'TEMPORARY_HERE');
  const how = (holds: (row: Counted) => boolean): number => own.filter(holds).length;
  return {
    total: own.length,
    official: how((r) => r.status === 'OFFICIAL'),
    probationary: how((r) => r.status === 'PROBATIONARY'),
    exempt: how((r) => r.exempt),
    away: how((r) => r.away),
    temporaryHere: rows.length - own.length,
    sentElsewhere: how((r) => r.enrollment === 'TEMPORARILY_ELSEWHERE'),
  };
}
