import type { ImportCell, OrganizationColumn } from '@vungmanh/contracts/organization/import-sheet';
import { cellNode } from '@vungmanh/testing/given';
import type { TypeRow } from '../node-type/node-type.rules.js';
import { checkOrganizations, type OrganizationRow, type Standing } from './check-organizations.rules.js';
import type { StandingNode } from './organization-change.rules.js';
import { cyclesOf } from './cycle.rules.js';

const type = (code: string, label: string, allowedParents: string[], meetsAsCell = false): TypeRow => ({
  code,
  label,
  allowedParents,
  bodyTitle: '',
  level: 1,
  validFrom: '1930-02-03',
  source: 's',
  codePattern: '^[0-9A-ZĐ.]+$',
  traits: { ...cellNode('c').traits, meetsAsCell },
});
const root: StandingNode = {
  id: 'r',
  version: 1,
  code: '99',
  name: 'Đảng bộ tỉnh',
  typeCode: 'PROVINCE',
  parentCode: null,
  sector: null,
  hasSeal: null,
  establishedOn: null,
  decisionNumber: null,
  standsFrom: null,
};
const commune: StandingNode = {
  ...root,
  id: 'c',
  code: '99.001',
  name: 'Đảng bộ xã Hòa Bình',
  typeCode: 'GRASSROOTS_COMMITTEE',
  parentCode: '99',
  standsFrom: '2026-01-01',
};
const standing: Standing = {
  today: '2026-11-22',
  types: [
    type('PROVINCE', 'Đảng bộ tỉnh', []),
    type('GRASSROOTS_COMMITTEE', 'Đảng bộ cơ sở', ['PROVINCE']),
    type('GRASSROOTS_CELL', 'Chi bộ', ['PROVINCE'], true),
    type('CELL', 'Chi bộ', ['GRASSROOTS_COMMITTEE'], true),
  ],
  sectors: [{ code: 'VILLAGE_RESIDENTIAL', label: 'Thôn, bản, tổ dân phố', validFrom: '1930-02-03', source: 's' }],
  nodes: new Map([root, commune].map((n) => [n.code, n])),
  rootCode: '99',
  takenElsewhere: new Set(['98.001']),
};
const text = (value: string): ImportCell => ({ kind: 'TEXT', text: value });
const cells = (values: Partial<Record<OrganizationColumn, string | ImportCell>>): OrganizationRow['cells'] =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? text(value) : value]));
const cell = { code: '99.001.001', name: 'Chi bộ thôn 1', type: 'Chi bộ', parentCode: '99.001', sector: 'thôn' };
const check = (...rows: Partial<Record<OrganizationColumn, string | ImportCell>>[]) =>
  checkOrganizations(
    rows.map((values, i) => ({ row: i + 2, cells: cells(values) })),
    standing,
  );

describe('a row', () => {
  it('of a new cell is new, with the type that its label means below that parent', () => {
    const [checked] = check(cell);
    expect(checked).toMatchObject({
      row: 2,
      state: 'NEW',
      remarks: [],
      facts: { typeCode: 'CELL', sector: 'VILLAGE_RESIDENTIAL', parentCode: '99.001' },
    });
    expect(check({ ...cell, parentCode: '99' })[0]?.facts?.typeCode).toBe('GRASSROOTS_CELL');
  });

  it('may stand below a row that comes later', () => {
    const found = check(
      { ...cell, parentCode: '99.002' },
      { code: '99.002', name: 'Đảng bộ xã Mới', type: 'GRASSROOTS_COMMITTEE', parentCode: '99' },
    );
    expect(found.map((f) => f.state)).toEqual(['NEW', 'NEW']);
    expect(found[0]?.facts?.typeCode).toBe('CELL');
  });

  it('that says what stands is unchanged; an empty cell takes nothing away', () => {
    const [checked] = check({ code: '99.001', name: 'Đảng bộ xã Hòa Bình', type: 'Đảng bộ cơ sở' });
    expect(checked).toMatchObject({ state: 'UNCHANGED', remarks: [] });
  });

  it('that says otherwise is changed, cell by cell, with what stands', () => {
    const [checked] = check({
      code: '99.001',
      name: 'Đảng bộ xã Hòa Hợp',
      type: 'Đảng bộ cơ sở',
      hasSeal: 'Có',
      establishedOn: { kind: 'DATE', text: '2025-07-01' },
    });
    expect(checked?.state).toBe('CHANGED');
    expect(checked?.remarks.map((r) => [r.column, r.kind, r.says])).toEqual([
      ['name', 'CHANGED', 'Đang là: Đảng bộ xã Hòa Bình.'],
      ['hasSeal', 'CHANGED', 'Đang để trống.'],
      ['establishedOn', 'CHANGED', 'Đang để trống.'],
    ]);
  });

  it.each<[string, Partial<Record<OrganizationColumn, string | ImportCell>>, OrganizationColumn, RegExp]>([
    ['no code', { code: '' }, 'code', /Chưa nhập mã/],
    ['a code that is none', { code: 'thôn/1' }, 'code', /chưa đúng dạng/],
    ['a code of somebody elsewhere', { code: '98.001' }, 'code', /ngoài phạm vi/],
    ['no name', { name: '' }, 'name', /Chưa nhập tên/],
    ['a type that nobody knows', { type: 'Chi đoàn' }, 'type', /Không có loại hình "Chi đoàn"/],
    ['a type that may not stand there', { type: 'Đảng bộ cơ sở' }, 'type', /không được lập trực thuộc/],
    ['no parent', { parentCode: '' }, 'parentCode', /Chưa nhập mã tổ chức cấp trên/],
    ['an unknown parent', { parentCode: '99.777' }, 'parentCode', /Không có tổ chức mã 99.777/],
    ['itself as parent', { parentCode: '99.001.001' }, 'parentCode', /của chính mình/],
    ['a sector that nobody knows', { sector: 'sao Hỏa' }, 'sector', /Thôn, bản, tổ dân phố/],
    ['neither yes nor no', { hasSeal: 'chưa rõ' }, 'hasSeal', /"Có" hoặc "Không"/],
    ['a day to come', { establishedOn: { kind: 'DATE', text: '2026-11-23' } }, 'establishedOn', /sau hôm nay/],
    ['a formula', { name: { kind: 'BROKEN', text: 'Ô này chứa công thức.' } }, 'name', /công thức/],
  ])('with %s is in error and says so', (_what, wrong, column, says) => {
    const [checked] = check({ ...cell, ...wrong });
    expect(checked?.state).toBe('ERROR');
    expect(checked?.facts).toBeUndefined();
    expect(checked?.remarks.find((r) => r.column === column && r.kind === 'ERROR')?.says).toMatch(says);
  });

  it('neither moves a standing organization nor changes its type', () => {
    const [moved, retyped] = check(
      { code: '99.001', name: 'Đảng bộ xã Hòa Bình', type: 'Đảng bộ cơ sở', parentCode: '99.002' },
      { ...cell, code: '99.002', type: 'Đảng bộ cơ sở', parentCode: '99' },
    );
    expect(moved?.remarks[0]?.says).toMatch(/đang trực thuộc tổ chức có mã 99/);
    expect(retyped?.state).toBe('NEW');
    expect(check({ code: '99.001', name: 'x', type: 'Chi bộ' })[0]?.remarks.map((r) => r.says)).toContainEqual(
      expect.stringMatching(/Không đổi loại hình/),
    );
  });

  it('is warned of a code in a cell of numbers, and of a cell without a sector', () => {
    const [checked] = check({ ...cell, code: { kind: 'NUMBER', text: '99001' }, sector: '' });
    expect(checked?.state).toBe('NEW');
    expect(checked?.remarks.map((r) => [r.column, r.kind])).toEqual([
      ['code', 'WARNING'],
      ['sector', 'WARNING'],
    ]);
  });
});

it('a code in two rows names the other row', () => {
  expect(check(cell, cell)[1]?.remarks).toEqual([{ column: 'code', kind: 'ERROR', says: expect.stringContaining('dòng 2') }]);
});

it('a circle of parents is drawn', () => {
  const committee = (code: string, parentCode: string) => ({ code, name: code, type: 'Đảng bộ cơ sở', parentCode });
  const found = check(committee('A', 'B'), committee('B', 'C'), committee('C', 'A'), committee('D', 'A'));
  expect(found.map((f) => f.remarks.find((r) => r.column === 'parentCode')?.says)).toEqual([
    'Các tổ chức này là cấp trên vòng tròn của nhau: A → B → C → A.',
    'Các tổ chức này là cấp trên vòng tròn của nhau: A → B → C → A.',
    'Các tổ chức này là cấp trên vòng tròn của nhau: A → B → C → A.',
    undefined,
  ]);
});

it('finds circles in a chain of thousands without running out of breath', () => {
  const chain = new Map(Array.from({ length: 20_000 }, (_, i) => [String(i), String(i + 1)] as const));
  expect(cyclesOf(chain).size).toBe(0);
  expect(cyclesOf(chain.set('20000', '0')).size).toBe(20_001);
});
