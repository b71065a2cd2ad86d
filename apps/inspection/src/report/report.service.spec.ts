import { exportReport, getReport, type InspectionReport, type ReportFigure, type ReportMeasure } from '@vungmanh/contracts/inspection/report';
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
});
