import { Module } from '@nestjs/common';
import { BodyView } from './body/body-view.js';
import { BallotService } from './discipline/ballot.service.js';
import { DecisionService } from './discipline/decision.service.js';
import { DisciplineChange } from './discipline/discipline-change.js';
import { DisciplineNumbers } from './discipline/discipline-numbers.js';
import { DisciplinePage } from './discipline/discipline-page.js';
import { DisciplineQueries } from './discipline/discipline.queries.js';
import { DisciplineService } from './discipline/discipline.service.js';
import { OpenDisciplineService } from './discipline/open.service.js';
import { ProposalService } from './discipline/proposal.service.js';
import { RosterView } from './roster/roster-view.js';
import { SuspensionService } from './suspension/suspension.service.js';

@Module({
  providers: [
    BodyView,
    RosterView,
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
  ],
})
export class InspectionModule {}
