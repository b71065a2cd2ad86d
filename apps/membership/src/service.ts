import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { Certificate1764600000001 } from './database/certificate.migration.js';
import { Discipline1764200000010 } from './database/discipline.migration.js';
import { Import1762000000001 } from './database/import.migration.js';
import { Management1764300000001 } from './database/management.migration.js';
import { Membership1762000000000 } from './database/membership.migration.js';
import { RowSecurity1762000000002 } from './database/row-security.migration.js';
import { PersonEntity } from './member/person.entity.js';
import { MembershipModule } from './membership.module.js';

export const membership: ServiceDefinition = {
  name: 'membership',
  module: MembershipModule,
  entities: [PersonEntity],
  migrations: [
    Membership1762000000000,
    Import1762000000001,
    RowSecurity1762000000002,
    Discipline1764200000010,
    Management1764300000001,
    Certificate1764600000001,
  ],
  drawWorkbook: streamOfWorkbook,
};
