import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { CaseEntity } from './case/case.entity.js';
import { Case1764100000000 } from './database/case.migration.js';
import { Inspection1764000000000 } from './database/inspection.migration.js';
import { RowSecurity1764000100000 } from './database/row-security.migration.js';
import { InspectionModule } from './inspection.module.js';
import { LineEntity } from './line/line.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { RecommendationEntity } from './recommendation/recommendation.entity.js';

export const inspection: ServiceDefinition = {
  name: 'inspection',
  module: InspectionModule,
  entities: [ProgramEntity, LineEntity, CaseEntity, RecommendationEntity],
  migrations: [Inspection1764000000000, RowSecurity1764000100000, Case1764100000000],
  drawWorkbook: streamOfWorkbook,
};
