import { getRouteApi, Link } from '@tanstack/react-router';
import { getCase, type InspectionCase } from '@vungmanh/contracts/inspection/case';
import { caseStateLabel, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { Tabs } from '../../ui/tabs.js';
import { actorText } from '../inspection/inspection-text.js';
import '../meeting/meeting.css';
import { AccessTab } from './access-tab.js';
import { CaseActs } from './case-acts.js';
import { caseSteps, caseTone, stepOf } from './case-text.js';
import { CourseTab } from './course-tab.js';
import './inspection-case.css';
import { LinksCard } from './links-card.js';
import { PapersCard } from './papers-card.js';
import { RecordTab } from './record-tab.js';
import { Recommendations } from './recommendations.js';
import { MinutesCard, Statements } from './words.js';

const route = getRouteApi('/app/inspection/cases/$caseId');

function About({ of }: { of: InspectionCase }) {
  return (
    <>
      <span>{actorText(of.actor, of.nodeName)}</span>
      <span className="row">
        <Badge tone={caseTone[of.state]}>{caseStateLabel[of.state]}</Badge>
        {of.overdue && of.dueOn !== undefined && <Badge tone="late">Quá hạn từ {showDate(of.dueOn)}</Badge>}
      </span>
    </>
  );
}

function ResultTab({ of }: { of: InspectionCase }) {
  return (
    <div className="stack loose">
      <Card title="Ý kiến của đối tượng">
        {of.statements.length === 0 ? <p className="soft">Đối tượng chưa nêu ý kiến trên phần mềm.</p> : <Statements statements={of.statements} />}
      </Card>
      {of.minutes && <MinutesCard minutes={of.minutes} />}
      {of.report && (
        <Card title="Báo cáo kết quả">
          <div className="stack">
            <section className="stack tight">
              <h3>Khái quát quá trình làm việc</h3>
              <p className="pre-line">{of.report.course}</p>
            </section>
            <section className="stack tight">
              <h3>Nhận xét, đánh giá</h3>
              <p className="pre-line">{of.report.assessment}</p>
            </section>
          </div>
        </Card>
      )}
      <Card title="Kết luận">
        {of.conclusion === undefined ? <p className="soft">Chưa kết luận.</p> : <p className="pre-line">{of.conclusion}</p>}
      </Card>
      <Card title="Yêu cầu, kiến nghị sau kết luận">
        {of.recommendations.length === 0 ? <p className="soft">Chưa có kiến nghị.</p> : <Recommendations rows={of.recommendations} />}
      </Card>
    </div>
  );
}

function View({ of }: { of: InspectionCase }) {
  const [view, setView] = useState<'course' | 'record' | 'result' | 'papers' | 'access'>('course');
  const at = stepOf(of.state);
  const notes: Record<string, string | undefined> = {
    prepare: of.decidedOn && `quyết định ${showDate(of.decidedOn)}`,
    'carry-out': of.announcedOn && `triển khai ${showDate(of.announcedOn)}`,
    end: of.concludedOn && `kết luận ${showDate(of.concludedOn)}`,
  };
  const phases = caseSteps.map((s) => ({ ...s, ...(notes[s.key] === undefined ? {} : { note: notes[s.key] ?? '' }) }));
  return (
    <>
      {at !== undefined && <Stepper label="Ba bước của cuộc kiểm tra, giám sát" phases={phases} at={at} />}
      <CaseActs of={of} />
      <LinksCard of={of} />
      <Tabs
        label="Hồ sơ"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'course', label: 'Diễn biến' },
          { value: 'record', label: 'Ghi nhận, tài liệu', count: of.findings.length },
          { value: 'result', label: 'Kết quả, kiến nghị', count: of.recommendations.length },
          { value: 'papers', label: 'Văn bản', count: of.papers.length },
          { value: 'access', label: 'Người được biết' },
        ]}
      >
        {view === 'course' && <CourseTab of={of} />}
        {view === 'record' && <RecordTab of={of} />}
        {view === 'result' && <ResultTab of={of} />}
        {view === 'papers' && <PapersCard caseId={of.id} papers={of.papers} />}
        {view === 'access' && <AccessTab of={of} />}
      </Tabs>
    </>
  );
}

/** The file of one case for who is on its list: its three steps, what was found, the papers, who may know of it, what came of it. */
export function CasePage() {
  const { caseId } = route.useParams();
  const found = useQueryOf(
    getCase,
    { caseId },
    // The register gives numbers a moment after the papers.
    { everySeconds: 2, until: (c) => c.papers.every((p) => !p.awaited) },
  );
  const of = found.data;
  return (
    <Page
      title={of ? `${inspectionKindLabel[of.kind]}: ${of.subjectName}` : 'Hồ sơ kiểm tra, giám sát'}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/inspection/cases">
              Hồ sơ từng cuộc
            </Link>,
          ]}
        </Crumbs>
      }
      about={of && <About of={of} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {of ? <View of={of} /> : !found.error && <Skeleton lines={10} />}
    </Page>
  );
}
