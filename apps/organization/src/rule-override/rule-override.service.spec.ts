import { listRuleOverrides, ruleSnapshot, setRuleOverride, withdrawRuleOverride } from '@vungmanh/contracts/organization/rule-override';
import type { InputOf } from '@vungmanh/contracts/operation';
import { counting } from '@vungmanh/platform/db/counter';
import { provinceContext, ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { register } from '@vungmanh/regulations/register';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { ProvinceWorld } from '../../test/province.js';

let province: ProvinceWorld;
let communeId: string;
beforeAll(async () => {
  province = await ProvinceWorld.start();
  communeId = (await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.001', 'Đảng bộ xã Mô Phỏng')).id;
}, 40_000);
afterAll(() => province.stop());

const officer = () => province.officer;
const document = { number: '299-QĐ/TU', date: '2025-08-26' };
const given = (more: Partial<InputOf<typeof setRuleOverride>> = {}): InputOf<typeof setRuleOverride> => ({
  nodeId: province.provinceId,
  key: 'inspect.cell.compliance_days',
  value: 30,
  validFrom: '2025-09-01',
  document,
  reason: 'Thống nhất thời hạn trong toàn tỉnh',
  ...more,
});
const valueOn = async (key: 'inspect.cell.compliance_days', day: string) => ruleAt(key, day, await ruleContextOf(province.db, communeId));

it('a value of the province counts from its day on, for every organization, with its document as the source', async () => {
  const set = await officer().do(setRuleOverride, given());
  expect(set).toMatchObject({ version: 1, value: 30, validFrom: '2025-09-01', source: '299-QĐ/TU, 26/8/2025', document });
  expect(await valueOn('inspect.cell.compliance_days', '2025-08-31')).toBeUndefined();
  expect(await valueOn('inspect.cell.compliance_days', '2025-09-01')).toMatchObject({
    value: 30,
    source: '299-QĐ/TU, 26/8/2025',
    setBy: province.provinceId,
  });
  expect(ruleAt('inspect.cell.compliance_days', '2025-09-01', await provinceContext(province.db))?.value).toBe(30);
  const { statements } = await counting(() => ruleContextOf(province.db, communeId));
  expect(statements).toBe(1);
});

it('another value takes its place from a later day; both stay in the history, and the others are told of both', async () => {
  const later = await officer().do(
    setRuleOverride,
    given({ value: 20, validFrom: '2026-01-01', document: { number: '21-QĐ/TU', date: '2025-12-30' } }),
  );
  const { items } = await officer().do(listRuleOverrides, {});
  expect(items.map(({ value, validFrom, validTo }) => [value, validFrom, validTo])).toEqual([
    [20, '2026-01-01', undefined],
    [30, '2025-09-01', '2026-01-01'],
  ]);
  const actor = await province.tokenOf('meetings');
  const page = await province.world.rpc.call(ruleSnapshot, { limit: 1 }, { actor });
  const rest = await province.world.rpc.call(ruleSnapshot, { limit: 200, ...(page.next ? { cursor: page.next } : {}) }, { actor });
  expect([...page.items, ...rest.items].map(({ value, version }) => [value, version])).toEqual([
    [30, 2],
    [20, 1],
  ]);
  expect([
    (await valueOn('inspect.cell.compliance_days', '2025-12-31'))?.value,
    (await valueOn('inspect.cell.compliance_days', '2026-01-01'))?.value,
  ]).toEqual([30, 20]);
  expect(await officer().refused(setRuleOverride, given({ value: 25, validFrom: '2026-01-01' }))).toBe('organization/rule-not-after');

  const withdrawn = await officer().do(
    withdrawRuleOverride,
    { ruleId: later.id, on: '2026-06-01', reason: 'Trung ương đã quy định' },
    { version: later.version },
  );
  expect(withdrawn).toMatchObject({ version: 2, validTo: '2026-06-01', withdrawn: { reason: 'Trung ương đã quy định' } });
  expect(await valueOn('inspect.cell.compliance_days', '2026-06-01')).toBeUndefined();
  expect(
    await officer().refused(withdrawRuleOverride, { ruleId: later.id, on: '2026-07-01', reason: 'Lần nữa' }, { version: withdrawn.version }),
  ).toBe('organization/rule-ended');
});

it('one that was entered by mistake is withdrawn on its own day, and makes room for the right one', async () => {
  const wrong = await officer().do(setRuleOverride, given({ key: 'meeting.min_minutes', value: 900, validFrom: '2026-03-01' }));
  expect(await officer().refused(withdrawRuleOverride, { ruleId: wrong.id, on: '2026-02-28', reason: 'Nhập nhầm' }, { version: wrong.version })).toBe(
    'organization/rule-end-early',
  );
  await officer().do(withdrawRuleOverride, { ruleId: wrong.id, on: '2026-03-01', reason: 'Nhập nhầm' }, { version: wrong.version });
  await officer().do(setRuleOverride, given({ key: 'meeting.min_minutes', value: 100, validFrom: '2026-03-01' }));
  expect(ruleAt('meeting.min_minutes', '2026-03-01', await provinceContext(province.db))?.value).toBe(100);
});

describe('is refused', () => {
  const [fixed, looser] = [register['appeal.days'], register['meeting.min_minutes']];
  it.each([
    ['by a committee below the province', () => given({ nodeId: communeId }), 'organization/not-the-province', ''],
    [
      'where the rule is one for the whole Party, by naming its document',
      () => given({ key: 'appeal.days' }),
      'organization/rule-refused',
      fixed.rows.at(-1)?.source,
    ],
    [
      'where it is looser, by naming the document',
      () => given({ key: 'meeting.min_minutes', value: 45, validFrom: '2026-11-01' }),
      'organization/rule-refused',
      looser.rows.at(-1)?.source,
    ],
    ['for a rule that there is not', () => given({ key: 'meeting.never_heard_of' }), 'organization/rule-refused', ''],
    ['with a value of another kind', () => given({ value: { num: 1, den: 3 } }), 'organization/rule-refused', ''],
    ['before its document', () => given({ validFrom: '2025-08-25' }), 'organization/rule-before-document', ''],
    [
      'by a document that is not signed yet',
      () => given({ validFrom: '2099-01-01', document: { number: '1-QĐ/TU', date: '2099-01-01' } }),
      'organization/rule-document-ahead',
      '',
    ],
  ])('%s', async (_how, input, code, names) => {
    const problem: unknown = await officer()
      .do(setRuleOverride, input())
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({ code });
    expect(JSON.stringify(problem)).toContain(names ?? 'nothing');
  });

  it('from whoever does not hold the right at the province', async () => {
    const other = province.world.person('somebody');
    expect(await other.refused(setRuleOverride, given())).toBe('request/forbidden');
    expect((await other.do(listRuleOverrides, {})).items.length).toBeGreaterThan(0);
  });
});
