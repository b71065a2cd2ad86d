import { Injectable } from '@nestjs/common';
import { programGrid, type GridRow } from '@vungmanh/contracts/inspection/plan-line';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { readProgram } from '../program/find-program.js';
import { gridSubjects } from './grid-subjects.js';
import { linesOf } from './line-page.js';

/** The lines of a program by their subjects. */
@Injectable()
export class LineQueries {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  @Rpc(programGrid)
  async grid(call: Call<typeof programGrid>): Promise<Page<GridRow>> {
    const program = await readProgram(this.db, call, call.input.programId);
    const today = this.clock.today();
    const { items, ...rest } = await gridSubjects(this.db, call.input, today);
    const ids = items.map((row) => row.subjectId);
    const held = await this.grants.permissionsAt(call.actor, program.nodeId);
    const which = { whereSql: 'l.program_id = $1 and l.subject_id = any($2::uuid[])', params: [program.id, ids] };
    const lines = await linesOf(this.db, which, { today, mayPlan: held.has('inspection:plan') });
    const persons = items.filter((row) => row.subject === 'MEMBER').map((row) => row.subjectId);
    await this.trail.recordPage(call, { persons, node: program.nodeId, target: program.id });
    return {
      items: items.map(({ subjectId, subject, name, placeName }) => ({
        subjectId,
        subject,
        name,
        placeName,
        lines: lines.filter((line) => line.subjectId === subjectId),
      })),
      ...rest,
    };
  }
}
