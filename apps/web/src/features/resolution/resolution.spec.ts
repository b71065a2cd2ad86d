import { ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import { hindrance } from './hindrance.js';
import { contentOf, type ItemDraft, missingOf, newItem } from './resolution-text.js';

const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const whole: ItemDraft = {
  id: id(1),
  content: 'Nạo vét kênh',
  requirement: '100% hộ',
  measure: 'Ra quân',
  deadline: '2026-12-20',
  doerIds: [id(2)],
  doerIsBody: false,
  checkerId: id(3),
};

describe('an item of a resolution', () => {
  it('lacks nothing with all six fields', () => expect(missingOf(whole)).toEqual([]));

  it.each([
    [{ content: ' ' }, 'content'],
    [{ requirement: undefined }, 'requirement'],
    [{ measure: '' }, 'measure'],
    [{ deadline: undefined }, 'deadline'],
    [{ doerIds: [] }, 'doer'],
    [{ checkerId: undefined }, 'checker'],
  ])('%j lacks %s', (more, field) => expect(missingOf({ ...whole, ...more })).toEqual([field]));

  it('may be done by the whole cell', () => expect(missingOf({ ...whole, doerIds: [], doerIsBody: true })).toEqual([]));

  it('is sent as the contract wants it; one in which nothing was written is left out', () => {
    const content = contentOf({ direction: ' ', items: [{ ...whole, degree: '' }, newItem(new Date(0))] });
    expect(content).toEqual({ items: [whole] });
    expect(ResolutionContent.safeParse(content).success).toBe(true);
  });
});

describe('adoption', () => {
  const vote = {
    id: id(9),
    matter: 'RESOLUTION' as const,
    subject: 'x',
    method: 'SHOW_OF_CARD' as const,
    inFavor: 24,
    against: 0,
    noOpinion: 0,
    denominator: 26,
    passed: true,
    printed: '24/26',
    ruleSource: '',
  };
  const resolution = { content: { items: [whole] }, missing: [] };
  it.each([
    ['nothing', resolution, [vote], false, undefined],
    ['unsaved text', resolution, [vote], true, 'Dự thảo còn phần chưa lưu.'],
    ['no item', { ...resolution, content: { items: [] } }, [vote], false, 'Nghị quyết chưa có việc nào.'],
    ['a field that lacks', { ...resolution, missing: [{ itemId: id(1), field: 'measure' }] }, [vote], false, 'Còn việc chưa đủ sáu nội dung.'],
    ['no vote', resolution, [], false, 'Chưa có kết quả biểu quyết thông qua nghị quyết.'],
    ['a vote that failed', resolution, [{ ...vote, passed: false }], false, 'Chưa có kết quả biểu quyết thông qua nghị quyết.'],
  ])('is hindered by %s', (_, one, votes, dirty, why) => expect(hindrance(one, votes, dirty)).toBe(why));
});
