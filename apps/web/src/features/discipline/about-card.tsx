import { Link } from '@tanstack/react-router';
import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { disciplineSourceLabel, violationContentLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { disciplineFormLabel, disciplineSubjectLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import { Competence } from './competence.js';

/** What the case is about, and what the body may do about it. */
export function AboutCard({ found }: { found: Discipline }) {
  const { source, contents } = found;
  return (
    <Card title="Vi phạm và thẩm quyền">
      <div className="stack">
        <p className="pre-line">{found.violation}</p>
        <Facts
          items={[
            ['Đối tượng', `${found.name} (${disciplineSubjectLabel[found.subject].toLocaleLowerCase('vi-VN')})`],
            ['Nơi sinh hoạt', found.personId === undefined ? undefined : found.subjectNodeName],
            ['Diện quản lý', found.managedByHigherLevel ? 'Cấp ủy cấp trên quản lý' : undefined],
            ['Nhiệm vụ liên quan', found.assignedBySuperior ? 'Do cấp trên giao' : undefined],
            ['Ngày vi phạm', showDate(found.committedOn)],
            ['Ngày phát hiện', showDate(found.foundOn)],
            ['Mức tương ứng', disciplineFormLabel[found.gravity]],
            ['Loại vi phạm', contents.map((one) => violationContentLabel[one]).join(', ')],
            ['Căn cứ', source && `${disciplineSourceLabel[source.kind]}${source.on === undefined ? '' : `, ngày ${showDate(source.on)}`}`],
          ]}
        />
        {source?.caseId !== undefined && (
          <Link to="/inspection/cases/$caseId" params={{ caseId: source.caseId }}>
            Xem hồ sơ kiểm tra làm căn cứ
          </Link>
        )}
        <details>
          <summary>Thẩm quyền và thời hiệu từng hình thức</summary>
          <Competence forms={found.forms} />
        </details>
      </div>
    </Card>
  );
}
