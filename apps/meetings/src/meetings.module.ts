import { Module } from '@nestjs/common';
import { IssuedPapers } from '@vungmanh/platform/issued-papers';
import { AgendaService } from './agenda/agenda.service.js';
import { BodyView } from './body/body-view.js';
import { DocumentService } from './document/document.service.js';
import { ChapterView } from './handbook/chapter-view.js';
import { HandbookQueries } from './handbook/handbook.queries.js';
import { HeldQueries } from './held/held.queries.js';
import { HuddleService } from './huddle/huddle.service.js';
import { MeetingChange } from './meeting/meeting-change.js';
import { MeetingPage } from './meeting/meeting-page.js';
import { MeetingQueries } from './meeting/meeting.queries.js';
import { MeetingService } from './meeting/meeting.service.js';
import { MinutesReadingService } from './minutes/minutes-reading.service.js';
import { MinutesService } from './minutes/minutes.service.js';
import { MyMeetingsService } from './notice/my-meetings.service.js';
import { NoticeService } from './notice/notice.service.js';
import { Fold } from './overview/fold.js';
import { Folder } from './overview/folder.js';
import { OverviewAnswers } from './overview/overview-answers.js';
import { OverviewDays } from './overview/overview-days.js';
import { OverviewExportService } from './overview/overview-export.service.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { PaperDrafts } from './paper/paper-drafts.js';
import { PaperService } from './paper/paper.service.js';
import { PlanDays } from './plan/plan-days.js';
import { PlanService } from './plan/plan.service.js';
import { PaperNumbers } from './number/paper-numbers.js';
import { MyResolutionService } from './resolution/my-resolution.service.js';
import { ResolutionService } from './resolution/resolution.service.js';
import { RollService } from './roll/roll.service.js';
import { RosterView } from './roster/roster-view.js';
import { TaskChange } from './task/task-change.js';
import { TaskPage } from './task/task-page.js';
import { ObligationQueries } from './task/obligation.queries.js';
import { TaskQueries } from './task/task.queries.js';
import { TaskService } from './task/task.service.js';
import { VoteService } from './vote/vote.service.js';
import { WholeService } from './whole/whole.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    ChapterView,
    HandbookQueries,
    MeetingPage,
    MeetingChange,
    PlanService,
    PlanDays,
    MeetingQueries,
    MeetingService,
    HuddleService,
    HeldQueries,
    AgendaService,
    NoticeService,
    MyMeetingsService,
    DocumentService,
    RollService,
    MinutesService,
    MinutesReadingService,
    VoteService,
    PaperNumbers,
    ResolutionService,
    MyResolutionService,
    TaskPage,
    TaskChange,
    TaskService,
    TaskQueries,
    ObligationQueries,
    Fold,
    Folder,
    OverviewAnswers,
    OverviewDays,
    OverviewQueries,
    OverviewExportService,
    IssuedPapers,
    PaperDrafts,
    PaperService,
    WholeService,
  ],
})
export class MeetingsModule {}
