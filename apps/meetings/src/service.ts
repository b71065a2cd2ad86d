import type { ServiceDefinition } from '@vungmanh/platform/service';
import { AgendaTemplates1763000000001 } from './database/agenda-templates.migration.js';
import { Meetings1763000000000 } from './database/meetings.migration.js';
import { MeetingEntity } from './meeting/meeting.entity.js';
import { MeetingsModule } from './meetings.module.js';

export const meetings: ServiceDefinition = {
  name: 'meetings',
  module: MeetingsModule,
  entities: [MeetingEntity],
  migrations: [Meetings1763000000000, AgendaTemplates1763000000001],
};
