import { Module } from '@nestjs/common';
import { IssuedPapers } from '@vungmanh/platform/issued-papers';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { AmendmentQueries } from './amendment/amendment.queries.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { AppealDesk } from './appeal/appeal-desk.service.js';
import { AppealService } from './appeal/appeal.service.js';
import { BookQueries } from './book/book.queries.js';
import { BodyView } from './body/body-view.js';
import { ChangeCheckService } from './meeting-check/change-check.service.js';
import { CheckCellQueries } from './meeting-check/check-cell.queries.js';
import { CheckCellService } from './meeting-check/check-cell.service.js';
import { CheckFindingService } from './meeting-check/check-finding.service.js';
import { CheckJobs } from './meeting-check/check-jobs.js';
import { CheckNoticeService } from './meeting-check/check-notice.service.js';
import { CheckedCellsQueries } from './meeting-check/checked-cells.queries.js';
import { MeetingCheckQueries } from './meeting-check/meeting-check.queries.js';
import { MeetingCheckService } from './meeting-check/meeting-check.service.js';
import { NoticePapers } from './meeting-check/notice-papers.js';
import { OpenCheckService } from './meeting-check/open-check.service.js';
import { CandidateQueries } from './candidate/candidate.queries.js';
import { CaseDrafts } from './case-paper/case-drafts.js';
import { CasePaperService } from './case-paper/case-paper.service.js';
import { CasePapers } from './case-paper/case-papers.js';
import { CaseAccessService } from './case/case-access.service.js';
import { CaseChange } from './case/case-change.js';
import { CaseConclusionService } from './case/case-conclusion.service.js';
import { CaseCourseService } from './case/case-course.service.js';
import { CaseOnMeQueries } from './case/case-on-me.queries.js';
import { CasePage } from './case/case-page.js';
import { CaseSubjectService } from './case/case-subject.service.js';
import { CaseVisitService } from './case/case-visit.service.js';
import { CaseQueries } from './case/case.queries.js';
import { CaseService } from './case/case.service.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { DenunciationChange } from './denunciation/denunciation-change.js';
import { DenunciationNumbers } from './denunciation/denunciation-numbers.js';
import { DenunciationPage } from './denunciation/denunciation-page.js';
import { DenunciationQueries } from './denunciation/denunciation.queries.js';
import { DenunciationService } from './denunciation/denunciation.service.js';
import { RegisterService } from './denunciation/register.service.js';
import { DutyQueries } from './duty/duty.queries.js';
import { DisciplineDrafts } from './discipline-paper/discipline-drafts.js';
import { DisciplineIssue } from './discipline-paper/discipline-issue.js';
import { DisciplinePaperService } from './discipline-paper/discipline-paper.service.js';
import { DenunciationDrafts } from './denunciation-paper/denunciation-drafts.js';
import { DenunciationIssue } from './denunciation-paper/denunciation-issue.js';
import { DenunciationPaperService } from './denunciation-paper/denunciation-paper.service.js';
import { BallotService } from './discipline/ballot.service.js';
import { DecisionService } from './discipline/decision.service.js';
import { DisciplineChange } from './discipline/discipline-change.js';
import { DisciplineNumbers } from './discipline/discipline-numbers.js';
import { DisciplinePage } from './discipline/discipline-page.js';
import { DisciplineQueries } from './discipline/discipline.queries.js';
import { DisciplineService } from './discipline/discipline.service.js';
import { OpenDisciplineService } from './discipline/open.service.js';
import { ProposalService } from './discipline/proposal.service.js';
import { ExportQueries } from './line/export.queries.js';
import { LineQueries } from './line/line.queries.js';
import { LineService } from './line/line.service.js';
import { ProgramNumbers } from './number/program-numbers.js';
import { Register } from './number/register.js';
import { ProgramPage } from './program/program-page.js';
import { ProgramQueries } from './program/program.queries.js';
import { ProgramService } from './program/program.service.js';
import { ToldQueries } from './told/told.queries.js';
import { GradeExpiry } from './labor-grade/expiry.js';
import { GradePreviewQueries } from './labor-grade/grade-preview.queries.js';
import { GradeService } from './labor-grade/grade.service.js';
import { GradeSheetQueries } from './labor-grade/grade-sheet.queries.js';
import { GradeView } from './labor-grade/grade-view.js';
import { GradeSheetReader } from './labor-grade/sheet-reader.js';
import { CountsExportQueries } from './member-supervision/counts-export.queries.js';
import { SupervisionQueries } from './member-supervision/supervision.queries.js';
import { SupervisionService } from './member-supervision/supervision.service.js';
import { ObligationView } from './obligation/obligation-view.js';
import { BehindQueries } from './report/behind.queries.js';
import { ReportQueries } from './report/report.queries.js';
import { ReportReader } from './report/report-reader.js';
import { CaseRegisterQueries } from './case-register/case-register.queries.js';
import { RegisterDesk } from './case-register/register-desk.js';
import { ReportDrafts } from './report-paper/report-drafts.js';
import { ReportFacts } from './report-paper/report-facts.js';
import { ReportNumbers } from './report-paper/report-numbers.js';
import { ReportPaperQueries } from './report-paper/report-paper.queries.js';
import { ReportPaperService } from './report-paper/report-paper.service.js';
import { ReportPapers } from './report-paper/report-papers.js';
import { RosterView } from './roster/roster-view.js';
import { SupervisionLineChange } from './supervision-line/line-change.js';
import { SupervisionLineQueries } from './supervision-line/supervision-line.queries.js';
import { SupervisionLineService } from './supervision-line/supervision-line.service.js';
import { RecommendationChange } from './recommendation/recommendation-change.js';
import { RecommendationFiles } from './recommendation/recommendation-files.js';
import { RecommendationPage } from './recommendation/recommendation-page.js';
import { RecommendationQueries } from './recommendation/recommendation.queries.js';
import { RecommendationService } from './recommendation/recommendation.service.js';
import { SuspensionService } from './suspension/suspension.service.js';
import { WrittenReportDrafts } from './written-report/written-report-drafts.js';
import { WrittenReportPapers } from './written-report/written-report.papers.js';
import { WrittenReportQueries } from './written-report/written-report.queries.js';
import { WrittenReportService } from './written-report/written-report.service.js';
import { Vault } from './vault/vault.js';
import { VaultReading } from './vault/vault-reading.js';
import { VaultService } from './vault/vault.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    ChangeCheckService,
    CheckCellQueries,
    CheckCellService,
    CheckFindingService,
    CheckJobs,
    CheckNoticeService,
    CheckedCellsQueries,
    MeetingCheckQueries,
    MeetingCheckService,
    NoticePapers,
    OpenCheckService,
    ProgramPage,
    ProgramService,
    ProgramQueries,
    ProgramNumbers,
    Register,
    LineService,
    LineQueries,
    AmendmentService,
    AmendmentQueries,
    ToldQueries,
    DutyQueries,
    ExportQueries,
    CandidateQueries,
    CoverageQueries,
    ReportReader,
    ReportQueries,
    BehindQueries,
    ReportPapers,
    ReportNumbers,
    ReportFacts,
    ReportDrafts,
    ReportPaperService,
    ReportPaperQueries,
    RegisterDesk,
    CaseRegisterQueries,
    ObligationView,
    SupervisionService,
    SupervisionQueries,
    CountsExportQueries,
    SupervisionLineChange,
    SupervisionLineService,
    SupervisionLineQueries,
    GradeService,
    GradeView,
    GradeSheetReader,
    GradeSheetQueries,
    GradePreviewQueries,
    GradeExpiry,
    CaseService,
    CaseCourseService,
    CaseConclusionService,
    CaseVisitService,
    CaseAccessService,
    CaseSubjectService,
    CaseChange,
    CasePage,
    CaseQueries,
    CaseOnMeQueries,
    CasePaperService,
    CasePapers,
    CaseDrafts,
    IssuedPapers,
    RecommendationService,
    RecommendationQueries,
    RecommendationFiles,
    RecommendationChange,
    RecommendationPage,
    WrittenReportService,
    WrittenReportQueries,
    WrittenReportPapers,
    WrittenReportDrafts,
    DisciplineChange,
    DisciplinePage,
    DisciplineNumbers,
    OpenDisciplineService,
    DisciplineService,
    BallotService,
    ProposalService,
    DecisionService,
    DisciplineQueries,
    SuspensionService,
    DisciplinePaperService,
    DisciplineDrafts,
    DisciplineIssue,
    AppealService,
    AppealDesk,
    { provide: Vault, useFactory: async (config: Config) => new Vault(await Sealer.read(config.keysDir, 'vault.key')), inject: [CONFIG] },
    VaultReading,
    VaultService,
    DenunciationChange,
    DenunciationPage,
    DenunciationNumbers,
    DenunciationQueries,
    DenunciationService,
    RegisterService,
    DenunciationDrafts,
    DenunciationIssue,
    DenunciationPaperService,
    BookQueries,
  ],
})
export class InspectionModule {}
