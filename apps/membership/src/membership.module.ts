import { Module } from '@nestjs/common';
import { CertificateView } from './certificate/certificate-view.js';
import { DisciplineTold } from './discipline/discipline-told.js';
import { ExportRights, ExportService } from './export/export.service.js';
import { ImportService } from './import/import.service.js';
import { ListService } from './member/list.service.js';
import { ManagementService } from './member/management.service.js';
import { MemberService } from './member/member.service.js';
import { MemberStore } from './member/member.store.js';
import { RecordQueries } from './member/record.queries.js';
import { RecordService } from './member/record.service.js';
import { RecognizeService } from './roster/recognize.service.js';
import { RosterService } from './roster/roster.service.js';

@Module({
  providers: [
    MemberService,
    ManagementService,
    RecordService,
    ListService,
    RosterService,
    RecognizeService,
    ImportService,
    ExportService,
    MemberStore,
    RecordQueries,
    ExportRights,
    DisciplineTold,
    CertificateView,
  ],
})
export class MembershipModule {}
