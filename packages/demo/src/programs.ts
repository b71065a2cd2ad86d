import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { NewLines } from '@vungmanh/contracts/inspection/plan-line';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { addDays } from '@vungmanh/regulations/calendar';
import { contentsOnMembers, contentsOnOrganizations } from './phrases.js';
import { Random } from './random.js';

/** A body that draws up a program, and whom it may choose from. */
export interface DemoPlanner {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  /** Members it looks at by name: secretaries of its cells, or members of the cell. */
  readonly people: readonly string[];
  /** Organizations right below it. */
  readonly organizations: readonly string[];
}

const QUARTERS = [1, 2, 3, 4] as const;
const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/** What a body of the simulated province has set itself for the year: organizations and members in each quarter, a cell its members alone. */
export function programOf(planner: DemoPlanner, year: number, seed: number): NewLines[] {
  const random = new Random(`program ${seed} ${planner.nodeId} ${planner.actor} ${year}`);
  return QUARTERS.flatMap((quarter) => {
    const some = (from: readonly string[], share: number) => from.filter(() => random.chance(share)).slice(0, 200);
    const line = (kind: InspectionKind, subject: 'MEMBER' | 'ORGANIZATION', subjectIds: string[]): NewLines[] =>
      subjectIds.length === 0
        ? []
        : [
            {
              quarter,
              kind,
              subjects: { of: 'CHOSEN', subject, subjectIds },
              content: random.pick(subject === 'MEMBER' ? contentsOnMembers : contentsOnOrganizations),
              teamIds: [],
              dispersed: false,
              groups: 0,
            },
          ];
    if (planner.actor === 'CELL') return line('REGULAR_SUPERVISION', 'MEMBER', [...planner.people]);
    const kind = planner.actor === 'INSPECTION_COMMISSION' || quarter % 2 === 0 ? 'THEMATIC_SUPERVISION' : 'THEMATIC_INSPECTION';
    return [...line(kind, 'ORGANIZATION', some(planner.organizations, 0.35)), ...line('REGULAR_SUPERVISION', 'MEMBER', some(planner.people, 0.3))];
  });
}

export type DemoProgress = { readonly act: 'finish'; readonly doneOn: string } | { readonly act: 'start' } | undefined;

/** How far a line has come by `today`: most of past quarters are done, some of the running one. */
export function progressOf(lineId: string, about: { readonly year: number; readonly quarter: number; readonly today: string }): DemoProgress {
  const { year, quarter, today } = about;
  const random = new Random(`progress ${lineId}`);
  const running = quarterOf(today);
  if (quarter > running) return undefined;
  const doneOn = addDays(`${year}-${String(quarter * 3 - 1).padStart(2, '0')}-01`, random.int(0, 55));
  if (quarter < running ? random.chance(0.94) : random.chance(0.4) && doneOn <= today) return { act: 'finish', doneOn };
  return quarter === running && random.chance(0.4) ? { act: 'start' } : undefined;
}
