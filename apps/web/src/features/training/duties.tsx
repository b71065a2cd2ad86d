import { getRouteApi } from '@tanstack/react-router';
import { listCourses } from '@vungmanh/contracts/training/course';
import { dutyRollUp, DutySpan, listDuties } from '@vungmanh/contracts/training/duty';
import { useState } from 'react';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { Chips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { RequireDuty } from './duty-forms.js';
import { DutyRollUp } from './duty-roll-up.js';
import { DutyTable } from './duty-table.js';

const route = getRouteApi('/app/training');

const spanLabel: Record<DutySpan, string> = { ALL: 'Tất cả', OVERDUE: 'Quá hạn', SOON: 'Sắp đến hạn', YEAR: 'Hạn trong năm nay' };

interface DutiesProps {
  readonly nodeId: string;
  /** Where the person's work begins: from further below one comes back to it. */
  readonly home: string;
  readonly year: number;
}

/** Who lacks what at and below an organization: in counts, then by name, the earliest deadline first. */
export function Duties({ nodeId, home, year }: DutiesProps) {
  const { course: courseId, span = 'ALL' } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const of = courseId === undefined ? {} : { courseId };
  const courses = useQueryOf(listCourses, {});
  const rollUp = useQueryOf(dutyRollUp, { nodeId, year, ...of });
  const list = useListOf(listDuties, { nodeId, span, ...of });
  const [top, ...below] = rollUp.data?.items ?? [];
  const close = () => setAsking(false);
  return (
    <div className="stack loose">
      <div className="training-filters no-print">
        <SelectField
          label="Lọc theo lớp học"
          optional
          empty="Mọi lớp"
          value={courseId}
          onChange={(next) => void navigate({ search: (now) => ({ ...now, course: next }) })}
          options={(courses.data?.items ?? []).map((c) => ({ value: c.id, label: c.label }))}
        />
      </div>
      <ProblemNote problem={rollUp.error} onRetry={() => void rollUp.refetch()} />
      {top ? <DutyRollUp top={top} below={below} home={home} year={year} /> : !rollUp.error && <Skeleton lines={6} />}
      <div className="row apart no-print">
        <Chips
          required
          label="Hạn học xong"
          value={span}
          onChange={(next) => void navigate({ search: (now) => ({ ...now, span: next }) })}
          options={DutySpan.options.map((value) => ({ value, label: spanLabel[value] }))}
        />
        {may(session, 'training:plan', nodeId) && (
          <Button icon="plus" onClick={() => setAsking(true)}>
            Yêu cầu một đồng chí đi học
          </Button>
        )}
      </div>
      <Card title="Ai còn phải học" flush={list.rows.length > 0}>
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={6} />
        ) : list.rows.length === 0 ? (
          <p className="soft">Không có đồng chí nào trong phạm vi này.</p>
        ) : (
          <DutyTable rows={list.rows} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
        )}
      </Card>
      <Dialog open={asking} title="Yêu cầu một đồng chí đi học" onClose={close}>
        <RequireDuty nodeId={nodeId} onClose={close} />
      </Dialog>
    </div>
  );
}
