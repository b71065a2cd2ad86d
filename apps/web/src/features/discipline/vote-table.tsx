import { type DisciplineForm, disciplineFormLabel, type DisciplineSubject, type Inspector } from '@vungmanh/contracts/inspection/kind';
import { type DisciplineResult, disciplineForms, disciplineVote } from '@vungmanh/regulations/discipline-vote';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { DataTable } from '../../ui/data-table.js';

export interface ShownBallot extends RuleContext {
  readonly subject: DisciplineSubject;
  readonly actor: Inspector;
  readonly votes: Partial<Record<DisciplineForm, number>>;
  readonly voters: number;
  readonly on: string;
}

/** What the ballot comes to by the rule; undefined where the counts cannot be, or no rule was in force. */
export function outcome({ subject, actor, votes, voters, on, ...rules }: ShownBallot): DisciplineResult | undefined {
  const cast = Object.values(votes).reduce((sum, n) => sum + n, 0);
  if (cast > voters) return undefined;
  return disciplineVote({ subject, votes, voters, expulsion: actor === 'CELL' ? 'PROPOSED' : 'DECIDED' }, on, rules);
}

/** From the heaviest form down: its votes, and with all heavier ones, as the rule adds them. */
export function VoteTable({ ballot, none }: { ballot: ShownBallot; none?: number }) {
  const result = outcome(ballot);
  const forms = disciplineForms(ballot.subject, ballot.on).toReversed();
  const rows = forms.map((form) => ({ form, votes: ballot.votes[form] ?? 0, step: result?.steps.find((step) => step.form === form) }));
  return (
    <DataTable
      caption="Số phiếu từng hình thức, cộng dồn từ hình thức cao nhất"
      rows={rows}
      rowKey={(row) => row.form}
      rowTone={(row) => (row.step?.passed ? 'current' : undefined)}
      columns={[
        { key: 'form', header: 'Hình thức', phone: 'title', cell: (row) => disciplineFormLabel[row.form] },
        { key: 'votes', header: 'Số phiếu', align: 'end', cell: (row) => row.votes },
        { key: 'sum', header: 'Cộng dồn', align: 'end', cell: (row) => row.step?.sum ?? '–' },
        { key: 'needed', header: 'Cần', align: 'end', cell: (row) => (row.step ? `${row.step.needed}/${ballot.voters}` : '–') },
      ]}
      {...(none === undefined ? {} : { foot: ['Không kỷ luật', none, '', ''] })}
    />
  );
}
