import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { Inspection1764000000000 } from './database/inspection.migration.js';
import { MemberSupervision1764300000000 } from './database/member-supervision.migration.js';
import { RowSecurity1764000100000 } from './database/row-security.migration.js';
import { InspectionModule } from './inspection.module.js';
import { LineEntity } from './line/line.entity.js';
import { MemberSupervisionEntity } from './member-supervision/supervision.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { SupervisionLineEntity } from './supervision-line/supervision-line.entity.js';

export const inspection: ServiceDefinition = {
  name: 'inspection',
  module: InspectionModule,
  entities: [ProgramEntity, LineEntity, MemberSupervisionEntity, SupervisionLineEntity],
  migrations: [Inspection1764000000000, RowSecurity1764000100000, MemberSupervision1764300000000],
  drawWorkbook: streamOfWorkbook,
};
