import { Injectable } from '@nestjs/common';
import { exportProgram } from '@vungmanh/contracts/inspection/coverage';
import { inspectionKindLabel, inspectorLabel, subjectKindLabel, type InspectionKind, type SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { lineStateLabel, type LineState } from '@vungmanh/contracts/inspection/plan-line';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook, type SheetColumn, type SheetValue } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readProgram } from '../program/find-program.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHUNK = 5000;

interface Row {
  id: string;
  place: string;
  quarter: number;
  kind: InspectionKind;
  subject: SubjectKind;
  state: LineState;
  subject_name: string;
  place_name: string;
  leader: string;
  content: string;
  from_on: string | null;
  to_on: string | null;
  done_on: string | null;
  because: string | null;
}

const columns: readonly SheetColumn[] = [
  { header: 'TT', width: 6, kind: 'number' },
  { header: 'Quý', width: 6, kind: 'number' },
  { header: 'Hình thức', width: 30, kind: 'text' },
  { header: 'Loại đối tượng', width: 16, kind: 'text' },
  { header: 'Đối tượng', width: 36, kind: 'text' },
  { header: 'Tổ chức', width: 36, kind: 'text' },
  { header: 'Nội dung', width: 60, kind: 'text' },
  { header: 'Trưởng đoàn, tổ trưởng', width: 28, kind: 'text' },
  { header: 'Từ ngày', width: 12, kind: 'date' },
  { header: 'Đến ngày', width: 12, kind: 'date' },
  { header: 'Tình trạng', width: 18, kind: 'text' },
  { header: 'Ngày xong', width: 12, kind: 'date' },
  { header: 'Lý do hủy, chuyển', width: 40, kind: 'text' },
];

/** A program as a workbook, its lines read in chunks while it is written. */
@Injectable()
export class ExportQueries {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(exportProgram)
  async export(call: Call<typeof exportProgram>): Promise<OutputOf<typeof exportProgram>> {
    const program = await readProgram(this.db, call, call.input.programId);
    const sheet = { name: 'Chương trình', columns, rows: this.rows(program.id) };
    const { fileId } = await this.files.put(streamOfWorkbook([sheet]), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: program.nodeId, target: program.id });
    const name = `Kiểm tra, giám sát năm ${program.year}, ${inspectorLabel[program.actor]}, ${program.nodeName}`;
    return { fileId, name: name.slice(0, 190) + '.xlsx', type: XLSX };
  }

  private async *rows(programId: string): AsyncIterable<SheetValue[]> {
    let last: Row | undefined;
    let at = 0;
    do {
      const page: Row[] = await this.db.query<Row>(
        `select l.id, l.place, l.quarter, l.kind, l.subject, l.state, coalesce(p.name, n.name, '') as subject_name, coalesce(n.name, '') as place_name,
           coalesce(t.name, '') as leader, l.content, l.from_on::text, l.to_on::text, l.done_on::text, l.because
         from plan_line l left join person_name p on p.person_id = l.subject_id left join node_view n on n.id = l.node_id
           left join person_name t on t.person_id = l.leader_id
         where l.program_id = $1 and (l.place, l.id) > ($2, $3::uuid) order by l.place, l.id limit ${CHUNK}`,
        [programId, last?.place ?? '', last?.id ?? '00000000-0000-0000-0000-000000000000'],
      );
      for (const row of page) yield cells((at += 1), row);
      last = page.length < CHUNK ? undefined : page.at(-1);
    } while (last !== undefined);
  }
}

const cells = (at: number, row: Row): SheetValue[] =>
  [
    [at, row.quarter, inspectionKindLabel[row.kind], subjectKindLabel[row.subject], row.subject_name, row.place_name, row.content, row.leader],
    [row.from_on, row.to_on, lineStateLabel[row.state], row.done_on, row.because],
  ].flat();
