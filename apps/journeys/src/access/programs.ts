import { addLines, programGrid, type Subjects } from '@vungmanh/contracts/inspection/plan-line';
import { approveProgram, openProgram, publishProgram, type ProgramActor } from '@vungmanh/contracts/inspection/program';
import { issueReportPaper, openReportPaper } from '@vungmanh/contracts/inspection/report-paper';
import type { Person } from '../person.js';
import type { PlaceName } from './places.js';

/** Years of their own for what the matrix publishes; what it opens itself lies in others. */
export const PROGRAM_YEAR = 2026;

/** Of what is over. */
export const REPORT_YEAR = 2024;

export const actorAt = (place: PlaceName): ProgramActor =>
  place === 'province' ? 'SUPERIOR_COMMITTEE' : place === 'commune' || place === 'beside' ? 'GRASSROOTS_COMMITTEE' : 'CELL';

/** A program with one line, told to its subject. */
export async function publishedProgram(keeper: Person, nodeId: string, actor: ProgramActor, subjects: Subjects) {
  const program = await keeper.doOnceKnown(openProgram, { nodeId, actor, year: PROGRAM_YEAR });
  const programId = program.id;
  await keeper.do(addLines, { programId, quarter: 3, kind: 'REGULAR_SUPERVISION', content: 'Nêu gương (mô phỏng)', subjects });
  const approved = await keeper.do(approveProgram, { programId, approvedOn: '2026-08-05', meeting: 'Hội nghị (mô phỏng)' }, program);
  await published(keeper, programId, approved.version);
  const { items } = await keeper.do(programGrid, { programId });
  return { programId, lineId: items[0]?.lines[0]?.id ?? '' };
}

/** A report that the bodies above read. */
export async function issuedReport(keeper: Person, nodeId: string, actor: ProgramActor): Promise<string> {
  const draft = await keeper.doOnceKnown(openReportPaper, { nodeId, actor, period: String(REPORT_YEAR) });
  await keeper.do(issueReportPaper, { reportPaperId: draft.id }, draft);
  return draft.id;
}

/** The number comes from the register a moment later, and moves the version on. */
async function published(keeper: Person, programId: string, version: number): Promise<void> {
  for (const seen of [version + 1, version]) {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const answer = await keeper.send(publishProgram, { programId }, { version: seen });
      if (answer.ok) return;
      if (answer.status !== 412) throw new Error(answer.text);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${programId} was never published`);
}
