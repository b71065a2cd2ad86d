import { Module } from '@nestjs/common';
import { BodyView } from './body/body-view.js';
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
import { RosterView } from './roster/roster-view.js';

@Module({
  providers: [
    BodyView,
    RosterView,
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
  ],
})
export class InspectionModule {}
