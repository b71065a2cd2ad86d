import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { SeatEntity } from './body/seat.entity.js';
import { TermEntity } from './body/term.entity.js';
import { Body1762000200000 } from './database/body.migration.js';
import { Import1762000300000 } from './database/import.migration.js';
import { NodeTypes1762000100000 } from './database/node-types.migration.js';
import { RuleOverride1762000500000 } from './database/rule-override.migration.js';
import { RowSecurity1762000400000 } from './database/row-security.migration.js';
import { Tree1762000000000 } from './database/tree.migration.js';
import { ExportEntity } from './export/export.entity.js';
import { FollowerEntity } from './follower/follower.entity.js';
import { ImportEntity } from './import/import.entity.js';
import { NodeEntity } from './node/node.entity.js';
import { OrganizationModule } from './organization.module.js';
import { PaperNumberEntity } from './register/paper-number.entity.js';
import { RuleOverrideEntity } from './rule-override/rule-override.entity.js';

/** The tree, its committees, the register of papers, and the workbook in and out. */
export const organization: ServiceDefinition = {
  name: 'organization',
  module: OrganizationModule,
  entities: [NodeEntity, TermEntity, SeatEntity, FollowerEntity, PaperNumberEntity, ImportEntity, ExportEntity, RuleOverrideEntity],
  migrations: [
    Tree1762000000000,
    NodeTypes1762000100000,
    Body1762000200000,
    Import1762000300000,
    RowSecurity1762000400000,
    RuleOverride1762000500000,
  ],
  drawWorkbook: streamOfWorkbook,
};
