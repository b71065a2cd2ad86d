import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import { caseStepLabel } from '@vungmanh/contracts/inspection/case-part';
import { showDate, showInstant } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import '../member/member.css';
import { DeviationNote } from '../meeting/deviations.js';

/** What the case is about, by whom and when, and every step that was taken, the latest first. */
export function CourseTab({ of }: { of: InspectionCase }) {
  return (
    <div className="stack loose">
      <Card title="Nội dung cuộc kiểm tra, giám sát">
        <Facts
          items={[
            ['Nội dung', of.content],
            ['Mốc thời gian', `từ ${showDate(of.periodFrom)} đến ${showDate(of.periodTo)}`],
            ['Trưởng đoàn, tổ trưởng', of.leader?.name],
            ['Thành viên', of.team.map((t) => t.name).join(', ')],
            ['Ngày quyết định', of.decidedOn && showDate(of.decidedOn)],
            ['Hạn triển khai', of.announceBy && showDate(of.announceBy)],
            ['Ngày triển khai', of.announcedOn && showDate(of.announcedOn)],
            ['Làm việc', of.workFrom && of.dueOn && `từ ${showDate(of.workFrom)} đến ${showDate(of.dueOn)}`],
            ['Hạn nộp báo cáo tự kiểm tra', of.selfReportBy && showDate(of.selfReportBy)],
            ['Ngày kết luận', of.concludedOn && showDate(of.concludedOn)],
          ]}
        />
      </Card>
      <Card title="Diễn biến">
        <ol className="timeline">
          {of.steps.toReversed().map((s, i) => (
            <li key={`${s.at}${s.kind}`} data-running={i === 0 ? '' : undefined}>
              <span className="soft small">
                {showInstant(s.at)} · {s.byName}
              </span>
              <span className="strong">{caseStepLabel[s.kind]}</span>
              {s.onDay !== undefined && !showInstant(s.at).includes(showDate(s.onDay)) && <span>Ngày {showDate(s.onDay)}</span>}
              {s.note !== undefined && <span>{s.note}</span>}
              {s.deviations.map((d) => (
                <DeviationNote key={d.ruleKey} deviation={d} />
              ))}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
