import { myResolution } from '@vungmanh/contracts/meetings/resolution';
import { useQueryOf } from '../../api/queries.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { ResolutionView } from '../resolution/resolution-view.js';

/** What the meeting resolved, under the notice of a member who was called to it; nothing where it resolved nothing. */
export function PublishedResolution({ meetingId }: { meetingId: string }) {
  const { data, error, refetch } = useQueryOf(myResolution, { meetingId });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  if (!data.resolution) return null;
  const names = new Map(data.people.map((p) => [p.id, p.name]));
  return (
    <section className="stack">
      <h2>Nghị quyết đã công bố</h2>
      <ResolutionView resolution={data.resolution} nameOf={(id) => names.get(id) ?? ''} />
    </section>
  );
}
