import {
  PreparationAspect,
  preparationAspectLabel,
  preparationPostLabel,
  preparationStateLabel,
  preparationVerdictLabel,
  type Preparation,
} from '@vungmanh/contracts/training/preparation';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });
const day = (header: string): SheetColumn => ({ header, width: 14, kind: 'date' });

const columns: readonly SheetColumn[] = [
  { header: 'TT', width: 6, kind: 'number' },
  text('Họ và tên', 28),
  text('Chi bộ', 36),
  text('Chức vụ quy hoạch', 20),
  text('Cấp ủy', 36),
  text('Nhiệm kỳ', 14),
  day('Từ ngày'),
  day('Đến ngày'),
  text('Nơi giới thiệu', 30),
  text('Trạng thái', 24),
  text('Văn bản gần nhất', 24),
  ...PreparationAspect.options.map((aspect) => text(preparationAspectLabel[aspect], 36)),
];

/** By given name, as a list is read aloud; nothing in it is an order of merit. */
export const preparationsSheet = (rows: AsyncIterable<Preparation>): SheetToWrite => ({ name: 'Quy hoạch', columns, rows: lines(rows) });

async function* lines(rows: AsyncIterable<Preparation>): AsyncIterable<SheetValue[]> {
  let i = 0;
  for await (const p of rows) {
    i += 1;
    const state = p.expired ? 'Hết thời hạn' : preparationStateLabel[p.state];
    const checks = PreparationAspect.options.map((aspect) => {
      const found = p.checks.find((check) => check.aspect === aspect);
      return found && `${preparationVerdictLabel[found.verdict]}: ${found.has}`;
    });
    const decision = p.steps.findLast((step) => step.decision !== undefined)?.decision;
    yield [i, p.personName, p.cellName, preparationPostLabel[p.post], p.bodyName, p.term, p.from, p.to, p.proposedBy, state, decision, ...checks];
  }
}
