import { type Member, sexLabel } from '@vungmanh/contracts/membership/member';
import { useState } from 'react';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { EndPeriodForm, endingWords } from './end-period-form.js';
import { RecordTimeline } from './record-timeline.js';
import { remarksOf, statusShort, statusTone } from './status.js';
import { type TimelineEntry, timelineOf } from './timeline.js';
import './member.css';

const day = (date: string | undefined): string | undefined => date && showDate(date);

/** Everything of one record on one page: the facts at the left, the years at the right. */
export function MemberRecord({ member, editable }: { member: Member; editable: boolean }) {
  const [ending, setEnding] = useState<TimelineEntry>();
  const close = () => setEnding(undefined);
  return (
    <div className="record">
      <div className="stack">
        <Card title="Đảng tịch">
          <div className="stack">
            <div className="row">
              <Badge tone={statusTone[member.status]}>{statusShort[member.status]}</Badge>
              {remarksOf(member).map((remark) => (
                <Badge key={remark} tone="wait">
                  {remark}
                </Badge>
              ))}
            </div>
            <Facts
              items={[
                ['Chi bộ sinh hoạt', member.nodeName],
                ['Số thẻ đảng viên', member.cardNumber],
                ['Ngày kết nạp', day(member.admittedOn)],
                ['Ngày chính thức', day(member.officialOn)],
                ['Chi bộ nơi cư trú', member.residenceNote],
              ]}
            />
          </div>
        </Card>
        <Card title="Thông tin cá nhân">
          <Facts
            items={[
              ['Họ và tên', member.name],
              ['Ngày sinh', day(member.birthDate) ?? member.birthYear],
              ['Giới tính', member.sex && sexLabel[member.sex]],
              ['Số căn cước', member.citizenNumber],
              ['Điện thoại', member.phone],
              ['Quê quán', member.homeTown],
            ]}
          />
        </Card>
        <p className="soft small">Mỗi lần mở hồ sơ đều được ghi lại.</p>
      </div>
      <Card title="Quá trình">
        <RecordTimeline entries={timelineOf(member, today())} onEnd={editable ? setEnding : undefined} />
      </Card>
      <Dialog open={ending !== undefined} title={ending?.ending ? endingWords[ending.ending.noun].title : ''} onClose={close}>
        {ending?.ending && <EndPeriodForm member={member} entry={ending} ending={ending.ending} onClose={close} />}
      </Dialog>
    </div>
  );
}
