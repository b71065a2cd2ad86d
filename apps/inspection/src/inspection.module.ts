import { Module } from '@nestjs/common';
import { BodyView } from './body/body-view.js';
import { RosterView } from './roster/roster-view.js';

@Module({
  providers: [BodyView, RosterView],
})
export class InspectionModule {}
