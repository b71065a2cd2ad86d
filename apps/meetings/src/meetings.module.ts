import { Module } from '@nestjs/common';
import { AgendaService } from './agenda/agenda.service.js';
import { BodyView } from './body/body-view.js';
import { DocumentService } from './document/document.service.js';
import { HuddleService } from './huddle/huddle.service.js';
import { MeetingChange } from './meeting/meeting-change.js';
import { MeetingPage } from './meeting/meeting-page.js';
import { MeetingQueries } from './meeting/meeting.queries.js';
import { MeetingService } from './meeting/meeting.service.js';
import { MyMeetingsService } from './notice/my-meetings.service.js';
import { NoticeService } from './notice/notice.service.js';
import { PlanDays } from './plan/plan-days.js';
import { PlanService } from './plan/plan.service.js';
import { RollService } from './roll/roll.service.js';
import { RosterView } from './roster/roster-view.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    MeetingPage,
    MeetingChange,
    PlanService,
    PlanDays,
    MeetingQueries,
    MeetingService,
    HuddleService,
    AgendaService,
    NoticeService,
    MyMeetingsService,
    DocumentService,
    RollService,
  ],
})
export class MeetingsModule {}
