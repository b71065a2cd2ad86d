import { Module } from '@nestjs/common';
import { BodyView } from './body/body-view.js';
import { GradeExpiry } from './labor-grade/expiry.js';
import { GradePreviewQueries } from './labor-grade/grade-preview.queries.js';
import { GradeService } from './labor-grade/grade.service.js';
import { GradeSheetQueries } from './labor-grade/grade-sheet.queries.js';
import { GradeView } from './labor-grade/grade-view.js';
import { GradeSheetReader } from './labor-grade/sheet-reader.js';
import { SupervisionQueries } from './member-supervision/supervision.queries.js';
import { SupervisionService } from './member-supervision/supervision.service.js';
import { ObligationView } from './obligation/obligation-view.js';
import { RosterView } from './roster/roster-view.js';
import { LineChange } from './supervision-line/line-change.js';
import { LineQueries } from './supervision-line/line.queries.js';
import { LineService } from './supervision-line/line.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    ObligationView,
    SupervisionService,
    SupervisionQueries,
    LineChange,
    LineService,
    LineQueries,
    GradeService,
    GradeView,
    GradeSheetReader,
    GradeSheetQueries,
    GradePreviewQueries,
    GradeExpiry,
  ],
})
export class InspectionModule {}
