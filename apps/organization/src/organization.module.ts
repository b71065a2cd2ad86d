import { Module } from '@nestjs/common';
import { DisciplineTold } from './body/discipline-told.js';
import { BodyService } from './body/body.service.js';
import { ExportService } from './export/export.service.js';
import { ExportWorker } from './export/export.worker.js';
import { FollowerService } from './follower/follower.service.js';
import { ImportService } from './import/import.service.js';
import { ImportWorker } from './import/import.worker.js';
import { WorkbookIntake } from './import/workbook-intake.js';
import { NodeTypeService } from './node-type/node-type.service.js';
import { NodeService } from './node/node.service.js';
import { PersonProjection } from './person/person.projection.js';
import { RegisterService } from './register/register.service.js';
import { RuleOverrideService } from './rule-override/rule-override.service.js';

@Module({
  providers: [
    NodeTypeService,
    NodeService,
    BodyService,
    DisciplineTold,
    FollowerService,
    RegisterService,
    RuleOverrideService,
    PersonProjection,
    ImportService,
    ImportWorker,
    WorkbookIntake,
    ExportService,
    ExportWorker,
  ],
})
export class OrganizationModule {}
