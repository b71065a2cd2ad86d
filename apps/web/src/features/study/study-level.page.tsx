import { getRouteApi, Link } from '@tanstack/react-router';
import { downloadOwnProgram, getStudyLevel, type StudyLevel, type StudySession } from '@vungmanh/contracts/training/study-level';
import { studyAudienceLabel, studyCampaignStateLabel, StudyState, studyStateLabel } from '@vungmanh/contracts/training/study-state';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { DownloadButton } from '../meeting/download-button.js';
import { LevelActs } from './level-acts.js';
import { DropSession } from './session-form.js';
import './study.css';
import { paperHeading, paperName } from './study-text.js';

const route = getRouteApi('/app/training/study-levels/$levelId');
const phases = StudyState.options.map((key) => ({ key, label: studyStateLabel[key] }));

function Sessions({ level }: { level: StudyLevel }) {
  const [dropped, setDropped] = useState<StudySession>();
  const columns: readonly Column<StudySession>[] = [
    { key: 'on', header: 'Ngày', nowrap: true, phone: 'title', cell: (s) => showDate(s.heldOn) },
    { key: 'audience', header: 'Đối tượng', cell: (s) => studyAudienceLabel[s.audience] },
    { key: 'content', header: 'Nội dung, hình thức', cell: (s) => s.content },
    { key: 'attended', header: 'Dự/triệu tập', align: 'end', nowrap: true, cell: (s) => `${showCount(s.attended)}/${showCount(s.expected)}` },
    { key: 'essays', header: 'Bài thu hoạch', align: 'end', cell: (s) => showCount(s.essays) },
    ...(level.may.includes('hold-session')
      ? [
          {
            key: 'drop',
            header: 'Ghi nhầm',
            cell: (s: StudySession) => (
              <Button size="small" look="quiet" aria-label={`Bỏ buổi này, ngày ${showDate(s.heldOn)}`} onClick={() => setDropped(s)}>
                Bỏ buổi này
              </Button>
            ),
          },
        ]
      : []),
  ];
  const sums = ['Cộng', '', '', `${showCount(level.attended)}/${showCount(level.expected)}`, showCount(level.essays)];
  return (
    <Card title="Các buổi học tập, quán triệt" flush={level.held.length > 0}>
      {level.held.length === 0 ? (
        <p className="soft">Chưa ghi buổi nào.</p>
      ) : (
        <DataTable caption="Các buổi học tập" columns={columns} rows={level.held} rowKey={(s) => s.id} foot={sums} />
      )}
      <Dialog open={dropped !== undefined} title="Bỏ buổi ghi nhầm?" onClose={() => setDropped(undefined)}>
        {dropped && <DropSession level={level} session={dropped} onClose={() => setDropped(undefined)} />}
      </Dialog>
    </Card>
  );
}

function Program({ level }: { level: StudyLevel }) {
  const { program } = level;
  return (
    <Card title="Chương trình, kế hoạch của tổ chức">
      {program ? (
        <div className="row apart">
          <span>
            Số {program.number}, ngày {showDate(program.issuedOn)}
            {program.fileName !== undefined && <span className="soft"> · {program.fileName}</span>}
          </span>
          {program.fileName !== undefined && (
            <DownloadButton operation={downloadOwnProgram} input={{ levelId: level.id }} name={program.fileName}>
              Tải văn bản
            </DownloadButton>
          )}
        </div>
      ) : (
        <p className="soft">Chưa ban hành.</p>
      )}
    </Card>
  );
}

function Body({ level }: { level: StudyLevel }) {
  const over = level.endedOn !== undefined || level.campaignState !== 'UNDER_WAY';
  return (
    <div className="stack loose">
      <Stepper label="Các bước thực hiện văn bản" phases={phases} at={level.state} />
      {level.endedOn !== undefined && (
        <Note title={`Tổ chức không còn trong đợt này từ ngày ${showDate(level.endedOn)}`}>
          <p>Những gì đã ghi được giữ lại.</p>
        </Note>
      )}
      {level.campaignState !== 'UNDER_WAY' && <Note title={`Đợt học tập: ${studyCampaignStateLabel[level.campaignState].toLowerCase()}`} />}
      {!over && <LevelActs level={level} />}
      <Card title="Yêu cầu và thời hạn">
        <Facts
          items={[
            ['Nơi triển khai', level.leaderName],
            ['Yêu cầu', level.requirement],
            ['Học tập, quán triệt xong', showDate(level.deadlines.studyBy)],
            ['Ban hành chương trình, kế hoạch', showDate(level.deadlines.programBy)],
            ['Sơ kết, tổng kết', showDate(level.deadlines.reviewBy)],
          ]}
        />
      </Card>
      <Sessions level={level} />
      <Program level={level} />
      {level.review !== undefined && (
        <Card title={`Sơ kết, tổng kết ngày ${showDate(level.reviewedOn ?? '')}`}>
          <p className="prose pre-line">{level.review}</p>
        </Card>
      )}
    </div>
  );
}

/** One organization and one paper: where it stands, what comes next, what it has written. */
export function StudyLevelPage() {
  const { levelId } = route.useParams();
  const level = useQueryOf(getStudyLevel, { levelId });
  return (
    <Page
      title={level.data?.nodeName ?? 'Học tập, quán triệt văn bản'}
      about={level.data && `${paperName(level.data.paper)} ${paperHeading(level.data.paper)}`}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'studies' }}>
              Học tập nghị quyết
            </Link>,
            ...(level.data
              ? [
                  <Link key="one" to="/training/studies/$campaignId" params={{ campaignId: level.data.campaignId }}>
                    {paperName(level.data.paper)}
                  </Link>,
                ]
              : []),
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={level.error} onRetry={() => void level.refetch()} />
      {level.data ? <Body level={level.data} /> : !level.error && <Skeleton lines={8} />}
    </Page>
  );
}
