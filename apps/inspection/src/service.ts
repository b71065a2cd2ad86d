import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { AppealEntity } from './appeal/appeal.entity.js';
import { Denunciation1764250000000 } from './database/denunciation.migration.js';
import { Discipline1764200000000 } from './database/discipline.migration.js';
import { Inspection1764000000000 } from './database/inspection.migration.js';
import { RowSecurity1764000100000 } from './database/row-security.migration.js';
import { DenunciationEntity } from './denunciation/denunciation.entity.js';
import { DisciplineEntity } from './discipline/discipline.entity.js';
import { InspectionModule } from './inspection.module.js';
import { LineEntity } from './line/line.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { SuspensionEntity } from './suspension/suspension.entity.js';

export const inspection: ServiceDefinition = {
  name: 'inspection',
  module: InspectionModule,
  entities: [ProgramEntity, LineEntity, DisciplineEntity, AppealEntity, SuspensionEntity, DenunciationEntity],
  migrations: [Inspection1764000000000, RowSecurity1764000100000, Discipline1764200000000, Denunciation1764250000000],
  drawWorkbook: streamOfWorkbook,
};
