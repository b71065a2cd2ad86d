import type { Sector } from '@vungmanh/contracts/organization/node-type';
import type { CellRemark, ImportCell, OrganizationColumn, RowState } from '@vungmanh/contracts/organization/import-sheet';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { isCalled, mayStandBelow, typeMeant, type TypeRow } from '../node-type/node-type.rules.js';
import { codeFits } from '../node/node.rules.js';
import { changesOf, type RowFacts, type StandingNode } from './organization-change.rules.js';
import { readSeal, readSector } from './organization-cell.rules.js';
import { cyclesOf } from './cycle.rules.js';

/** A row of the sheet as it was read. */
export interface OrganizationRow {
  row: number;
  cells: Partial<Record<OrganizationColumn, ImportCell>>;
}

/** Against what the sheet is judged. */
export interface Standing {
  today: CalendarDate;
  types: readonly TypeRow[];
  sectors: readonly Sector[];
  /** Everything at and below the organization of the import, by code. */
  nodes: ReadonlyMap<string, StandingNode>;
  /** The organization of the import itself. */
  rootCode: string;
  /** Codes of the sheet that organizations elsewhere have. */
  takenElsewhere: ReadonlySet<string>;
}

export interface CheckedRow {
  row: number;
  state: RowState;
  remarks: CellRemark[];
  /** Absent for a row in error. */
  facts?: RowFacts;
  standing?: StandingNode;
}

const text = (cell: ImportCell | undefined): string => (cell === undefined || cell.kind === 'BROKEN' ? '' : cell.text);
export const codeOf = (row: OrganizationRow): string => text(row.cells.code).toUpperCase().replace(/\s/g, '');
const parentCodeOf = (row: OrganizationRow): string => text(row.cells.parentCode).toUpperCase().replace(/\s/g, '');

/** Judges every row against what stands and against the others. Pure: writes nothing, knows no clock. */
export function checkOrganizations(rows: readonly OrganizationRow[], standing: Standing): CheckedRow[] {
  const byCode = new Map<string, OrganizationRow>();
  for (const row of rows) if (codeOf(row) !== '' && !byCode.has(codeOf(row))) byCode.set(codeOf(row), row);
  const sheet: Sheet = {
    byCode,
    typeOf: new Map(),
    cycles: cyclesOf(new Map([...byCode].map(([code, row]) => [code, standing.nodes.get(code)?.parentCode ?? parentCodeOf(row)]))),
  };
  return rows.map((row) => new RowCheck(row, sheet, standing).result());
}

interface Sheet {
  byCode: ReadonlyMap<string, OrganizationRow>;
  /** Types of rows by code, once known; undefined while a row is being asked, so that a cycle ends. */
  typeOf: Map<string, TypeRow | undefined>;
  /** The circle in which a code stands. */
  cycles: ReadonlyMap<string, readonly string[]>;
}

/** The type of an organization that stands or is in the sheet. */
function typeBehind(code: string, sheet: Sheet, standing: Standing): TypeRow | undefined {
  const node = standing.nodes.get(code);
  if (node) return standing.types.findLast((t) => t.code === node.typeCode);
  const row = sheet.byCode.get(code);
  if (!row) return undefined;
  if (sheet.typeOf.has(code)) return sheet.typeOf.get(code);
  sheet.typeOf.set(code, undefined);
  const parent = typeBehind(parentCodeOf(row), sheet, standing);
  const type = typeMeant(standing.types, text(row.cells.type), standing.today, parent?.code);
  sheet.typeOf.set(code, type);
  return type;
}

class RowCheck {
  private readonly remarks: CellRemark[] = [];
  private readonly code: string;
  private readonly node: StandingNode | undefined;

  constructor(
    private readonly row: OrganizationRow,
    private readonly sheet: Sheet,
    private readonly standing: Standing,
  ) {
    this.code = codeOf(row);
    this.node = standing.nodes.get(this.code);
  }

  result(): CheckedRow {
    for (const [column, cell] of Object.entries(this.row.cells)) if (cell.kind === 'BROKEN') this.remark(column, 'ERROR', cell.text);
    this.checkCode();
    const name = this.name();
    const parentCode = this.checkParent();
    const type = this.checkType(parentCode);
    const sector = this.sector(type);
    const hasSeal = readSeal(text(this.row.cells.hasSeal));
    if (hasSeal === undefined) this.remark('hasSeal', 'ERROR', 'Chỉ ghi "Có" hoặc "Không".');
    const establishedOn = this.establishedOn();
    if (this.remarks.some((r) => r.kind === 'ERROR') || !type) return { row: this.row.row, state: 'ERROR', remarks: this.remarks };
    const facts: RowFacts = {
      code: this.code,
      name,
      typeCode: type.code,
      sector: sector ?? this.node?.sector ?? null,
      hasSeal: hasSeal ?? this.node?.hasSeal ?? null,
      establishedOn: establishedOn ?? this.node?.establishedOn ?? null,
      decisionNumber: text(this.row.cells.decisionNumber).slice(0, 60) || this.node?.decisionNumber || null,
      ...(parentCode === undefined ? {} : { parentCode }),
    };
    if (!this.node) return { row: this.row.row, state: 'NEW', remarks: this.remarks, facts };
    const changes = changesOf(this.node, facts, this.standing.sectors);
    const state = changes.length > 0 ? 'CHANGED' : 'UNCHANGED';
    return { row: this.row.row, state, remarks: [...this.remarks, ...changes], facts, standing: this.node };
  }

  private checkCode(): void {
    const cell = this.row.cells.code;
    if (cell?.kind === 'BROKEN') return;
    if (this.code === '') return this.remark('code', 'ERROR', 'Chưa nhập mã tổ chức đảng.');
    const other = this.sheet.byCode.get(this.code);
    if (other && other !== this.row) this.remark('code', 'ERROR', `Mã ${this.code} đã có ở dòng ${other.row}. Mỗi tổ chức chỉ được một dòng.`);
    if (this.standing.takenElsewhere.has(this.code)) {
      this.remark('code', 'ERROR', `Mã ${this.code} đang dùng cho một tổ chức ngoài phạm vi nhập.`);
    }
    if (cell?.kind === 'NUMBER' && !this.node) this.remark('code', 'WARNING', 'Ô mã là ô số, có thể đã mất số 0 ở đầu. Hãy kiểm tra lại mã.');
  }

  private name(): string {
    const name = text(this.row.cells.name);
    if (this.row.cells.name?.kind === 'BROKEN') return name;
    if (name === '') this.remark('name', 'ERROR', 'Chưa nhập tên tổ chức đảng.');
    else if (name.length > 200) this.remark('name', 'ERROR', 'Tên dài quá 200 ký tự.');
    return name;
  }

  /** The code of the parent that the row will have; undefined for the organization of the import itself. */
  private checkParent(): string | undefined {
    const written = parentCodeOf(this.row);
    if (this.row.cells.parentCode?.kind === 'BROKEN') return undefined;
    if (this.node) {
      if (written !== '' && this.code !== this.standing.rootCode && written !== this.node.parentCode) {
        this.remark(
          'parentCode',
          'ERROR',
          `Tổ chức này đang trực thuộc tổ chức có mã ${this.node.parentCode ?? ''}. Không chuyển tổ chức sang cấp trên khác bằng tệp.`,
        );
      }
      return this.node.parentCode ?? undefined;
    }
    if (written === '') {
      this.remark('parentCode', 'ERROR', 'Chưa nhập mã tổ chức cấp trên.');
      return undefined;
    }
    const circle = this.sheet.cycles.get(this.code);
    if (written === this.code) this.remark('parentCode', 'ERROR', 'Tổ chức không thể là cấp trên của chính mình.');
    else if (circle) this.remark('parentCode', 'ERROR', `Các tổ chức này là cấp trên vòng tròn của nhau: ${circle.join(' → ')}.`);
    else if (!this.standing.nodes.has(written) && !this.sheet.byCode.has(written)) {
      this.remark('parentCode', 'ERROR', `Không có tổ chức mã ${written} trong tệp và trong phạm vi được nhập.`);
    }
    return written;
  }

  private checkType(parentCode: string | undefined): TypeRow | undefined {
    const cell = this.row.cells.type;
    if (cell?.kind === 'BROKEN') return undefined;
    const written = text(cell);
    if (written === '') {
      this.remark('type', 'ERROR', 'Chưa nhập loại hình tổ chức.');
      return undefined;
    }
    const parent = parentCode === undefined ? undefined : typeBehind(parentCode, this.sheet, this.standing);
    const stands = this.node && isCalled(this.standing.types, this.node.typeCode, written);
    const type = stands
      ? typeBehind(this.code, this.sheet, this.standing)
      : typeMeant(this.standing.types, written, this.standing.today, parent?.code);
    if (!type) {
      this.remark('type', 'ERROR', `Không có loại hình "${written}". Hãy ghi một trong các loại hình của danh mục.`);
    } else if (this.node && type.code !== this.node.typeCode) {
      this.remark('type', 'ERROR', 'Loại hình khác với loại hình đang có. Không đổi loại hình bằng tệp.');
    } else if (!this.node && parent && !mayStandBelow(type, parent.code)) {
      this.remark('type', 'ERROR', `${type.label} không được lập trực thuộc ${parent.label.toLowerCase()}.`);
    }
    if (type && this.code !== '' && !codeFits(type, this.code)) {
      this.remark('code', 'ERROR', 'Mã chưa đúng dạng. Hãy ghi các nhóm chữ số cách nhau bằng dấu chấm, ví dụ 38.168.053.000.001.');
    }
    return type;
  }

  private sector(type: TypeRow | undefined): string | undefined {
    const written = text(this.row.cells.sector);
    const sector = readSector(written, this.standing.sectors);
    if (written !== '' && sector === undefined) {
      this.remark(
        'sector',
        'ERROR',
        `Không có lĩnh vực "${written}". Hãy ghi một trong: ${this.standing.sectors.map((s) => s.label).join('; ')}.`.slice(0, 500),
      );
    } else if (written === '' && type?.traits.meetsAsCell && !this.node?.sector) {
      this.remark('sector', 'WARNING', 'Chi bộ chưa có lĩnh vực: chương trình sinh hoạt sẽ theo nội dung chung.');
    }
    return sector;
  }

  private establishedOn(): CalendarDate | undefined {
    const cell = this.row.cells.establishedOn;
    if (cell === undefined || cell.kind === 'BROKEN') return undefined;
    if (cell.text > this.standing.today) this.remark('establishedOn', 'ERROR', 'Ngày thành lập không được sau hôm nay.');
    return cell.text;
  }

  private remark(column: string, kind: CellRemark['kind'], says: string): void {
    this.remarks.push({ column, kind, says: says.slice(0, 500) });
  }
}
