import type { Person } from '../person.js';
import type { Cast } from './cast.js';
import { juryRound } from './contest-things.js';
import type { Thing } from './oracle.js';
import type { People } from './people.js';
import type { Places } from './places.js';
import { practicesOf } from './question-things.js';
import { sittingOf } from './quiz-things.js';

type Kind = 'practice' | 'spent-practice' | 'given-quiz' | 'attempt' | 'jury-round';
type Put = (kind: Kind, label: 'cell' | 'commune', thing: Omit<Thing, 'label' | 'nodeId'>) => void;

/** What is one person's own: practice, a test that was given to them with their paper, and a jury that they sit on. */
export async function makeOwnPapers(
  { officer, keeper }: { officer: Person; keeper: Person },
  { places: { nodes }, people, cast }: { places: Places; people: People; cast: Cast },
  { fieldId, contestId }: { fieldId: string; contestId: string },
  put: Put,
): Promise<void> {
  const { username = '', person = '' } = cast.player('CELL_SECRETARY-cell');
  const alone = { people: [person] };
  const { practiceId, spentId } = await practicesOf(username, fieldId);
  put('practice', 'cell', { fields: { practiceId }, ...alone });
  put('spent-practice', 'cell', { fields: { practiceId: spentId }, ...alone });
  const { quizId, attemptId } = await sittingOf({ officer, secretary: keeper, username }, nodes, person, fieldId);
  put('given-quiz', 'commune', { fields: { quizId }, ...alone });
  put('attempt', 'commune', { fields: { attemptId }, ...alone });
  const entrant = people.of.cell.findLast((id) => id !== person) ?? '';
  const judged = await juryRound({ officer, secretary: keeper }, contestId, nodes, { juror: person, entrant });
  put('jury-round', 'commune', { fields: judged, ...alone });
}
