import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { disciplineDeliveryLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate, showDue } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';
import { postName } from '../organization/posts.js';
import { bodyText } from './discipline-text.js';

function numberText({ number, numberAwaited, writtenOn }: NonNullable<Discipline['decision']>): string | undefined {
  if (number !== undefined) return number;
  return writtenOn !== undefined && numberAwaited ? 'Đang lấy số văn bản' : undefined;
}

type AppealTerm = NonNullable<Discipline['appeal']>;

function appealTitle({ level, until, open }: AppealTerm): string {
  const what = level > 1 ? `Khiếu nại tiếp, lần ${level}` : 'Khiếu nại';
  if (until === undefined) return level > 1 ? 'Quyền khiếu nại tiếp' : 'Quyền khiếu nại';
  return open ? `${what} đến hết ngày ${showDate(until)} · ${showDue(until)}` : `${what}: đã hết quyền (hạn ${showDate(until)})`;
}

function countedFrom({ level, since }: AppealTerm): string {
  const paper = level > 1 ? 'quyết định giải quyết khiếu nại' : 'quyết định';
  return since === undefined ? `Thời hạn tính từ ngày nhận ${paper}; chưa ghi việc trao. ` : `Đã nhận ${paper} ngày ${showDate(since)}. `;
}

/** The decision, since when it counts, the deadline of its paper, and how long one may appeal. */
export function DecisionCard({ found }: { found: Discipline }) {
  const { proposal, decision, appeal } = found;
  if (proposal === undefined && decision === undefined) return null;
  return (
    <Card title="Quyết định">
      <div className="stack">
        {proposal && decision === undefined && (
          <Note title={`Đã đề nghị ${bodyText(proposal.actor, proposal.nodeName)} quyết định`}>
            <p>
              Hình thức đề nghị: {disciplineFormLabel[proposal.form]}, ngày {showDate(proposal.on)}.
            </p>
          </Note>
        )}
        {decision && (
          <Facts
            items={[
              ['Hình thức', disciplineFormLabel[decision.form]],
              ['Cách chức vụ', decision.dismissedFrom.map((seat) => `${postName(seat.kind, seat.post)}, ${seat.bodyName}`).join('; ') || undefined],
              ['Sau khiếu nại', found.form !== undefined && found.form !== decision.form ? disciplineFormLabel[found.form] : undefined],
              ['Cơ quan quyết định', decision.by],
              ['Ngày quyết định', showDate(decision.on)],
              [
                'Có hiệu lực',
                decision.effectiveOn === undefined
                  ? 'Từ ngày ký văn bản'
                  : `${showDate(decision.effectiveOn)} (${decision.from === 'ANNOUNCEMENT' ? 'từ khi công bố kết quả bỏ phiếu' : 'từ ngày ký'})`,
              ],
              [
                'Hạn ra văn bản',
                decision.writtenOn === undefined && decision.writtenBy
                  ? `${showDate(decision.writtenBy)} · ${showDue(decision.writtenBy)}`
                  : undefined,
              ],
              ['Ngày ký văn bản', decision.writtenOn && showDate(decision.writtenOn)],
              ['Số văn bản', numberText(decision)],
              [
                'Trao quyết định',
                decision.delivered && `${disciplineDeliveryLabel[decision.delivered.how]}, ngày ${showDate(decision.delivered.on)}`,
              ],
            ]}
          />
        )}
        {decision?.writtenOn === undefined && decision?.writtenRule !== undefined && <p className="soft small">{decision.writtenRule}</p>}
        {appeal && (
          <Note title={appealTitle(appeal)}>
            <p>
              {appeal.says} {countedFrom(appeal)}
              {appeal.to !== ''
                ? `${appeal.level > 1 ? 'Khiếu nại tiếp gửi' : 'Gửi trước hết'} đến ${appeal.to}.`
                : 'Cấp tiếp theo là cơ quan Trung ương: gửi khiếu nại bằng văn bản.'}{' '}
              Trong khi chờ giải quyết vẫn phải chấp hành quyết định.
            </p>
          </Note>
        )}
      </div>
    </Card>
  );
}
