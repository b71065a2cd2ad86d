import type { StudyPaper } from '@vungmanh/contracts/training/study-campaign';
import { type StudyCampaignState, studyPaperKindLabel, type StudyState } from '@vungmanh/contracts/training/study-state';
import type { Tone } from '../../ui/badge.js';
import { daysBetween, showDate, today } from '../../text/dates.js';

/** 'Nghị quyết số 57-NQ/TW'. */
export const paperName = ({ kind, number }: StudyPaper): string => `${studyPaperKindLabel[kind]} số ${number}`;

/** The heading of a paper in one sentence. */
export const paperHeading = (paper: StudyPaper): string => `${paper.subject} (${paper.issuer}, ngày ${showDate(paper.issuedOn)})`;

export const campaignTone: Readonly<Record<StudyCampaignState, Tone>> = { DRAFT: 'wait', UNDER_WAY: 'active', CLOSED: 'done', CANCELLED: 'muted' };

/** What an organization is to do next, and by its deadline. */
export const nextStep: Readonly<Record<StudyState, string>> = {
  RECEIVED: 'Học tập, quán triệt',
  STUDIED: 'Ban hành chương trình, kế hoạch thực hiện',
  OWN_PROGRAM_ISSUED: 'Tổ chức thực hiện, rồi sơ kết, tổng kết',
  IMPLEMENTING: 'Sơ kết, tổng kết',
  REVIEWED: 'Đã làm xong các bước',
};

/** 'quá hạn 3 ngày', or the day until when. */
export const dueText = ({ dueOn, late }: { dueOn: string; late: boolean }): string =>
  late ? `quá hạn ${daysBetween(dueOn, today())} ngày` : `hạn ${showDate(dueOn)}`;
