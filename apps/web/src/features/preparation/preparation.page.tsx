import { getRouteApi, Link } from '@tanstack/react-router';
import {
  getPreparation,
  type Preparation,
  preparationActLabel,
  preparationAspectLabel,
  preparationPostLabel,
  preparationVerdictLabel,
} from '@vungmanh/contracts/training/preparation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Approve, Renew, TakeOut } from './preparation-forms.js';
import { stateText, stateTone, verdictTone } from './preparation-text.js';

const route = getRouteApi('/app/training/preparations/$preparationId');

type Act = 'approve' | 'renew' | 'takeOut';
const forms = { approve: Approve, renew: Renew, takeOut: TakeOut } as const;
const titles: Record<Act, string> = { approve: 'Ghi quyết định phê duyệt', renew: 'Kéo dài thời hạn quy hoạch', takeOut: 'Đưa ra khỏi quy hoạch' };
const actsOf = ({ state }: Preparation): readonly Act[] =>
  state === 'PROPOSED' ? ['approve', 'takeOut'] : state === 'APPROVED' ? ['renew', 'takeOut'] : [];

function Checks({ checks }: Pick<Preparation, 'checks'>) {
  return (
    <Card title="Đã có và còn thiếu" flush>
      <DataTable
        caption="Điều kiện, theo từng quy định"
        rows={checks}
        rowKey={(check) => check.aspect}
        columns={[
          { key: 'aspect', header: 'Điều kiện', phone: 'title', cell: (check) => preparationAspectLabel[check.aspect] },
          { key: 'has', header: 'Theo hồ sơ', cell: (check) => check.has },
          {
            key: 'rule',
            header: 'Quy định',
            cell: (check) =>
              check.says !== undefined && (
                <>
                  {check.says} <span className="soft small">({check.source})</span>
                </>
              ),
          },
          {
            key: 'verdict',
            header: 'Nhận xét',
            phone: 'mark',
            cell: (check) => <Badge tone={verdictTone[check.verdict]}>{preparationVerdictLabel[check.verdict]}</Badge>,
          },
        ]}
      />
    </Card>
  );
}

function Steps({ steps }: Pick<Preparation, 'steps'>) {
  return (
    <Card title="Quá trình">
      <ul className="class-list">
        {steps.map((step, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps are only ever added behind
          <li key={i}>
            <span className="strong">{preparationActLabel[step.act]}</span>{' '}
            <span>
              {showDate(step.on)}
              {step.decision !== undefined && `, ${step.decision}`}
              {step.to !== undefined && `, đến ngày ${showDate(step.to)}`}
            </span>
            {step.because !== undefined && <span className="small">{step.because}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One person who is being prepared: what they have and lack by each rule, and by which decisions they came and go. */
export function PreparationPage() {
  const { preparationId } = route.useParams();
  const [act, setAct] = useState<Act>();
  // Every reading is on record: coming back to the window must not count as another one.
  const {
    data: entry,
    error,
    refetch,
  } = useQuery({ ...ask(getPreparation, { preparationId }), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const close = () => setAct(undefined);
  const Act = act && forms[act];
  return (
    <Page
      title={entry?.personName ?? 'Quy hoạch'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'pool' }}>
              Quy hoạch
            </Link>,
          ]}
        </Crumbs>
      }
      about={entry && <Badge tone={stateTone(entry)}>{stateText(entry)}</Badge>}
      actions={
        entry &&
        actsOf(entry).map((one) => (
          <Button key={one} look={one === 'takeOut' ? 'danger' : 'primary'} onClick={() => setAct(one)}>
            {titles[one]}
          </Button>
        ))
      }
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!entry && !error && <Skeleton lines={8} />}
      {entry && (
        <div className="stack loose">
          <Card title="Quy hoạch">
            <Facts
              items={[
                ['Chức vụ', `${preparationPostLabel[entry.post]}, ${entry.bodyName}`],
                ['Nhiệm kỳ', entry.term],
                ['Thời hạn', `${showDate(entry.from)} – ${showDate(entry.to)}`],
                ['Chi bộ', entry.cellName],
                ['Nơi giới thiệu', entry.proposedBy],
              ]}
            />
          </Card>
          <Checks checks={entry.checks} />
          <Steps steps={entry.steps} />
        </div>
      )}
      <Dialog open={act !== undefined} title={act ? titles[act] : ''} onClose={close}>
        {entry && Act && <Act entry={entry} onClose={close} />}
      </Dialog>
    </Page>
  );
}
