import { caseRegister, exportCaseRegister } from '@vungmanh/contracts/inspection/case-register';
import {
  behindFigure,
  exportReport,
  getReport,
  reportTrend,
  type InspectionReport,
  type ReportFigure,
  type ReportMeasure,
} from '@vungmanh/contracts/inspection/report';
import {
  downloadReportPaper,
  getReportPaper,
  issueReportPaper,
  listReportPapers,
  openReportPaper,
  writeReportPaper,
} from '@vungmanh/contracts/inspection/report-paper';
import { province } from '@vungmanh/testing/given';
import { Files } from '@vungmanh/platform/files';
import { docxText } from '@vungmanh/testing/docx-text';
import type { Person } from '@vungmanh/testing/person';
import { Disciplining } from '../../test/disciplining.js';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

const report = (by: Person, nodeId: string, period = '2026-Q4'): Promise<InspectionReport> => by.do(getReport, { nodeId, period });
const of = ({ figures }: InspectionReport, measure: ReportMeasure): ReportFigure[] => figures.filter((figure) => figure.measure === measure);
/** Reads reports of the commune, and stands on no list. */
const reader = (): Person => d.world.person('reader');

describe('the report of a quarter', () => {
  it('says of two cases no more than that there are some, except to who may read them', async () => {
    await d.warned({ contents: ['ETHICS_AND_LIFESTYLE'] });
    await d.warned({ contents: ['ETHICS_AND_LIFESTYLE'] });
    const [few] = of(await report(reader(), d.commune.id), 'DISCIPLINE_BY_FORM');
    expect(few).toEqual({ measure: 'DISCIPLINE_BY_FORM', code: 'WARNING', subject: 'MEMBER', before: 0, mine: 0 });
    const own = await report(d.secretary, d.cell.id);
    expect(of(own, 'DISCIPLINE_BY_FORM')).toEqual([{ ...few, count: 2, mine: 2 }]);
  });

  it('counts three by form, post and content, in the quarter of their decision', async () => {
    await d.warned({ contents: ['PARTY_BUILDING'], personId: d.idOf(1) });
    const quarter = await report(reader(), d.commune.id);
    expect(quarter).toMatchObject({ nodeName: d.commune.name, from: '2026-10-01', to: '2026-12-31', planned: [] });
    expect(of(quarter, 'DISCIPLINE_BY_FORM')).toMatchObject([{ code: 'WARNING', subject: 'MEMBER', count: 3, mine: 0 }]);
    // Three in all: one with a post and two without would tell of each other.
    expect(of(quarter, 'DISCIPLINE_BY_POST').map(({ code, count }) => [code, count])).toEqual([
      ['DEPUTY', undefined],
      ['NONE', undefined],
    ]);
    expect(of(quarter, 'DISCIPLINE_BY_CONTENT').map(({ code, count }) => [code, count])).toEqual([
      ['ETHICS_AND_LIFESTYLE', undefined],
      ['PARTY_BUILDING', undefined],
    ]);
    expect(of(await report(reader(), d.commune.id, '2026'), 'DISCIPLINE_BY_FORM')[0]?.count).toBe(3);
    expect((await report(reader(), d.commune.id, '2026-Q3')).figures).toEqual([]);
  });

  it('is for whoever may read at the organization, and holds nothing of what stands beside it', async () => {
    const { neighbor } = d;
    expect((await report(d.world.person('neighbor', d.stranger.id), neighbor.id)).figures).toEqual([]);
    expect(await d.world.person('neighbor', d.stranger.id).refused(getReport, { nodeId: d.commune.id, period: '2026' })).toBe('request/not-found');
    expect(await d.at(9).refused(getReport, { nodeId: d.commune.id, period: '2026' })).toBe('request/forbidden');
    expect(await reader().refused(getReport, { nodeId: d.commune.id, period: '2026-Q5' })).toBe('request/invalid');
  });

  it('is a workbook too', async () => {
    const file = await reader().do(exportReport, { nodeId: d.commune.id, period: '2026-Q4' });
    expect(file.name).toBe(`Báo cáo kiểm tra, giám sát Quý IV năm 2026, ${d.commune.name}.xlsx`);
  });

  it('leads from every figure to as many rows as it counts, for who may read them all, and to none for who may not', async () => {
    const { commune, secretary } = d;
    const own = await report(secretary, d.cell.id);
    const behind = async (by: Person, nodeId: string, { measure, code, subject }: ReportFigure) =>
      (await by.do(behindFigure, { nodeId, period: '2026-Q4', measure, code, ...(subject && { subject }) })).items;
    expect(own.figures.length).toBeGreaterThan(4);
    for (const figure of own.figures) {
      const rows = await behind(secretary, d.cell.id, figure);
      expect([figure.measure, figure.code, rows.length]).toEqual([figure.measure, figure.code, figure.count]);
      expect(rows.every((row) => row.opens === 'DISCIPLINE' && row.what === 'Cảnh cáo' && row.about !== '')).toBe(true);
      expect(await behind(reader(), commune.id, figure)).toEqual([]);
    }
    const [form] = of(own, 'DISCIPLINE_BY_FORM');
    if (!form) throw new Error('no figure');
    expect(await secretary.refused(behindFigure, { nodeId: commune.id, period: '2026', measure: form.measure, code: form.code })).toBe(
      'request/not-found',
    );
    expect(await secretary.do(behindFigure, { nodeId: d.cell.id, period: '2026-Q3', measure: form.measure, code: form.code })).toEqual({ items: [] });
    const first = await secretary.do(behindFigure, {
      nodeId: d.cell.id,
      period: '2026',
      measure: form.measure,
      code: form.code,
      subject: 'MEMBER',
      limit: 2,
    });
    const cursor = first.next ?? '';
    const rest = await secretary.do(behindFigure, {
      nodeId: d.cell.id,
      period: '2026',
      measure: form.measure,
      code: form.code,
      subject: 'MEMBER',
      cursor,
    });
    expect(new Set([...first.items, ...rest.items].map((row) => row.id)).size).toBe(3);
  });

  it('shows a figure by quarters over the years, and keeps back in them what the report does', async () => {
    const trend = async (by: Person, code: string, measure: ReportMeasure) =>
      (await by.do(reportTrend, { nodeId: d.commune.id, period: '2026', measure, code })).years;
    const years = await reader().do(reportTrend, {
      nodeId: d.commune.id,
      period: '2026',
      measure: 'DISCIPLINE_BY_FORM',
      code: 'WARNING',
      subject: 'MEMBER',
    });
    expect(years.years.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
    expect(years.years.at(-1)?.quarters.map(({ count }) => count)).toEqual([0, 0, 0, 3]);
    expect((await trend(reader(), 'PARTY_BUILDING', 'DISCIPLINE_BY_CONTENT')).at(-1)?.quarters[3]).toEqual({ quarter: 4 });
  });
});

describe('the book of a body', () => {
  it('holds what whoever asks may read, and is a workbook too', async () => {
    const book = { nodeId: d.cell.id, actor: 'CELL', year: 2026, part: 'DISCIPLINE' } as const;
    const { items } = await d.secretary.do(caseRegister, book);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ on: '2026-11-21', opens: 'DISCIPLINE', what: expect.stringContaining('Cảnh cáo: ') });
    expect((await d.secretary.do(caseRegister, { ...book, year: 2025 })).items).toEqual([]);
    expect((await d.secretary.do(caseRegister, { ...book, actor: 'INSPECTION_COMMISSION' })).items).toEqual([]);
    expect((await reader().do(caseRegister, book)).items).toEqual([]);
    const file = await d.secretary.do(exportCaseRegister, { nodeId: d.cell.id, actor: 'CELL', year: 2026 });
    expect(file.name).toBe('Sổ theo dõi kiểm tra, giám sát, kỷ luật năm 2026, Chi bộ.xlsx');
  });
});

describe('a report as a paper', () => {
  const planner = (): Person => d.world.person('planner');
  const begin = { actor: 'INSPECTION_COMMISSION' as const, period: '2026-Q4' };
  const remarks = { assessment: 'Đã làm tốt.', shortcomings: 'Còn chậm.', directions: 'Tiếp tục.' };

  it('begins with sentences of the figures, and tells no more than anybody may know', async () => {
    const nodeId = d.commune.id;
    expect(await planner().refused(openReportPaper, { ...begin, nodeId, actor: 'CELL' })).toBe('inspection/actor-unfit');
    expect(await planner().refused(openReportPaper, { ...begin, nodeId, period: '2027' })).toBe('inspection/period-to-come');
    expect(await reader().refused(openReportPaper, { ...begin, nodeId })).toBe('request/forbidden');
    const draft = await planner().do(openReportPaper, { ...begin, nodeId });
    expect(await planner().refused(openReportPaper, { ...begin, nodeId })).toBe('inspection/report-exists');
    const reportPaperId = draft.id;
    const page = await planner().do(getReportPaper, { reportPaperId });
    expect(page).toMatchObject({ state: 'DRAFT', numberAwaited: false, may: ['write', 'issue'] });
    expect(page.results).toContain('Thi hành kỷ luật theo hình thức: cảnh cáo (đảng viên) 3 (cùng kỳ năm trước 0).');
    expect(page.results.join(' ')).toContain('không nêu số');
    expect(page.remarks.shortcomings).toBe('Không có cuộc kiểm tra, giám sát theo chương trình và kiến nghị nào quá hạn.');
    // A draft is nobody's who does not write it.
    expect(await reader().refused(getReportPaper, { reportPaperId })).toBe('request/not-found');
    expect((await reader().do(listReportPapers, { nodeId, year: 2026 })).items).toEqual([]);
    expect((await planner().do(listReportPapers, { nodeId, year: 2026 })).items).toMatchObject([{ id: reportPaperId, state: 'DRAFT' }]);
    const written = await planner().do(writeReportPaper, { reportPaperId, remarks }, draft);
    expect(await planner().refused(issueReportPaper, { reportPaperId }, written)).toBe('inspection/period-not-over');
  });

  it('is issued once, with its number, and stays as it was for everybody above', async () => {
    const nodeId = d.commune.id;
    const [line] = (await planner().do(listReportPapers, { nodeId, year: 2026 })).items;
    if (!line) throw new Error('no draft');
    const reportPaperId = line.id;
    d.world.clock.set('2027-01-05T03:00:00.000Z');
    await planner().do(issueReportPaper, { reportPaperId }, line);
    const find = () => reader().do(getReportPaper, { reportPaperId });
    let page = await find();
    for (let i = 0; i < 50 && page.number === undefined; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      page = await find();
    }
    expect(page).toMatchObject({ state: 'ISSUED', number: 'Số 05-BC/CB', issuedOn: '2027-01-05', remarks, may: [] });
    expect(d.numbered.at(-1)).toMatchObject({ type: 'BC', issuer: 'INSPECTION_COMMISSION', date: '2027-01-05' });
    expect(await planner().refused(writeReportPaper, { reportPaperId, remarks }, page)).toBe('inspection/report-issued');
    const above = d.world.person('province');
    expect((await above.do(listReportPapers, { nodeId: province.id, year: 2026, below: 'true' })).items).toMatchObject([{ id: reportPaperId }]);
    const download = () => above.do(downloadReportPaper, { reportPaperId, format: 'docx' });
    const [one, two] = [await download(), await download()];
    expect(one.fileId).toBe(two.fileId);
    const chunks: Buffer[] = [];
    for await (const chunk of (await d.world.service.app.get(Files).read(one.fileId)) ?? []) chunks.push(chunk as Buffer);
    const text = await docxText(Buffer.concat(chunks));
    for (const part of ['ỦY BAN KIỂM TRA', 'quý IV năm 2026', 'Đã làm tốt.', 'Tiếp tục.', 'CHỦ NHIỆM']) expect(text).toContain(part);
  });
});
