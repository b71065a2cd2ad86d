import { z } from 'zod';
import { CalendarDate } from '../types.js';

/** A campaign that studies one paper: drawn up, going on at every level, closed by a conclusion, or called off. */
export const StudyCampaignState = z.enum(['DRAFT', 'UNDER_WAY', 'CLOSED', 'CANCELLED']);
export type StudyCampaignState = z.infer<typeof StudyCampaignState>;

export const studyCampaignStateLabel: Record<StudyCampaignState, string> = {
  DRAFT: 'Đang chuẩn bị',
  UNDER_WAY: 'Đang triển khai',
  CLOSED: 'Đã tổng kết',
  CANCELLED: 'Đã hủy',
};

/** How far one organization has come with the paper. */
export const StudyState = z.enum(['RECEIVED', 'STUDIED', 'OWN_PROGRAM_ISSUED', 'IMPLEMENTING', 'REVIEWED']);
export type StudyState = z.infer<typeof StudyState>;

export const studyStateLabel: Record<StudyState, string> = {
  RECEIVED: 'Đã tiếp nhận',
  STUDIED: 'Đã học tập, quán triệt',
  OWN_PROGRAM_ISSUED: 'Đã ban hành chương trình',
  IMPLEMENTING: 'Đang thực hiện',
  REVIEWED: 'Đã sơ kết, tổng kết',
};

/** Levels of organizations that have deadlines of their own; follows from the traits of a type, never from its depth. */
export const StudyTier = z.enum(['SUPERIOR', 'GRASSROOTS', 'CELL']);
export type StudyTier = z.infer<typeof StudyTier>;

export const studyTierLabel: Record<StudyTier, string> = {
  SUPERIOR: 'Cấp tỉnh, cấp trên trực tiếp của cơ sở',
  GRASSROOTS: 'Đảng ủy cơ sở, đảng ủy bộ phận',
  CELL: 'Chi bộ',
};

export const StudyPaperKind = z.enum(['RESOLUTION', 'DIRECTIVE', 'CONCLUSION', 'REGULATION', 'OTHER']);
export type StudyPaperKind = z.infer<typeof StudyPaperKind>;

export const studyPaperKindLabel: Record<StudyPaperKind, string> = {
  RESOLUTION: 'Nghị quyết',
  DIRECTIVE: 'Chỉ thị',
  CONCLUSION: 'Kết luận',
  REGULATION: 'Quy định',
  OTHER: 'Văn bản',
};

/** For whom a session was held. */
export const StudyAudience = z.enum(['KEY_CADRES', 'MEMBERS', 'PEOPLE']);
export type StudyAudience = z.infer<typeof StudyAudience>;

export const studyAudienceLabel: Record<StudyAudience, string> = {
  KEY_CADRES: 'Cán bộ chủ chốt, báo cáo viên',
  MEMBERS: 'Cán bộ, đảng viên',
  PEOPLE: 'Đoàn viên, hội viên, quần chúng',
};

/** Until when the organizations of one level have studied, issued a program of their own, and looked back on it. */
export const StudyDeadlines = z.strictObject({ tier: StudyTier, studyBy: CalendarDate, programBy: CalendarDate, reviewBy: CalendarDate });
export type StudyDeadlines = z.infer<typeof StudyDeadlines>;

/** What whoever leads a campaign may do with it now. */
export const StudyCampaignAct = z.enum(['amend', 'cascade', 'catch-up', 'close', 'cancel']);
export type StudyCampaignAct = z.infer<typeof StudyCampaignAct>;

/** What an organization may do now with the paper that has reached it. */
export const StudyAct = z.enum(['hold-session', 'finish-study', 'issue-program', 'implement', 'review']);
export type StudyAct = z.infer<typeof StudyAct>;
