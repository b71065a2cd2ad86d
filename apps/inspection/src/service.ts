import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { CaseEntity } from './case/case.entity.js';
import { Case1764100000000 } from './database/case.migration.js';
import { AppealEntity } from './appeal/appeal.entity.js';
import { Denunciation1764250000000 } from './database/denunciation.migration.js';
import { Discipline1764200000000 } from './database/discipline.migration.js';
import { Inspection1764000000000 } from './database/inspection.migration.js';
import { MemberSupervision1764300000000 } from './database/member-supervision.migration.js';
import { MeetingCheck1764400000000 } from './database/meeting-check.migration.js';
import { Report1764500000000 } from './database/report.migration.js';
import { ReportPaper1764600000000 } from './database/report-paper.migration.js';
import { Untold1764601300000 } from './database/untold.migration.js';
import { RowSecurity1764000100000 } from './database/row-security.migration.js';
import { DenunciationEntity } from './denunciation/denunciation.entity.js';
import { DisciplineEntity } from './discipline/discipline.entity.js';
import { InspectionModule } from './inspection.module.js';
import { CheckCellEntity } from './meeting-check/check-cell.entity.js';
import { CheckFindingEntity } from './meeting-check/check-finding.entity.js';
import { MeetingCheckEntity } from './meeting-check/meeting-check.entity.js';
import { LineEntity } from './line/line.entity.js';
import { MemberSupervisionEntity } from './member-supervision/supervision.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { SupervisionLineEntity } from './supervision-line/supervision-line.entity.js';
import { RecommendationEntity } from './recommendation/recommendation.entity.js';
import { WrittenReportEntity } from './written-report/written-report.entity.js';
import { ReportPaperEntity } from './report-paper/report-paper.entity.js';
import { SuspensionEntity } from './suspension/suspension.entity.js';

export const inspection: ServiceDefinition = {
  name: 'inspection',
  module: InspectionModule,
  entities: [
    ProgramEntity,
    LineEntity,
    CaseEntity,
    RecommendationEntity,
    WrittenReportEntity,
    DisciplineEntity,
    AppealEntity,
    SuspensionEntity,
    DenunciationEntity,
    MemberSupervisionEntity,
    SupervisionLineEntity,
    MeetingCheckEntity,
    CheckCellEntity,
    CheckFindingEntity,
    ReportPaperEntity,
  ],
  migrations: [
    Inspection1764000000000,
    RowSecurity1764000100000,
    Case1764100000000,
    Discipline1764200000000,
    Denunciation1764250000000,
    MemberSupervision1764300000000,
    MeetingCheck1764400000000,
    Report1764500000000,
    ReportPaper1764600000000,
    Untold1764601300000,
  ],
  drawWorkbook: streamOfWorkbook,
};
