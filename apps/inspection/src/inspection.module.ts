import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { AmendmentQueries } from './amendment/amendment.queries.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { AppealDesk } from './appeal/appeal-desk.service.js';
import { AppealService } from './appeal/appeal.service.js';
import { BodyView } from './body/body-view.js';
import { CandidateQueries } from './candidate/candidate.queries.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { DenunciationChange } from './denunciation/denunciation-change.js';
import { DenunciationNumbers } from './denunciation/denunciation-numbers.js';
import { DenunciationPage } from './denunciation/denunciation-page.js';
import { DenunciationQueries } from './denunciation/denunciation.queries.js';
import { DenunciationService } from './denunciation/denunciation.service.js';
import { RegisterService } from './denunciation/register.service.js';
import { DisciplinePaperService } from './discipline-paper/discipline-paper.service.js';
import { Drawing } from './discipline-paper/drawing.js';
import { BallotService } from './discipline/ballot.service.js';
import { DecisionService } from './discipline/decision.service.js';
import { DisciplineChange } from './discipline/discipline-change.js';
import { DisciplineNumbers } from './discipline/discipline-numbers.js';
import { DisciplinePage } from './discipline/discipline-page.js';
import { DisciplineQueries } from './discipline/discipline.queries.js';
import { DisciplineService } from './discipline/discipline.service.js';
import { OpenDisciplineService } from './discipline/open.service.js';
import { ProposalService } from './discipline/proposal.service.js';
import { ExportQueries } from './line/export.queries.js';
import { LineQueries } from './line/line.queries.js';
import { LineService } from './line/line.service.js';
import { ProgramNumbers } from './number/program-numbers.js';
import { ProgramPage } from './program/program-page.js';
import { ProgramQueries } from './program/program.queries.js';
import { ProgramService } from './program/program.service.js';
import { RosterView } from './roster/roster-view.js';
import { SuspensionService } from './suspension/suspension.service.js';
import { ToldQueries } from './told/told.queries.js';
import { Vault } from './vault/vault.js';
import { VaultReading } from './vault/vault-reading.js';
import { VaultService } from './vault/vault.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
    ProgramPage,
    ProgramService,
    ProgramQueries,
    ProgramNumbers,
    LineService,
    LineQueries,
    AmendmentService,
    AmendmentQueries,
    ToldQueries,
    ExportQueries,
    CandidateQueries,
    CoverageQueries,
    DisciplineChange,
    DisciplinePage,
    DisciplineNumbers,
    OpenDisciplineService,
    DisciplineService,
    BallotService,
    ProposalService,
    DecisionService,
    DisciplineQueries,
    SuspensionService,
    DisciplinePaperService,
    AppealService,
    AppealDesk,
    { provide: Vault, useFactory: async (config: Config) => new Vault(await Sealer.read(config.keysDir, 'vault.key')), inject: [CONFIG] },
    VaultReading,
    VaultService,
    DenunciationChange,
    DenunciationPage,
    DenunciationNumbers,
    DenunciationQueries,
    DenunciationService,
    RegisterService,
    Drawing,
  ],
})
export class InspectionModule {}
