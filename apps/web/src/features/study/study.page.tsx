import { getRouteApi, Link } from '@tanstack/react-router';
import { exportStudy, getStudyCampaign, type StudyCampaign, studyCounts } from '@vungmanh/contracts/training/study-campaign';
import { studyCampaignStateLabel, type StudyDeadlines, studyStateLabel, studyTierLabel } from '@vungmanh/contracts/training/study-state';
import { useQueryOf } from '../../api/queries.js';
import { nodesWith, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Totals } from '../../ui/totals.js';
import { DownloadButton } from '../meeting/download-button.js';
import { CampaignActs } from './campaign-acts.js';
import './study.css';
import { lateIn, levelsIn, StudyBars } from './study-bars.js';
import { CountsTable } from './study-counts.js';
import { StudyLevels } from './study-levels.js';
import { campaignTone, dueText, nextStep, paperHeading, paperName } from './study-text.js';

const route = getRouteApi('/app/training/studies/$campaignId');

const deadlineColumns: readonly Column<StudyDeadlines>[] = [
  { key: 'tier', header: 'Cấp', phone: 'title', cell: (d) => studyTierLabel[d.tier] },
  { key: 'study', header: 'Học tập, quán triệt xong', nowrap: true, cell: (d) => showDate(d.studyBy) },
  { key: 'program', header: 'Ban hành chương trình, kế hoạch', nowrap: true, cell: (d) => showDate(d.programBy) },
  { key: 'review', header: 'Sơ kết, tổng kết', nowrap: true, cell: (d) => showDate(d.reviewBy) },
];

function Own({ own }: { own: NonNullable<StudyCampaign['own']> }) {
  return (
    <Note
      tone={own.late ? 'warning' : own.state === 'REVIEWED' ? 'done' : 'info'}
      title={`Tổ chức mình: ${studyStateLabel[own.state].toLowerCase()}`}
      actions={
        <Link to="/training/study-levels/$levelId" params={{ levelId: own.levelId }} className={buttonClass({ look: 'primary' })}>
          Mở phần của tổ chức mình
        </Link>
      }
    >
      {own.state !== 'REVIEWED' && (
        <p>
          Bước tiếp theo: {nextStep[own.state].toLowerCase()}, {dueText(own)}.
        </p>
      )}
    </Note>
  );
}

function Amendments({ amendments }: Pick<StudyCampaign, 'amendments'>) {
  if (amendments.length === 0) return null;
  return (
    <Card title="Các lần điều chỉnh">
      <ul className="stack tight">
        {amendments.map(({ number, madeOn, because, before }) => (
          <li key={number}>
            <span className="strong">
              Lần {number}, ngày {showDate(madeOn)}
            </span>
            : {because}
            <span className="soft small study-before">
              Trước đó, hạn học tập: {before.deadlines.map((d) => `${studyTierLabel[d.tier]} ${showDate(d.studyBy)}`).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Progress({ campaign, nodeId }: { campaign: StudyCampaign; nodeId: string }) {
  const navigate = route.useNavigate();
  const home = useHome();
  const counts = useQueryOf(studyCounts, { campaignId: campaign.id, nodeId });
  const [top, ...below] = counts.data?.items ?? [];
  if (!top) return counts.error ? <ProblemNote problem={counts.error} onRetry={() => void counts.refetch()} /> : <Skeleton lines={8} />;
  const open = (to: string | undefined) => void navigate({ search: { node: to } });
  const withLevels = below.filter((row) => levelsIn(row.figures) > 0);
  return (
    <>
      <div className="row apart">
        <h2>{top.name}</h2>
        <div className="row no-print">
          {nodeId !== home && (
            <Button size="small" icon="left" onClick={() => open(home)}>
              Về đầu
            </Button>
          )}
          <DownloadButton operation={exportStudy} input={{ campaignId: campaign.id, nodeId }} name={paperName(campaign.paper)}>
            Xuất Excel
          </DownloadButton>
        </div>
      </div>
      <Totals
        label="Tình hình chung"
        items={[
          { label: 'Đã sơ kết, tổng kết', value: showCount(levelsIn(top.figures, 'REVIEWED')), of: levelsIn(top.figures) },
          { label: 'Quá hạn', value: showCount(lateIn(top.figures)), ...(lateIn(top.figures) > 0 && { tone: 'red' as const }) },
          { label: 'Lượt dự học', value: showCount(top.attended), of: top.expected },
          { label: 'Bài thu hoạch', value: showCount(top.essays) },
        ]}
      />
      <Card title="Từng cấp đang ở bước nào">
        <StudyBars figures={top.figures} />
      </Card>
      {withLevels.length > 0 && (
        <Card title="Tổ chức trực thuộc" flush>
          <CountsTable rows={withLevels} onOpen={open} />
        </Card>
      )}
      <StudyLevels key={nodeId} campaignId={campaign.id} nodeId={nodeId} />
    </>
  );
}

/** The organization for which the person works here. */
const useHome = (): string | undefined => nodesWith(useSession(), 'training:read')[0];

/** One paper that is studied at every level: what is asked, who stands where, who is late. */
export function StudyPage() {
  const { campaignId } = route.useParams();
  const home = useHome();
  const { node: nodeId = home } = route.useSearch();
  const asked = { campaignId, nodeId: nodeId ?? '' };
  const found = useQueryOf(getStudyCampaign, asked, { when: nodeId !== undefined });
  const counts = useQueryOf(studyCounts, asked, { when: found.data !== undefined && found.data.state !== 'DRAFT' });
  const figures = counts.data?.items[0]?.figures ?? [];
  const campaign = found.data;
  return (
    <Page
      title={campaign ? paperName(campaign.paper) : 'Học tập, quán triệt văn bản'}
      about={
        campaign && (
          <>
            {paperHeading(campaign.paper)} <Badge tone={campaignTone[campaign.state]}>{studyCampaignStateLabel[campaign.state]}</Badge>
          </>
        )
      }
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'studies' }}>
              Học tập nghị quyết
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {!campaign || nodeId === undefined ? (
        !found.error && <Skeleton lines={8} />
      ) : (
        <div className="stack loose">
          <CampaignActs campaign={campaign} unfinished={levelsIn(figures) - levelsIn(figures, 'REVIEWED')} />
          {campaign.own && !campaign.own.ended && nodeId === home && <Own own={campaign.own} />}
          <Card title="Yêu cầu và thời hạn">
            <div className="stack">
              <Facts
                items={[
                  ['Nơi triển khai', campaign.nodeName],
                  ['Triển khai ngày', campaign.cascadedOn && showDate(campaign.cascadedOn)],
                  ['Yêu cầu', campaign.requirement],
                  ['Kết luận tổng kết', campaign.conclusion],
                  ['Kết thúc ngày', campaign.closedOn && showDate(campaign.closedOn)],
                  [campaign.state === 'CANCELLED' ? 'Lý do hủy' : 'Lý do kết thúc khi chưa đủ', campaign.endedBecause],
                ]}
              />
              <DataTable caption="Hạn của từng cấp" columns={deadlineColumns} rows={campaign.deadlines} rowKey={(d) => d.tier} />
            </div>
          </Card>
          {campaign.state !== 'DRAFT' && <Progress campaign={campaign} nodeId={nodeId} />}
          <Amendments amendments={campaign.amendments} />
        </div>
      )}
    </Page>
  );
}
