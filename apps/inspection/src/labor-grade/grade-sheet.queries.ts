import { Injectable } from '@nestjs/common';
import { gradeSheet } from '@vungmanh/contracts/inspection/labor-grade';
import { quarterText } from '@vungmanh/contracts/inspection/member-supervision';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { GradeView } from './grade-view.js';
import { headers } from './judge-sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheet of a cell's monthly grades, to be filled in: the names, and what has been written down already. */
@Injectable()
export class GradeSheetQueries {
  constructor(
    private readonly view: GradeView,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(gradeSheet)
  async sheet(call: Call<typeof gradeSheet>): Promise<OutputOf<typeof gradeSheet>> {
    const { supervisionId } = call.input;
    const { seated, against, members } = await this.view.of(supervisionId, call.actor.person);
    const sheet = {
      name: 'Bình xét lao động',
      columns: [
        { header: headers.name, width: 32, kind: 'text' as const },
        { header: headers.birthYear, width: 12, kind: 'number' as const },
        ...against.months.map((month) => ({ header: headers.month(month), width: 12, kind: 'text' as const })),
      ],
      rows: members.map(({ lineId, name, birthYear }) => [
        name,
        birthYear,
        ...against.months.map((month) => against.standing.get(`${lineId} ${month}`)),
      ]),
    };
    const { fileId } = await this.files.put(streamOfWorkbook([sheet]), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: members.map((one) => one.personId), node: seated.nodeId, target: supervisionId });
    return { fileId, name: `Bình xét lao động ${quarterText(seated.quarter)}, ${seated.bodyName}`.slice(0, 190) + '.xlsx', type: XLSX };
  }
}
