import { type Candidate, listCandidates } from '@vungmanh/contracts/inspection/candidate';
import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { conflictReasonLabel } from '@vungmanh/contracts/inspection/plan-line';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { CheckField } from '../../ui/choice-field.js';
import { Badge } from '../../ui/badge.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { SearchField } from '../../ui/text-field.js';
import { useSettled } from '../../ui/use-settled.js';
import { inQuarter, kindShort } from './inspection-text.js';

interface CandidatesProps {
  readonly program: Program;
  readonly subject: SubjectKind;
  readonly quarter: number;
  readonly leaderId: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const MOST = 200;

/** What there is to know before one chooses, in a few words each. */
function Help({ of: c }: { of: Candidate }) {
  return (
    <span className="candidate-help soft">
      <span>{c.last ? `gần nhất: ${kindShort[c.last.kind]}, ${inQuarter(c.last.quarter)}/${c.last.year}` : 'chưa từng được kiểm tra, giám sát'}</span>
      {c.doneInTerm > 0 && <span>nhiệm kỳ này: {c.doneInTerm} cuộc đã xong</span>}
      {c.planned + c.done > 0 && (
        <span>
          trong năm: {c.done} đã xong, {c.planned} theo kế hoạch
        </span>
      )}
      {c.here.length > 0 && <span>chương trình này: {c.here.map((h) => `${inQuarter(h.quarter)} ${kindShort[h.kind]}`).join('; ')}</span>}
      {c.openFindings > 0 && <Badge tone="wait">Còn {c.openFindings} khuyết điểm chưa khắc phục</Badge>}
      {c.recommendationsOpen && <Badge tone="wait">Còn kiến nghị sau kiểm tra chưa xong</Badge>}
      {c.sensitive !== undefined && <Badge tone="wait">Lĩnh vực nhạy cảm: {c.sensitive}</Badge>}
      {c.clashes.map((x, i) => (
        <Badge key={i} tone="wait">
          Trùng quý: {x.by ?? 'cơ quan khác'}
          {x.kind && `, ${kindShort[x.kind]}`}
        </Badge>
      ))}
      {c.managedBy !== undefined && <Badge>Diện {c.managedBy} quản lý</Badge>}
      {c.conflict && <Badge tone="late">Trưởng đoàn {conflictReasonLabel[c.conflict]}</Badge>}
    </span>
  );
}

/** Whom to take up, with what helps to choose; at most 200 at once. */
export function Candidates({ program, subject, quarter, leaderId, chosen, onChange }: CandidatesProps) {
  const [typed, setTyped] = useState('');
  const [never, setNever] = useState(false);
  const search = useSettled(typed.trim());
  const list = useListOf(listCandidates, {
    programId: program.id,
    subject,
    quarter,
    never: String(never),
    limit: 50,
    ...(search === '' ? {} : { search }),
    ...(leaderId === undefined ? {} : { leaderId }),
  });
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on && next.size < MOST) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <div className="stack">
      <SearchField label="Tìm đối tượng" placeholder="Gõ một phần tên" value={typed} onChange={setTyped} />
      <CheckField label="Chỉ những đối tượng chưa từng được kiểm tra, giám sát" checked={never} onChange={setNever} />
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={5} />
      ) : list.rows.length === 0 ? (
        <p className="soft">Không có đối tượng nào như vậy.</p>
      ) : (
        <ul className="candidates" aria-label="Đối tượng có thể chọn">
          {list.rows.map((c) => (
            <li key={c.subjectId}>
              <CheckField
                label={
                  <>
                    <span className="strong">{c.name}</span> <span className="soft small">{c.placeName}</span>
                  </>
                }
                checked={chosen.has(c.subjectId)}
                onChange={(on) => toggle(c.subjectId, on)}
              />
              <Help of={c} />
            </li>
          ))}
        </ul>
      )}
      <MoreButton {...list} />
    </div>
  );
}
