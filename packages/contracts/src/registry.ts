import * as audit from './audit.js';
import * as gatewaySession from './gateway/session.js';
import * as identityAccount from './identity/account.js';
import * as identityGrant from './identity/grant.js';
import * as identityGrantExpiry from './identity/grant-expiry.js';
import * as identityGrantProposal from './identity/grant-proposal.js';
import * as identityInvitation from './identity/invitation.js';
import * as identityNodeAccess from './identity/node-access.js';
import * as identityPassword from './identity/password.js';
import * as identityRole from './identity/role.js';
import * as identityRoleChange from './identity/role-change.js';
import * as identitySecondFactor from './identity/second-factor.js';
import * as identityTemporaryGrant from './identity/temporary-grant.js';
import * as inspectionCheckCell from './inspection/check-cell.js';
import * as inspectionCheckNotice from './inspection/check-notice.js';
import * as inspectionMeetingCheck from './inspection/meeting-check.js';
import * as organizationBody from './organization/body.js';
import * as organizationBrowse from './organization/browse.js';
import * as organizationCommittee from './organization/committee.js';
import * as organizationExport from './organization/export.js';
import * as organizationFollower from './organization/follower.js';
import * as organizationImport from './organization/import.js';
import * as organizationNodeType from './organization/node-type.js';
import * as organizationNode from './organization/node.js';
import * as organizationRegister from './organization/register.js';
import * as organizationRuleOverride from './organization/rule-override.js';
import * as organizationTree from './organization/tree.js';
import * as membershipImport from './membership/import.js';
import * as membershipRecognize from './membership/recognize.js';
import * as membershipMember from './membership/member.js';
import * as membershipMemberChange from './membership/member-change.js';
import * as membershipRoster from './membership/roster.js';
import * as meetingsAgenda from './meetings/agenda.js';
import * as meetingsDocument from './meetings/document.js';
import * as meetingsHandbook from './meetings/handbook.js';
import * as meetingsHeld from './meetings/held.js';
import * as meetingsMeeting from './meetings/meeting.js';
import * as meetingsMinutes from './meetings/minutes.js';
import * as meetingsOverview from './meetings/overview.js';
import * as meetingsPaper from './meetings/paper.js';
import * as meetingsPlan from './meetings/plan.js';
import * as meetingsResolution from './meetings/resolution.js';
import * as meetingsRoll from './meetings/roll.js';
import * as meetingsTask from './meetings/task.js';
import * as meetingsVote from './meetings/vote.js';
import * as meetingsWhole from './meetings/whole.js';
import * as inspectionAmendment from './inspection/amendment.js';
import * as inspectionCandidate from './inspection/candidate.js';
import * as inspectionCoverage from './inspection/coverage.js';
import * as inspectionDuty from './inspection/duty.js';
import * as inspectionPlanLine from './inspection/plan-line.js';
import * as inspectionProgram from './inspection/program.js';
import * as inspectionSubjectLine from './inspection/subject-line.js';
import * as inspectionLaborGrade from './inspection/labor-grade.js';
import * as inspectionMemberSupervision from './inspection/member-supervision.js';
import * as inspectionSupervisionLine from './inspection/supervision-line.js';
import * as inspectionCase from './inspection/case.js';
import * as inspectionCasePaper from './inspection/case-paper.js';
import * as inspectionCaseStep from './inspection/case-step.js';
import * as inspectionCaseSubject from './inspection/case-subject.js';
import * as inspectionCaseVisit from './inspection/case-visit.js';
import * as inspectionObligation from './inspection/obligation.js';
import * as inspectionRecommendation from './inspection/recommendation.js';
import * as inspectionCaseRegister from './inspection/case-register.js';
import * as inspectionReport from './inspection/report.js';
import * as inspectionReportPaper from './inspection/report-paper.js';
import * as inspectionWrittenReport from './inspection/written-report.js';
import * as inspectionAppeal from './inspection/appeal.js';
import * as inspectionBook from './inspection/book.js';
import * as inspectionDenunciation from './inspection/denunciation.js';
import * as inspectionDenunciationAct from './inspection/denunciation-act.js';
import * as inspectionDenunciationPaper from './inspection/denunciation-paper.js';
import * as inspectionDiscipline from './inspection/discipline.js';
import * as inspectionDisciplineAct from './inspection/discipline-act.js';
import * as inspectionDisciplineEvent from './inspection/discipline-event.js';
import * as inspectionDisciplinePaper from './inspection/discipline-paper.js';
import * as inspectionSuspension from './inspection/suspension.js';
import * as inspectionVault from './inspection/vault.js';
import * as trainingCertificate from './training/certificate.js';
import * as trainingChapter from './training/chapter.js';
import * as trainingClass from './training/class.js';
import * as trainingClassPaper from './training/class-paper.js';
import * as trainingContest from './training/contest.js';
import * as trainingContestJury from './training/contest-jury.js';
import * as trainingContestRound from './training/contest-round.js';
import * as trainingCourse from './training/course.js';
import * as trainingEnrollment from './training/enrollment.js';
import * as trainingLessonRoll from './training/lesson-roll.js';
import * as trainingStudyCampaign from './training/study-campaign.js';
import * as trainingStudyLevel from './training/study-level.js';
import * as trainingDuty from './training/duty.js';
import * as trainingNeed from './training/need.js';
import * as trainingPastAttendance from './training/past-attendance.js';
import * as trainingPastImport from './training/past-import.js';
import * as trainingPreparation from './training/preparation.js';
import * as trainingReport from './training/report.js';
import * as trainingPlan from './training/plan.js';
import * as trainingPractice from './training/practice.js';
import * as trainingAttempt from './training/attempt.js';
import * as trainingQuiz from './training/quiz.js';
import * as trainingQuestion from './training/question.js';
import type { EventContract } from './event.js';
import type { Operation } from './operation.js';

/** The modules that declare operations; a spec finds the one that is missing here. */
const modules: readonly object[] = [
  audit,
  gatewaySession,
  identityAccount,
  identityGrant,
  identityGrantExpiry,
  identityGrantProposal,
  identityInvitation,
  identityNodeAccess,
  identityPassword,
  identityRole,
  identityRoleChange,
  identitySecondFactor,
  identityTemporaryGrant,
  organizationBody,
  organizationBrowse,
  organizationCommittee,
  organizationExport,
  organizationFollower,
  organizationImport,
  organizationNodeType,
  organizationNode,
  organizationRegister,
  organizationRuleOverride,
  organizationTree,
  membershipImport,
  membershipRecognize,
  membershipMember,
  membershipMemberChange,
  membershipRoster,
  meetingsAgenda,
  meetingsDocument,
  meetingsHandbook,
  meetingsHeld,
  meetingsMeeting,
  meetingsMinutes,
  meetingsOverview,
  meetingsPaper,
  meetingsPlan,
  meetingsResolution,
  meetingsRoll,
  meetingsTask,
  meetingsVote,
  meetingsWhole,
  inspectionCheckCell,
  inspectionCheckNotice,
  inspectionMeetingCheck,
  inspectionAmendment,
  inspectionCandidate,
  inspectionCoverage,
  inspectionDuty,
  inspectionPlanLine,
  inspectionProgram,
  inspectionSubjectLine,
  inspectionLaborGrade,
  inspectionMemberSupervision,
  inspectionSupervisionLine,
  inspectionCase,
  inspectionCasePaper,
  inspectionCaseStep,
  inspectionCaseSubject,
  inspectionCaseVisit,
  inspectionObligation,
  inspectionRecommendation,
  inspectionCaseRegister,
  inspectionReport,
  inspectionReportPaper,
  inspectionWrittenReport,
  inspectionAppeal,
  inspectionBook,
  inspectionDenunciation,
  inspectionDenunciationAct,
  inspectionDenunciationPaper,
  inspectionDiscipline,
  inspectionDisciplineAct,
  inspectionDisciplineEvent,
  inspectionDisciplinePaper,
  inspectionSuspension,
  inspectionVault,
  trainingCertificate,
  trainingChapter,
  trainingClass,
  trainingClassPaper,
  trainingContest,
  trainingContestJury,
  trainingContestRound,
  trainingCourse,
  trainingEnrollment,
  trainingLessonRoll,
  trainingStudyCampaign,
  trainingStudyLevel,
  trainingDuty,
  trainingNeed,
  trainingPastAttendance,
  trainingPastImport,
  trainingPreparation,
  trainingReport,
  trainingPlan,
  trainingPractice,
  trainingQuestion,
  trainingQuiz,
  trainingAttempt,
];

/** Every operation of the platform: from this list come the gateway's routes, openapi.json and the access checks. */
export const operations: readonly Operation[] = modules.flatMap((m) => operationsIn(m));

/** The operations that a contract module exports. */
export function operationsIn(module: object): Operation[] {
  return Object.values(module).filter(isOperation);
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'subject' in value && 'access' in value && 'input' in value;
}

/** Every event of the platform: from this list come the broker's permissions. */
export const events: readonly EventContract[] = modules.flatMap((m) => eventsIn(m));

/** The events that a contract module exports. */
export function eventsIn(module: object): EventContract[] {
  return Object.values(module).filter(isEvent);
}

function isEvent(value: unknown): value is EventContract {
  return typeof value === 'object' && value !== null && 'payload' in value && 'item' in value && 'name' in value;
}
