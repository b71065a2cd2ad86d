import type { DisciplineForm, DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Mark } from './parameter.js';
import { inForce } from './rule-at.js';
import * as s from './source.js';

/** PROPOSES: votes to propose; the competent body decides. MAY_WITH: within the competence of its own level. */
export type DisciplineVerdict = 'MAY' | 'MAY_NOT' | 'PROPOSES' | 'MAY_WITH';

/** One cell of the last column of domain.md §5.2. */
export interface DisciplineRow {
  readonly actor: Inspector;
  /** Absent: every form. */
  readonly forms?: readonly DisciplineForm[];
  /** Absent: every subject. */
  readonly subjects?: readonly DisciplineSubject[];
  /** Absent: whoever manages the member; so too for the next. */
  readonly managedByHigherLevel?: boolean;
  readonly assignedBySuperior?: boolean;
  readonly verdict: DisciplineVerdict;
  readonly says: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  readonly source: string;
  readonly mark: Mark;
}

const qd21 = { validFrom: s.QD21_FROM, source: s.QD21, mark: 'Q' } as const;
const ownLevel = (actor: Inspector): DisciplineRow => ({
  ...qd21,
  actor,
  verdict: 'MAY_WITH',
  says: 'Quyết định kỷ luật theo thẩm quyền của cấp mình; vượt thẩm quyền thì đề nghị cấp trên quyết định.',
});

/** The first row that fits holds, so that an exception stands before its rule. */
export const disciplineCompetences: readonly DisciplineRow[] = [
  {
    ...qd21,
    actor: 'CELL',
    subjects: ['ORGANIZATION'],
    verdict: 'MAY_NOT',
    says: 'Chi bộ không kỷ luật tổ chức đảng. Hãy báo cáo cấp ủy cấp trên trực tiếp.',
  },
  {
    ...qd21,
    actor: 'CELL',
    managedByHigherLevel: true,
    assignedBySuperior: true,
    verdict: 'MAY_NOT',
    says: 'Đảng viên do cấp ủy cấp trên quản lý vi phạm khi thực hiện nhiệm vụ cấp trên giao thì do cấp có thẩm quyền xem xét. Hãy báo cáo bằng văn bản.',
  },
  {
    ...qd21,
    actor: 'CELL',
    forms: ['REPRIMAND', 'WARNING'],
    verdict: 'MAY',
    says: 'Chi bộ quyết định khiển trách, cảnh cáo đảng viên trong chi bộ, kể cả đảng viên do cấp ủy cấp trên quản lý.',
  },
  {
    ...qd21,
    actor: 'CELL',
    forms: ['DISMISSAL', 'EXPULSION'],
    verdict: 'PROPOSES',
    says: 'Chi bộ biểu quyết đề nghị cách chức, khai trừ; cấp có thẩm quyền quyết định.',
  },
  {
    ...qd21,
    actor: 'CELL_COMMITTEE',
    verdict: 'MAY_NOT',
    says: 'Chi ủy không có thẩm quyền kỷ luật. Hãy đưa ra chi bộ biểu quyết.',
  },
  {
    ...qd21,
    actor: 'ADVISORY_ORGAN',
    verdict: 'MAY_NOT',
    says: 'Cơ quan tham mưu, giúp việc không có thẩm quyền kỷ luật. Hãy chuyển hồ sơ đến cấp ủy hoặc ủy ban kiểm tra có thẩm quyền.',
  },
  ownLevel('SECTION_COMMITTEE'),
  ownLevel('GRASSROOTS_COMMITTEE'),
  ownLevel('SUPERIOR_COMMITTEE'),
  ownLevel('INSPECTION_COMMISSION'),
];

/** Whose violation it is; `assignedBySuperior`: committed in a task that a superior body had given. */
export interface Disciplined {
  readonly subject: DisciplineSubject;
  readonly managedByHigherLevel: boolean;
  readonly assignedBySuperior: boolean;
}

/** `disciplineCompetenceAt` over another table: for the rules of another time or place. */
export const disciplineCompetenceIn =
  (rows: readonly DisciplineRow[]) =>
  (actor: Inspector, form: DisciplineForm, of: Disciplined, onDate: CalendarDate): DisciplineRow | undefined =>
    rows.find(
      (row) =>
        row.actor === actor &&
        (row.forms?.includes(form) ?? true) &&
        (row.subjects?.includes(of.subject) ?? true) &&
        (row.managedByHigherLevel ?? of.managedByHigherLevel) === of.managedByHigherLevel &&
        (row.assignedBySuperior ?? of.assignedBySuperior) === of.assignedBySuperior &&
        inForce(row, onDate),
    );

/**
 * What this body may do in this form of discipline on the business date (domain.md §5.2, §5.4), with the sentence for the person and
 * the source. Undefined where nothing was in force. Which forms there are for a subject is `discipline.forms.*`.
 */
export const disciplineCompetenceAt = disciplineCompetenceIn(disciplineCompetences);
