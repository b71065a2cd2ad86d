import { Link, useNavigate } from '@tanstack/react-router';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { openProgram, programChoices, type ProgramActor } from '@vungmanh/contracts/inspection/program';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { paperName } from './inspection-text.js';

interface Choice {
  readonly actor: ProgramActor;
  readonly programId?: string | undefined;
}

function Open({ actor, nodeId, year }: { actor: ProgramActor; nodeId: string; year: number }) {
  const navigate = useNavigate();
  const command = useCommand(openProgram, {
    onDone: ({ id }) => void navigate({ to: '/inspection/programs/$programId', params: { programId: id } }),
  });
  return (
    <>
      <Button icon="plus" busy={command.isPending} onClick={() => command.mutate({ input: { actor, nodeId, year } })}>
        {`Lập ${paperName(actor).toLowerCase()} năm ${year}`}
      </Button>
      <ProblemNote problem={command.error} />
    </>
  );
}

function Line({ choice: { actor, programId }, unit, year }: { choice: Choice; unit: Unit; year: number }) {
  const session = useSession();
  return (
    <li className="row apart">
      <span className="strong">{inspectorLabel[actor]}</span>
      {programId !== undefined ? (
        <Link to="/inspection/programs/$programId" params={{ programId }} className={buttonClass()}>
          {`Mở ${paperName(actor).toLowerCase()} năm ${year}`}
        </Link>
      ) : may(session, 'inspection:plan', unit.nodeId) ? (
        <Open actor={actor} nodeId={unit.nodeId} year={year} />
      ) : (
        <span className="soft">Chưa lập</span>
      )}
    </li>
  );
}

/** Each body of the organization that draws up a program, with the program or the way to begin it. */
export function ProgramChoices({ unit, year }: { unit: Unit; year: number }) {
  const choices = useQueryOf(programChoices, { nodeId: unit.nodeId, year });
  return (
    <Card title={`Chương trình của tổ chức mình, năm ${year}`}>
      <ProblemNote problem={choices.error} onRetry={() => void choices.refetch()} />
      {!choices.data && !choices.error && <Skeleton lines={3} />}
      {choices.data && (
        <ul className="inspection-list">
          {choices.data.items.map((choice) => (
            <Line key={choice.actor} choice={choice} unit={unit} year={year} />
          ))}
        </ul>
      )}
    </Card>
  );
}
