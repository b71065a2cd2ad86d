import { downloadTrainingReport, exportTrainingReport, getTrainingReport } from '@vungmanh/contracts/training/report';
import { memberChanged } from '@vungmanh/contracts/membership/roster';
import { readWorkbookInChild } from '@vungmanh/documents/workbook/read-in-child';
import { Files } from '@vungmanh/platform/files';
import { docxText } from '@vungmanh/testing/docx-text';
import type { Person } from '@vungmanh/testing/person';
import { systemDb } from '@vungmanh/testing/system-db';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PastProvince, type PastLineOf } from '../../test/past-province.js';

let p: PastProvince;
beforeAll(async () => {
  p = await PastProvince.start({ cells: 4, people: 40 });
  const line = (i: number, course: string, year: number, level: string): PastLineOf => ({
    cardNumber: p.cardOf(i),
    name: p.at(i).name,
    course,
    level,
    from: `06/05/${year}`,
    result: 'Hoàn thành',
  });
  await p.confirmed(
    await p.settled(
      await p.begin([
        ...Array.from({ length: 20 }, (_, i) => line(i, 'Bồi dưỡng nghiệp vụ công tác đảng', 2017, 'Huyện')),
        ...Array.from({ length: 12 }, (_, i) => line(i, 'Bồi dưỡng nghiệp vụ công tác đảng', 2026, 'Xã')),
        line(0, 'Cao cấp lý luận chính trị', 2019, 'Trung ương'),
        ...Array.from({ length: 9 }, (_, i) => line(i, 'Trung cấp lý luận chính trị', 2018, 'Tỉnh')),
      ]),
    ),
  );
});
afterAll(() => p.world.stop());

const asked = () => ({ nodeId: p.commune.id, year: 2026 });
const inYear = async (by: Person, nodeId: string, kind: string, year: number): Promise<(readonly [string | undefined, number | undefined])[]> =>
  (await by.do(getTrainingReport, { nodeId, year: 2026 })).volumes
    .filter((row) => row.kind === kind)
    .map((row) => [row.level, row.years.find((y) => y.year === year)?.count] as const);

describe('the report of training', () => {
  it('counts volumes by kind and level over ten years, and theory levels of today', async () => {
    const report = await p.officer.do(getTrainingReport, asked());
    expect(report.keepsBack).toBe(false);
    expect(report.volumes.map((row) => [row.kind, row.level, row.years[0]?.count, row.years.at(-1)?.count])).toEqual([
      ['DEGREE', 'CENTRAL', 0, 0],
      ['DEGREE', 'PROVINCE', 0, 0],
      ['FOSTERING', 'COMMUNE', 0, 12],
      ['FOSTERING', 'DISTRICT', 20, 0],
    ]);
    expect(report.theory.map((row) => row.members)).toEqual([31, 0, 8, 1]);
  });

  it('keeps small numbers back from who may not see persons, and what neighbors would give away', async () => {
    const watched = await p.onlyFigures.do(getTrainingReport, asked());
    expect(watched.keepsBack).toBe(true);
    // The province knows of the one; whoever watches does not, nor of the eight and thirty-one from which it could be found.
    expect(watched.theory.map((row) => row.members)).not.toContain(1);
    expect(await inYear(p.onlyFigures, p.commune.id, 'DEGREE', 2019)).toEqual([
      ['CENTRAL', undefined],
      ['PROVINCE', 0],
    ]);
    expect(await inYear(p.onlyFigures, p.commune.id, 'FOSTERING', 2026)).toEqual([
      ['COMMUNE', 12],
      ['DISTRICT', 0],
    ]);
    // Three in each cell are told; of nine among four, two or three in a cell, the twos are not told nor what would give them away.
    const cells = await Promise.all(p.cells.map(async (cell) => (await inYear(p.onlyFigures, cell.id, 'DEGREE', 2018))[0]?.[1]));
    const whole = (await inYear(p.onlyFigures, p.commune.id, 'DEGREE', 2018)).find(([level]) => level === 'PROVINCE')?.[1];
    const sum = cells.reduce<number>((total, n) => total + (n ?? 0), 0);
    expect(cells.filter((n) => n === undefined).length === 0 || whole === undefined || whole - sum >= 3).toBe(true);
  });

  it('goes out as a workbook and as a paper', async () => {
    const { fileId, name } = await p.officer.do(exportTrainingReport, asked());
    expect(name).toContain('năm 2026');
    const directory = await mkdtemp(join(tmpdir(), 'vungmanh-report-'));
    const bytes = await p.world.service.app.get(Files).read(fileId);
    if (!bytes) throw new Error('no workbook');
    await pipeline(bytes, createWriteStream(join(directory, 'a.xlsx')));
    const read = await readWorkbookInChild(join(directory, 'a.xlsx'));
    await rm(directory, { recursive: true });
    expect(read.ok && read.value.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
      ['Số lượt', 5],
      ['Lớp phải học', 1],
      ['Lý luận chính trị', 5],
    ]);
    for (const format of ['docx', 'pdf'] as const) {
      const paper = await p.officer.do(downloadTrainingReport, { ...asked(), format });
      const drawn = await p.world.service.app.get(Files).read(paper.fileId);
      if (!drawn) throw new Error('no paper');
      const written = await buffer(drawn);
      expect(written.length).toBeGreaterThan(1000);
      if (format === 'docx') expect(await docxText(written)).toMatch(/kết quả công tác đào tạo, bồi dưỡng năm 2026/);
    }
  });

  it('tells what is open of this year alone to who may not see persons: two years would tell the difference', async () => {
    await systemDb(p.world.service).write(
      `insert into duty_figure (node_id, course_id, day, open, done) select $1, id, '2025-06-01', 7, 5 from course_type order by position limit 1`,
      [p.cellAt(0).id],
    );
    const duties = async (by: Person, year: number) =>
      (await by.do(getTrainingReport, { nodeId: p.commune.id, year })).duties.map(({ open, done }) => [open, done]);
    expect(await duties(p.officer, 2025)).toEqual([[7, 5]]);
    expect(await duties(p.onlyFigures, 2025)).toEqual([[undefined, 5]]);
    expect(await duties(p.onlyFigures, 2026)).toEqual([[7, 0]]);
  });

  it('is of whom the scope holds', async () => {
    expect(await p.inCell.refused(getTrainingReport, asked())).toBe('request/forbidden');
    expect(await p.officer.refused(getTrainingReport, { nodeId: p.beside.id, year: 2026 })).toBe('request/not-found');
  });

  it('counts who has moved where they are now', async () => {
    const [before] = await inYear(p.officer, p.cellAt(1).id, 'FOSTERING', 2026);
    const moved = p.at(0);
    moved.version += 1;
    moved.enrollments = [
      ...moved.enrollments.map((e) => ({ ...e, to: '2026-12-01' })),
      { kind: 'OFFICIAL' as const, nodeId: p.cellAt(1).id, from: '2026-12-01' },
    ];
    await p.world.publish(memberChanged, [{ id: moved.id, version: moved.version }]);
    let after = before;
    for (let i = 0; i < 100 && after?.[1] === before?.[1]; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      [after] = await inYear(p.officer, p.cellAt(1).id, 'FOSTERING', 2026);
    }
    expect(after?.[1]).toBe(Number(before?.[1]) + 1);
  });
});
