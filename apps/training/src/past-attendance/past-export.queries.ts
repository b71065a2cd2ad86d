import { Injectable } from '@nestjs/common';
import { recognizePeople } from '@vungmanh/contracts/membership/recognize';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { courseKindLabel, type CourseKind } from '@vungmanh/contracts/training/course';
import { exportPastAttendances } from '@vungmanh/contracts/training/past-attendance';
import { holderLevelLabel, pastColumns, pastResultLabel, type HolderLevel, type PastResult } from '@vungmanh/contracts/training/past-sheet';
import { streamOfWorkbook, type SheetValue } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHUNK = 1000;

interface Row {
  id: string;
  person: string;
  name: string | null;
  cellCode: string | null;
  course: string;
  kind: CourseKind;
  level: HolderLevel | null;
  place: string | null;
  from: string;
  to: string;
  hours: number | null;
  result: PastResult;
  certificate: string | null;
}

/** Past attendances as the workbook that an import takes: imported again it changes nothing. */
@Injectable()
export class PastExportQueries {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly trail: ReadTrail,
    private readonly rpc: RpcClient,
  ) {}

  @Rpc(exportPastAttendances)
  async export(call: Call<typeof exportPastAttendances>): Promise<OutputOf<typeof exportPastAttendances>> {
    const { nodeId } = call.input;
    const persons = new Set<string>();
    const columns = pastColumns.map((c) => ({
      header: c.title,
      width: c.key === 'person' ? 38 : 20,
      kind: 'date' in c ? ('date' as const) : ('text' as const),
    }));
    const rows = this.rows(call, persons);
    const { fileId } = await this.files.put(streamOfWorkbook([{ name: 'Lượt học trước đây', columns, rows }]), {
      by: 'service:training',
      type: XLSX,
    });
    const all = [...persons];
    // A row that names everybody of a province would be too long for a page of the audit.
    for (let from = 0; from === 0 || from < all.length; from += CHUNK) {
      await this.trail.recordRead(call, { persons: all.slice(from, from + CHUNK), node: nodeId });
    }
    return { fileId, name: 'Lượt học trước đây.xlsx', type: XLSX };
  }

  private async *rows({ input, scope, trace }: Call<typeof exportPastAttendances>, persons: Set<string>): AsyncIterable<SheetValue[]> {
    let after: string | undefined;
    do {
      const params: unknown[] = [input.nodeId, CHUNK];
      const { conditionSql } = scope.below('a.node_id', '$1', params);
      const afterSql = after === undefined ? 'true' : `a.id > $${params.push(after)}::uuid`;
      const rows = await this.db.query<Row>(
        `select a.id, a.person_id as person, p.name, n.code as "cellCode", a.course, a.kind, a.level, a.place, a.from_on::text as "from", a.to_on::text as "to",
           a.hours, a.result, a.certificate
         from past_attendance a left join person_name p on p.person_id = a.person_id left join node_view n on n.id = a.node_id
         where ${conditionSql} and ${afterSql} order by a.id limit $2`,
        params,
      );
      const born = await this.birthDates(rows, trace);
      for (const row of rows) {
        persons.add(row.person);
        yield valuesOf(row, born.get(row.person));
      }
      after = rows.length === CHUNK ? rows.at(-1)?.id : undefined;
    } while (after !== undefined);
  }

  /** Membership knows them; here they pass by. */
  private async birthDates(rows: readonly Row[], trace: string): Promise<Map<string, string>> {
    const people = [...new Set(rows.map((row) => row.person))];
    if (people.length === 0) return new Map();
    const asked = people.map((personId, i) => ({ row: i + 1, personId }));
    const found = await this.rpc.call(recognizePeople, { rows: asked }, { trace });
    return new Map(
      found.rows.flatMap(({ personId, birthDate }) => (personId === undefined || birthDate === undefined ? [] : [[personId, birthDate]])),
    );
  }
}

const valuesOf = (row: Row, birthDate: string | undefined): SheetValue[] => {
  const values: Record<(typeof pastColumns)[number]['key'], SheetValue> = {
    person: row.person,
    cardNumber: undefined,
    name: row.name ?? '',
    birthDate,
    cellCode: row.cellCode,
    course: row.course,
    kind: courseKindLabel[row.kind],
    level: row.level === null ? undefined : holderLevelLabel[row.level],
    place: row.place,
    from: row.from,
    to: row.to,
    hours: row.hours === null ? undefined : String(row.hours),
    result: pastResultLabel[row.result],
    certificate: row.certificate,
  };
  return pastColumns.map(({ key }) => values[key]);
};
