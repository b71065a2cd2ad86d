import type { MemberLine } from '@vungmanh/contracts/membership/member';
import { type MemberStatus, memberStatusLabel } from '@vungmanh/contracts/membership/member-status';
import type { Tone } from '../../ui/badge.js';

/** In a list, where everybody is a đảng viên. */
export const statusShort: Record<MemberStatus, string> = {
  ...memberStatusLabel,
  PROBATIONARY: 'Dự bị',
  OFFICIAL: 'Chính thức',
};

export const statusTone: Record<MemberStatus, Tone> = {
  PROBATIONARY: 'wait',
  OFFICIAL: 'plain',
  EXPELLED: 'muted',
  NAME_REMOVED: 'muted',
  LEFT: 'muted',
  DECEASED: 'muted',
};

export const isMember = (status: MemberStatus): boolean => status === 'OFFICIAL' || status === 'PROBATIONARY';

/** How somebody may stop being a member (domain §3.2); what is allowed is the service's to say. */
export function endsOf(status: MemberStatus): readonly MemberStatus[] {
  if (status === 'OFFICIAL') return ['NAME_REMOVED', 'LEFT', 'DECEASED', 'EXPELLED'];
  return status === 'PROBATIONARY' ? ['NAME_REMOVED', 'LEFT', 'DECEASED'] : [];
}

/** What a list should say beside the status. */
export function remarksOf(line: Pick<MemberLine, 'exempt' | 'away' | 'temporaryNodeName'>): readonly string[] {
  return [
    line.exempt ? 'Miễn sinh hoạt' : undefined,
    line.away ? 'Đi làm ăn xa' : undefined,
    line.temporaryNodeName === undefined ? undefined : `Sinh hoạt tạm thời tại ${line.temporaryNodeName}`,
  ].filter((remark) => remark !== undefined);
}
