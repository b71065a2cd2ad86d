import type { DraftItem } from '@vungmanh/contracts/meetings/resolution';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { checkDeadlines, checkPeople, completeItems, missingFields } from './resolution.rules.js';

const DAY = '2026-12-03';
const [doer, checker, other] = ['a', 'b', 'c'];
const whole: DraftItem = {
  id: 'item',
  content: 'Nạo vét kênh mương nội đồng',
  requirement: 'Xong 1,2 km trước vụ xuân',
  measure: 'Huy động mỗi hộ một công',
  deadline: '2026-12-20',
  doerIds: ['a'],
  doerIsBody: false,
  checkerId: 'b',
};
const without = (field: keyof DraftItem): DraftItem => Object.fromEntries(Object.entries(whole).filter(([k]) => k !== field)) as DraftItem;

describe('the six fields of an item', () => {
  // Seed 000: "nêu rõ nội dung, yêu cầu, biện pháp thực hiện, thời gian hoàn thành và phân công người thực hiện, kiểm tra, đôn đốc".
  it.each<[string, DraftItem, string[]]>([
    ['all are there', whole, []],
    ['the whole body is the doer', { ...whole, doerIds: [], doerIsBody: true }, []],
    ['no requirement', without('requirement'), ['requirement']],
    ['no measure', without('measure'), ['measure']],
    ['no deadline', without('deadline'), ['deadline']],
    ['no doer', { ...whole, doerIds: [] }, ['doer']],
    ['no checker', without('checkerId'), ['checker']],
    ['the doer would check', { ...whole, checkerId: doer }, ['checker']],
    ['only a content', { id: 'item', content: 'Việc', doerIds: [], doerIsBody: false }, ['requirement', 'measure', 'deadline', 'doer', 'checker']],
  ])('%s', (_what, item, fields) => {
    expect(missingFields([whole, item], DAY, {})).toEqual(fields.map((field) => ({ itemId: 'item', field })));
    if (fields.length === 0) expect(completeItems([item], DAY, {})).toEqual([item]);
    else expect(() => completeItems([whole, item], DAY, {})).toThrow('meetings/item-incomplete');
  });

  it('are those of the register, every one of which is known here', () => {
    const empty = { id: 'item', content: '', doerIds: [], doerIsBody: false };
    const rule = ruleAt('resolution.item.fields', DAY);
    expect(missingFields([empty], DAY, {}).map((m) => m.field)).toEqual(rule?.value.filter((field) => field !== 'content'));
  });

  it('may be more where a committee asks for more', () => {
    const overrides = [
      { key: 'resolution.item.fields' as const, value: ['content', 'degree'], nodeId: 'xã', validFrom: '2026-01-01', source: 'Quy chế' },
    ];
    expect(missingFields([whole], DAY, { path: ['xã'], overrides })).toEqual([{ itemId: 'item', field: 'degree' }]);
  });

  it('says which item', () => {
    const error: unknown = (() => {
      try {
        return completeItems([whole, { ...without('measure'), id: 'second', content: 'Thu đảng phí' }], DAY, {});
      } catch (broken) {
        return broken;
      }
    })();
    expect(error).toMatchObject({ code: 'meetings/item-incomplete', detail: 'Việc thứ 2: Thu đảng phí' });
    expect(() => completeItems([], DAY, {})).toThrow('meetings/no-items');
  });
});

it('a deadline on the day of the meeting stands, one before it does not', () => {
  const [item] = completeItems([whole], DAY, {});
  if (!item) throw new Error('no item');
  expect(() => checkDeadlines([{ ...item, deadline: DAY }], DAY)).not.toThrow();
  expect(() => checkDeadlines([item, { ...item, deadline: '2026-12-02' }], DAY)).toThrow('meetings/deadline-past');
});

it('names only people of the roll', () => {
  expect(() => checkPeople([whole], new Set([doer, checker]))).not.toThrow();
  expect(() => checkPeople([whole], new Set([doer, other]))).toThrow('meetings/not-on-the-roll');
  expect(() => checkPeople([whole], new Set([checker, other]))).toThrow('meetings/not-on-the-roll');
});
