import type { RollCounts } from '@vungmanh/contracts/attendance';
import { percentText, ratioOf } from '@vungmanh/attendance/ratio';
import { Facts } from '../../ui/card.js';

/** The figures of a roll as the minutes need them. */
export function RollFigures({ counts, denominator, voters }: { counts: RollCounts; denominator: number; voters: number }) {
  const ratio = ratioOf(counts);
  const { present } = counts;
  return (
    <Facts
      items={[
        ['Tổng số đảng viên', `${counts.total} (chính thức ${counts.official}, dự bị ${counts.probationary})`],
        ['Có mặt', `${ratio.present}/${ratio.expected} (${percentText(ratio)})`],
        [
          'Trong đó',
          `chính thức ${present.official}, dự bị ${present.probationary}${present.temporaryHere > 0 ? `, sinh hoạt tạm thời ${present.temporaryHere}` : ''}`,
        ],
        ['Vắng có lý do', counts.absentExcused],
        ['Vắng không có lý do', counts.absentUnexcused],
        ['Được miễn sinh hoạt, không dự', counts.exemptAbsent || undefined],
        ['Đi làm ăn xa, không dự', counts.awayAbsent || undefined],
        ['Sinh hoạt tạm thời nơi khác', counts.sentElsewhere || undefined],
        ['Đến muộn, về sớm', counts.late + counts.leftEarly > 0 ? `${counts.late} đến muộn, ${counts.leftEarly} về sớm` : undefined],
        ['Khách mời', counts.guests || undefined],
        ['Số đảng viên tính biểu quyết', denominator],
        ['Có mặt, được biểu quyết', voters],
      ]}
    />
  );
}
