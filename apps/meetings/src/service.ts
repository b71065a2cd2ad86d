import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { AgendaTemplates1763000000001 } from './database/agenda-templates.migration.js';
import { Citation1764601110000 } from './database/citation.migration.js';
import { Meetings1763000000000 } from './database/meetings.migration.js';
import { Minutes1763000100000 } from './database/minutes.migration.js';
import { Overview1763000200000 } from './database/overview.migration.js';
import { Paper1763000300000 } from './database/paper.migration.js';
import { RowSecurity1763000400000 } from './database/row-security.migration.js';
import { MeetingEntity } from './meeting/meeting.entity.js';
import { MeetingsModule } from './meetings.module.js';
import { MinutesEntity } from './minutes/minutes.entity.js';
import { ResolutionEntity } from './resolution/resolution.entity.js';
import { TaskEntity } from './task/task.entity.js';

export const meetings: ServiceDefinition = {
  name: 'meetings',
  module: MeetingsModule,
  entities: [MeetingEntity, MinutesEntity, ResolutionEntity, TaskEntity],
  migrations: [
    Meetings1763000000000,
    AgendaTemplates1763000000001,
    Minutes1763000100000,
    Overview1763000200000,
    Paper1763000300000,
    RowSecurity1763000400000,
    Citation1764601110000,
  ],
  drawWorkbook: streamOfWorkbook,
};
