import { Module } from '@nestjs/common';
import { IssuedPapers } from '@vungmanh/platform/issued-papers';
import { BodyView } from './body/body-view.js';
import { CertificatePaperService } from './certificate/certificate-paper.service.js';
import { CertificateQueries } from './certificate/certificate.queries.js';
import { CertificateService } from './certificate/certificate.service.js';
import { ClassPage } from './class/class-page.js';
import { ClassQueries } from './class/class.queries.js';
import { ClassService } from './class/class.service.js';
import { CalendarService } from './class-paper/calendar.service.js';
import { ClassPaperService } from './class-paper/class-paper.service.js';
import { PaperReading } from './class-paper/paper-reading.js';
import { ContestQueries } from './contest/contest.queries.js';
import { ContestService } from './contest/contest.service.js';
import { EntryService } from './contest/entry.service.js';
import { JuryService } from './contest/jury.service.js';
import { RoundNumbers } from './contest/round-numbers.js';
import { RoundPage } from './contest/round-page.js';
import { RoundPaperService } from './contest/round-paper.service.js';
import { RoundReading } from './contest/round-reading.js';
import { RoundService } from './contest/round.service.js';
import { CourseQueries } from './course/course.queries.js';
import { CourseService } from './course/course.service.js';
import { AnswerService } from './enrollment/answer.service.js';
import { AttendingService } from './enrollment/attending.service.js';
import { DecisionService } from './enrollment/decision.service.js';
import { DutyClassQueries } from './enrollment/duty-classes.queries.js';
import { EnrollmentQueries } from './enrollment/enrollment.queries.js';
import { MyEnrollments } from './enrollment/my-enrollments.queries.js';
import { NominationService } from './enrollment/nomination.service.js';
import { WaitingList } from './enrollment/waiting-list.js';
import { ChapterPaperService } from './handbook/chapter-paper.service.js';
import { ChapterQueries } from './handbook/chapter.queries.js';
import { ChapterService } from './handbook/chapter.service.js';
import { LessonRollService } from './lesson/lesson-roll.service.js';
import { ScanService } from './lesson/scan.service.js';
import { ClassNumbers } from './number/class-numbers.js';
import { BodyDuties } from './duty/body-duties.js';
import { DutyQueries } from './duty/duty.queries.js';
import { DutyService } from './duty/duty.service.js';
import { NeedQueries } from './need/need.queries.js';
import { NeedService } from './need/need.service.js';
import { PastExportQueries } from './past-attendance/past-export.queries.js';
import { TakenCourseQueries } from './past-attendance/taken-course.queries.js';
import { PastImportService } from './past-import/past-import.service.js';
import { PastImportWorker } from './past-import/past-import.worker.js';
import { PastIntake } from './past-import/past-intake.js';
import { PlanChange } from './plan/plan-change.js';
import { PlanNumbers } from './plan/plan-numbers.js';
import { PlanPage } from './plan/plan-page.js';
import { PlanQueries } from './plan/plan.queries.js';
import { PlanService } from './plan/plan.service.js';
import { PlannedCourseService } from './plan/planned-course.service.js';
import { PreparationRows } from './preparation/preparation-rows.js';
import { PreparationQueries } from './preparation/preparation.queries.js';
import { PreparationService } from './preparation/preparation.service.js';
import { ReportReader } from './report/report-reader.js';
import { HandedOut, ReportPaperQueries } from './report/report-paper.queries.js';
import { ReportQueries } from './report/report.queries.js';
import { PracticeQueries } from './practice/practice.queries.js';
import { PracticeService } from './practice/practice.service.js';
import { QuestionPage } from './question/question-page.js';
import { QuestionQueries } from './question/question.queries.js';
import { QuestionService } from './question/question.service.js';
import { AttemptQueries } from './attempt/attempt.queries.js';
import { AttemptService } from './attempt/attempt.service.js';
import { QuizPage } from './quiz/quiz-page.js';
import { QuizQueries } from './quiz/quiz.queries.js';
import { QuizService } from './quiz/quiz.service.js';
import { RosterView } from './roster/roster-view.js';
import { LevelChange } from './study/level-change.js';
import { StudyCampaignQueries } from './study/study-campaign.queries.js';
import { StudyCampaignService } from './study/study-campaign.service.js';
import { StudyExportQueries } from './study/study-export.queries.js';
import { StudyLevelQueries } from './study/study-level.queries.js';
import { StudyLevelService } from './study/study-level.service.js';
import { StudyNight } from './study/study-night.js';
import { StudySessionService } from './study/study-session.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    CourseQueries,
    CourseService,
    ClassPage,
    ClassService,
    ClassQueries,
    ClassNumbers,
    NominationService,
    DutyClassQueries,
    DecisionService,
    AnswerService,
    WaitingList,
    AttendingService,
    EnrollmentQueries,
    MyEnrollments,
    LessonRollService,
    ScanService,
    CertificateService,
    CertificateQueries,
    CertificatePaperService,
    ClassPaperService,
    PaperReading,
    CalendarService,
    IssuedPapers,
    BodyDuties,
    DutyQueries,
    DutyService,
    PlanPage,
    PlanChange,
    PlanNumbers,
    PlanService,
    PlannedCourseService,
    PlanQueries,
    NeedService,
    NeedQueries,
    StudyCampaignService,
    StudyCampaignQueries,
    StudyExportQueries,
    StudyNight,
    LevelChange,
    StudySessionService,
    StudyLevelService,
    StudyLevelQueries,
    ChapterService,
    ChapterQueries,
    ChapterPaperService,
    PreparationRows,
    PreparationQueries,
    PreparationService,
    ReportReader,
    ReportQueries,
    HandedOut,
    ReportPaperQueries,
    PastIntake,
    PastImportService,
    PastImportWorker,
    PastExportQueries,
    TakenCourseQueries,
    QuestionPage,
    QuestionService,
    QuestionQueries,
    PracticeService,
    PracticeQueries,
    QuizPage,
    QuizService,
    QuizQueries,
    AttemptService,
    AttemptQueries,
    ContestService,
    ContestQueries,
    RoundPage,
    RoundReading,
    RoundService,
    RoundNumbers,
    RoundPaperService,
    EntryService,
    JuryService,
  ],
})
export class TrainingModule {}
