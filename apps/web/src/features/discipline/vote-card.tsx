import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import { useRules } from '../rules/use-rules.js';
import { formWord } from './discipline-text.js';
import { VoteTable } from './vote-table.js';

/** The counted ballot: counts only, with the sums by which the outcome follows. */
export function VoteCard({ found }: { found: Discipline }) {
  const rules = useRules();
  const { vote, subject, actor } = found;
  if (vote === undefined) return null;
  return (
    <Card title="Kết quả bỏ phiếu kín">
      <div className="stack">
        <Facts
          items={[
            ['Ngày bỏ phiếu', showDate(vote.on)],
            ['Có quyền biểu quyết', vote.voters],
            ['Có mặt', vote.present],
            ['Phiếu phát ra / thu về', `${vote.issued} / ${vote.returned}`],
            ['Phiếu không hợp lệ', vote.invalid],
            ['Số biên bản kiểm phiếu', vote.number],
          ]}
        />
        <VoteTable ballot={{ subject, actor, votes: vote.votes, voters: vote.voters, on: vote.on, ...rules }} none={vote.none} />
        <p>
          Cách tính: <span className="strong">{vote.sums}</span>
        </p>
        <p className="strong">
          {vote.adopted === undefined
            ? 'Không có hình thức nào đủ số phiếu.'
            : `Kết quả: ${disciplineFormLabel[vote.adopted]}${found.proposal ? ` (đề nghị cấp trên ${formWord(vote.adopted)})` : ''}.`}
        </p>
        <p className="soft small">{vote.rule} Chỉ lưu số phiếu, không lưu ai bỏ phiếu thế nào.</p>
      </div>
    </Card>
  );
}
