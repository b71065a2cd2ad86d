import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { AccountEntity } from './account/account.entity.js';
import { Identity1761000000000 } from './database/identity.migration.js';
import { Provider1761000200000 } from './database/provider.migration.js';
import { Roles1761000000001 } from './database/roles.migration.js';
import { RowSecurity1761000400000 } from './database/row-security.migration.js';
import { SecondFactor1761000300000 } from './database/second-factor.migration.js';
import { GrantEntity } from './grant/grant.entity.js';
import { ProposalEntity } from './proposal/proposal.entity.js';
import { IdentityModule } from './identity.module.js';

export const identity: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  entities: [AccountEntity, GrantEntity, ProposalEntity],
  migrations: [Identity1761000000000, Roles1761000000001, Provider1761000200000, SecondFactor1761000300000, RowSecurity1761000400000],
  drawWorkbook: streamOfWorkbook,
};
