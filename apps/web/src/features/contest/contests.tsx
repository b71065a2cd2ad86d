import { Link, useNavigate } from '@tanstack/react-router';
import { type ContestLine, listContests, listRounds, type RoundLine, roundLevelLabel, roundStateLabel } from '@vungmanh/contracts/training/contest';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { Unit } from '../plan/units.js';
import { NewContest, NewRound } from './contest-form.js';
import { roundTone } from './contest-text.js';
import './contest.css';
import { Enter } from './enter.js';

function Round({ round, nodeId }: { round: RoundLine & { held: boolean }; nodeId: string }) {
  const session = useSession();
  const [entering, setEntering] = useState(false);
  const mayEnter = round.state === 'ENTERING' && may(session, 'training:nominate', nodeId);
  return (
    <li>
      <span className="row apart">
        {round.held && may(session, 'training:conduct', nodeId) ? (
          <Link to="/training/rounds/$roundId" params={{ roundId: round.id }} className="strong">
            {round.title}
          </Link>
        ) : (
          <span className="strong">{round.title}</span>
        )}
        <Badge tone={roundTone(round.state)}>{roundStateLabel[round.state]}</Badge>
      </span>
      <span className="small soft">
        {roundLevelLabel[round.level]} · {round.nodeName} · {showDate(round.heldOn)} · {round.place}
      </span>
      {mayEnter && (
        <span>
          <Button size="small" onClick={() => setEntering(true)}>
            Cử người dự thi
          </Button>
        </span>
      )}
      <Dialog open={entering} title="Cử người dự thi" onClose={() => setEntering(false)}>
        <Enter roundId={round.id} nodeId={nodeId} onClose={() => setEntering(false)} />
      </Dialog>
    </li>
  );
}

function Contest({ contest, nodeId }: { contest: ContestLine; nodeId: string }) {
  const session = useSession();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const rounds = useListOf(listRounds, { contestId: contest.id, nodeId, limit: 20 });
  const total = contest.criteria.reduce((sum, one) => sum + one.max, 0);
  return (
    <Card title={contest.title} aside={may(session, 'training:conduct', nodeId) && <Button onClick={() => setAdding(true)}>Lập vòng thi</Button>}>
      <div className="stack">
        <p className="small soft">
          {contest.nodeName} · {contest.ground} · thang điểm {total}: {contest.criteria.map((one) => `${one.label} ${one.max}`).join(', ')}
        </p>
        <ProblemNote problem={rounds.problem} onRetry={rounds.reload} />
        {rounds.loading ? (
          <Skeleton lines={2} />
        ) : rounds.rows.length === 0 ? (
          <p>Chưa có vòng thi nào.</p>
        ) : (
          <ul className="round-list">
            {rounds.rows.map((round) => (
              <Round key={round.id} round={round} nodeId={nodeId} />
            ))}
          </ul>
        )}
        <MoreButton {...rounds} />
      </div>
      <Dialog open={adding} title="Lập vòng thi" onClose={() => setAdding(false)}>
        <NewRound
          contestId={contest.id}
          nodeId={nodeId}
          onClose={() => setAdding(false)}
          onAdded={(roundId) => void navigate({ to: '/training/rounds/$roundId', params: { roundId } })}
        />
      </Dialog>
    </Card>
  );
}

/** Contests with their rounds: those one holds, and those above that take one's people. */
export function Contests({ unit: { nodeId } }: { unit: Unit }) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const list = useListOf(listContests, { nodeId, limit: 10 });
  return (
    <div className="stack loose">
      {may(session, 'training:conduct', nodeId) && (
        <div className="row no-print">
          <Button icon="plus" onClick={() => setAdding(true)}>
            Lập hội thi
          </Button>
        </div>
      )}
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={5} />
      ) : list.rows.length === 0 ? (
        !list.problem && <EmptyState icon="training" title="Chưa có hội thi nào" />
      ) : (
        list.rows.map((contest) => <Contest key={contest.id} contest={contest} nodeId={nodeId} />)
      )}
      <MoreButton {...list} />
      <Dialog open={adding} title="Lập hội thi" onClose={() => setAdding(false)}>
        <NewContest nodeId={nodeId} onClose={() => setAdding(false)} />
      </Dialog>
    </div>
  );
}
