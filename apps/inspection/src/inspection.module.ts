import { Module } from '@nestjs/common';
import { AmendmentQueries } from './amendment/amendment.queries.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { BodyView } from './body/body-view.js';
import { CandidateQueries } from './candidate/candidate.queries.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { ExportQueries } from './line/export.queries.js';
import { LineQueries } from './line/line.queries.js';
import { LineService } from './line/line.service.js';
import { ProgramNumbers } from './number/program-numbers.js';
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
import { RosterView } from './roster/roster-view.js';
import { SupervisionLineChange } from './supervision-line/line-change.js';
import { SupervisionLineQueries } from './supervision-line/supervision-line.queries.js';
import { SupervisionLineService } from './supervision-line/supervision-line.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    ProgramPage,
    ProgramService,
    ProgramQueries,
    ProgramNumbers,
    LineService,
    LineQueries,
    AmendmentService,
    AmendmentQueries,
    ToldQueries,
    ExportQueries,
    CandidateQueries,
    CoverageQueries,
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
  ],
})
export class InspectionModule {}
