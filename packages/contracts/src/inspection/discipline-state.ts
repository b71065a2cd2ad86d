import { z } from 'zod';

/** Domain §5.4. A suspension of activities and an appeal are acts beside these, with states of their own. */
export const DisciplineState = z.enum(['OPENED', 'HEARD', 'VOTED', 'PROPOSED', 'DECIDED', 'IN_EFFECT', 'DEFERRED', 'ENDED', 'ANNULLED', 'DISMISSED']);
export type DisciplineState = z.infer<typeof DisciplineState>;

export const disciplineStateLabel: Record<DisciplineState, string> = {
  OPENED: 'Đang xem xét',
  HEARD: 'Đã nghe đảng viên trình bày',
  VOTED: 'Đã bỏ phiếu',
  PROPOSED: 'Đã đề nghị cấp có thẩm quyền',
  DECIDED: 'Đã quyết định, chờ ký',
  IN_EFFECT: 'Đang thi hành',
  DEFERRED: 'Tạm hoãn xem xét',
  ENDED: 'Đã hết hiệu lực',
  ANNULLED: 'Đã hủy bỏ',
  DISMISSED: 'Không kỷ luật',
};

/** How somebody stands to a case; whoever stands on none of its lists has no case before them. */
export const DisciplinePart = z.enum(['HANDLER', 'VOTER_RECORDER', 'DECIDER', 'APPEAL_JUDGE', 'SUBJECT', 'READER']);
export type DisciplinePart = z.infer<typeof DisciplinePart>;

export const disciplinePartLabel: Record<DisciplinePart, string> = {
  HANDLER: 'Người thụ lý hồ sơ',
  VOTER_RECORDER: 'Người ghi kết quả kiểm phiếu',
  DECIDER: 'Người của cấp có thẩm quyền quyết định',
  APPEAL_JUDGE: 'Người giải quyết khiếu nại',
  SUBJECT: 'Người được xem xét',
  READER: 'Người được xem hồ sơ',
};

export const DisciplineAct = z.enum([
  'share',
  'hear',
  'explain',
  'vote',
  'decide',
  'propose',
  'decide-proposal',
  'sign',
  'deliver',
  'defer',
  'resume',
  'dismiss',
  'dismiss-proposal',
  'end',
  'suspend',
  'appeal',
  'accept-appeal',
  'refuse-appeal',
  'settle-appeal',
  'record-following',
  'deliver-answer',
]);
export type DisciplineAct = z.infer<typeof DisciplineAct>;

/** What came of the meeting with the member before anything is decided (296-QĐ/TW, art. 12). */
export const Hearing = z.enum(['MET', 'DID_NOT_COME', 'NOT_HELD']);
export type Hearing = z.infer<typeof Hearing>;

export const hearingLabel: Record<Hearing, string> = {
  MET: 'Đã gặp, nghe trình bày',
  DID_NOT_COME: 'Đã mời, không đến',
  NOT_HELD: 'Không tổ chức gặp',
};

/** Why discipline waits (296-QĐ/TW, art. 8.7). */
export const DeferralReason = z.enum(['PREGNANT', 'SMALL_CHILD', 'SERIOUSLY_ILL']);
export type DeferralReason = z.infer<typeof DeferralReason>;

export const deferralReasonLabel: Record<DeferralReason, string> = {
  PREGNANT: 'Đang mang thai',
  SMALL_CHILD: 'Đang nuôi con dưới 12 tháng tuổi',
  SERIOUSLY_ILL: 'Đang điều trị bệnh hiểm nghèo tại bệnh viện',
};

/** What a case rests on, where it is more than the body's own knowledge. */
export const DisciplineSource = z.enum(['INSPECTION_CASE', 'COURT_SENTENCE', 'STATE_DISCIPLINE']);
export type DisciplineSource = z.infer<typeof DisciplineSource>;

export const disciplineSourceLabel: Record<DisciplineSource, string> = {
  INSPECTION_CASE: 'Kết luận kiểm tra',
  COURT_SENTENCE: 'Bản án đã có hiệu lực của tòa án',
  STATE_DISCIPLINE: 'Kỷ luật của cơ quan nhà nước',
};

/** Discipline by others for the same violation: by the state body where the member works, by a union or another organization of the masses. */
export const FollowingKind = z.enum(['STATE', 'UNION']);
export type FollowingKind = z.infer<typeof FollowingKind>;

export const followingKindLabel: Record<FollowingKind, string> = { STATE: 'Kỷ luật hành chính', UNION: 'Kỷ luật đoàn thể' };

/**
 * What a violation is about: the parts of 69-QĐ/TW on members, by which reports count (domain §11.1), and what has no limitation there
 * whatever its form.
 */
export const ViolationContent = z.enum(['POLITICAL_VIEW', 'PARTY_BUILDING', 'POLICY_AND_LAW', 'ETHICS_AND_LIFESTYLE', 'ILLEGAL_DIPLOMA']);
export type ViolationContent = z.infer<typeof ViolationContent>;

export const violationContentLabel: Record<ViolationContent, string> = {
  POLITICAL_VIEW: 'Quan điểm chính trị, chính trị nội bộ',
  PARTY_BUILDING: 'Công tác xây dựng Đảng',
  POLICY_AND_LAW: 'Thực hiện chính sách, pháp luật của Nhà nước',
  ETHICS_AND_LIFESTYLE: 'Đạo đức, lối sống',
  ILLEGAL_DIPLOMA: 'Sử dụng văn bằng, chứng chỉ không hợp pháp',
};

/** What is written into a case; each note is sealed. */
export const DisciplineNoteKind = z.enum(['HEARING', 'EXPLANATION', 'DEFERRAL', 'DISMISSAL', 'ENDING', 'APPEAL', 'APPEAL_ANSWER']);
export type DisciplineNoteKind = z.infer<typeof DisciplineNoteKind>;

export const disciplineNoteLabel: Record<DisciplineNoteKind, string> = {
  HEARING: 'Buổi gặp, nghe trình bày',
  EXPLANATION: 'Ý kiến của người được xem xét',
  DEFERRAL: 'Lý do tạm hoãn',
  DISMISSAL: 'Lý do không kỷ luật',
  ENDING: 'Căn cứ chấm dứt hiệu lực',
  APPEAL: 'Nội dung khiếu nại',
  APPEAL_ANSWER: 'Trả lời khiếu nại',
};

export const DisciplineDelivery = z.enum(['RECEIVED', 'REFUSED']);
export type DisciplineDelivery = z.infer<typeof DisciplineDelivery>;

export const disciplineDeliveryLabel: Record<DisciplineDelivery, string> = {
  RECEIVED: 'Đã nhận quyết định',
  REFUSED: 'Từ chối nhận quyết định',
};
