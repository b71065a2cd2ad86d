import { readersInTraining } from '@vungmanh/contracts/audit';
import { exportPastAttendances, myTakenCourses, takenCourses } from '@vungmanh/contracts/training/past-attendance';
import {
  confirmPastImport,
  getPastImport,
  listPastImports,
  pastImportRows,
  startPastImport,
  type PastImport,
} from '@vungmanh/contracts/training/past-import';
import { downloadTrainingReport, getTrainingReport } from '@vungmanh/contracts/training/report';
import { pastColumns, type PastColumn } from '@vungmanh/contracts/training/past-sheet';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { buffer } from 'node:stream/consumers';
import type { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

type Line = Partial<Record<PastColumn, string>>;

const workbook = (lines: readonly Line[]): Promise<Buffer> =>
  buffer(
    streamOfWorkbook([
      {
        name: 'Lượt học',
        columns: pastColumns.map((c) => ({ header: c.title, width: 20, kind: 'text' as const })),
        rows: lines.map((line) => pastColumns.map(({ key }) => line[key])),
      },
    ]),
  );

/** Seed 002: what was learned between 2010 and 2017 stands on paper; it comes in by the sheet and is on everybody's own record. */
describe('past attendances', () => {
  let village: Village;
  let staff: Staff;

  beforeAll(async () => {
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '670', official: 4, probationary: 1, termFrom: '2025-08-01' });
    staff = await staffOf(village);
  });

  const settled = (by: Person, { id }: Pick<PastImport, 'id'>): Promise<PastImport> =>
    eventually(
      () => by.do(getPastImport, { pastImportId: id }),
      (run) => !['READING', 'CHECKING', 'APPLYING'].includes(run.state),
      20_000,
    );
  const brought = async (by: Person, bytes: Buffer): Promise<PastImport> => {
    const input = { nodeId: village.commune.id, fileId: await by.upload(bytes), fileName: 'luot-hoc.xlsx' };
    return settled(by, await by.doOnceKnown(startPastImport, input));
  };
  const line = (i: number, more: Line = {}): Line => ({
    cardNumber: `98670${String(i).padStart(3, '0')}`,
    name: 'Lò Mô Phỏng An',
    birthDate: '15/05/1975',
    course: 'Bồi dưỡng nghiệp vụ công tác đảng',
    level: 'Huyện',
    place: 'Trung tâm chính trị (mô phỏng)',
    from: '06/05/2014',
    to: '10/05/2014',
    result: 'Hoàn thành',
    ...more,
  });

  it('come in by the sheet, once, and stand on the record of who took them', async () => {
    const { officer, member, secretary } = staff;
    const wrong = await brought(officer, await workbook([line(0), line(1, { cardNumber: '11111111' })]));
    expect(wrong).toMatchObject({ state: 'READY', counts: { new: 1, errors: 1 } });
    expect(await officer.refused(confirmPastImport, { pastImportId: wrong.id }, wrong)).toBe('training/import-has-errors');
    const { items } = await officer.do(pastImportRows, { pastImportId: wrong.id, state: 'ERROR' });
    expect(items[0]?.remarks[0]?.says).toContain('Không tìm thấy hồ sơ');

    const bytes = await workbook([0, 1, 2, 3].map((i) => line(i)));
    const run = await brought(officer, bytes);
    expect(run).toMatchObject({ state: 'READY', rowsRead: 4, counts: { new: 4, errors: 0 } });
    await officer.do(confirmPastImport, { pastImportId: run.id }, run);
    expect(await settled(officer, run)).toMatchObject({ state: 'DONE', counts: { new: 4 } });
    expect(await brought(officer, bytes)).toMatchObject({ counts: { new: 0, unchanged: 4 } });

    const mine = await member.do(myTakenCourses, {});
    expect(mine.items).toMatchObject([{ course: 'Bồi dưỡng nghiệp vụ công tác đảng', kind: 'FOSTERING', level: 'DISTRICT', result: 'PASSED' }]);
    const personId = village.plain?.id ?? '';
    expect((await secretary.do(takenCourses, { personId })).items).toHaveLength(1);
    expect(await secretary.refused(listPastImports, {})).toBe('request/forbidden');
    const readers = await eventually(
      () => member.do(readersInTraining, { limit: 50 }),
      (page) => page.items.some((row) => row.act === 'Ghi lượt học trước đây từ tệp Excel'),
    );
    expect(readers.items.map((row) => row.act)).toContain('Xem quá trình đào tạo, bồi dưỡng của đảng viên');
  });

  it('go out as the same workbook', async () => {
    const { officer } = staff;
    const { bytes } = await officer.download(exportPastAttendances, { nodeId: village.commune.id });
    expect(await brought(officer, bytes)).toMatchObject({
      state: 'READY',
      rowsRead: 4,
      counts: { new: 0, changed: 0, unchanged: 4, errors: 0, warnings: 0 },
    });
  });

  it('count in the report of their year, which is a paper too', async () => {
    const { officer, secretary } = staff;
    const asked = { nodeId: village.commune.id, year: 2014 };
    const report = await officer.do(getTrainingReport, asked);
    expect(report.keepsBack).toBe(false);
    expect(report.volumes).toMatchObject([{ kind: 'FOSTERING', level: 'DISTRICT' }]);
    expect(report.volumes[0]?.years.at(-1)).toEqual({ year: 2014, count: 4 });
    expect(await secretary.refused(getTrainingReport, asked)).toBe('request/not-found');
    expect((await secretary.do(getTrainingReport, { nodeId: village.cell.id, year: 2014 })).volumes[0]?.years.at(-1)?.count).toBe(4);
    const { bytes } = await officer.download(downloadTrainingReport, { ...asked, format: 'pdf' });
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
  });
});
