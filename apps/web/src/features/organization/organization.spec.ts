import type { TreeLine } from '@vungmanh/contracts/organization/browse';
import { branchOf, forestOf, itemOf, moreItem, pathText } from './tree-items.js';
import { postName, postOptions } from './posts.js';
import { gapText } from './register-text.js';
import { seatInputs } from './seat-inputs.js';
import { decisionText } from './decision-text.js';

const line = (id: string, more: Partial<TreeLine> = {}): TreeLine => ({
  id,
  version: 1,
  code: id,
  name: `Tổ chức ${id}`,
  typeCode: 'CELL',
  typeLabel: 'Chi bộ',
  status: 'ACTIVE',
  meetsAsCell: true,
  children: 0,
  cellsBelow: 0,
  ...more,
});
const step = (id: string, readable: boolean) => ({ id, name: `Tổ chức ${id}`, readable });

describe('the tree', () => {
  it('says how many cells are below, and what has ended', () => {
    expect(itemOf(line('a', { children: 3, cellsBelow: 1204 }))).toEqual({ id: 'a', label: 'Tổ chức a', hasChildren: true, count: '1.204 chi bộ' });
    expect(itemOf(line('b', { status: 'ENDED' }))).toEqual({ id: 'b', label: 'Tổ chức b (đã kết thúc)', hasChildren: false });
  });

  it('shows the way down to one’s own roots and lets nobody read it', () => {
    const ways = new Map([
      ['x', [step('p', false), step('c', false)]],
      ['y', [step('p', false)]],
      ['z', []],
    ]);
    const { roots, closed } = forestOf([line('x'), line('y'), line('z')], (id) => ways.get(id) ?? []);
    expect(roots.map((r) => [r.id, r.closed ?? false])).toEqual([
      ['p', true],
      ['z', false],
    ]);
    expect(closed.get('p')?.map((r) => [r.id, r.closed ?? false])).toEqual([
      ['c', true],
      ['y', false],
    ]);
    expect(closed.get('c')?.map((r) => r.id)).toEqual(['x']);
  });

  it('opens the next page of very many like a branch', () => {
    const more = moreItem('node', 'con:tro');
    expect(more.closed && more.hasChildren).toBe(true);
    expect(branchOf(more.id)).toEqual({ nodeId: 'node', cursor: 'con:tro' });
    expect(branchOf('node')).toEqual({ nodeId: 'node' });
  });

  it('writes a path in one line', () => expect(pathText([step('p', false), step('c', true)])).toBe('Tổ chức p › Tổ chức c'));
});

describe('posts', () => {
  it('of a cell have no standing committee, and its members their own name', () => {
    expect(postOptions('CELL').map((o) => o.label)).toEqual(['Bí thư', 'Phó Bí thư', 'Chi ủy viên']);
    expect(postOptions('COMMITTEE')).toHaveLength(5);
    expect(postName('COMMITTEE', 'MEMBER')).toBe('Cấp ủy viên');
  });

  it('are sent for the lines that name somebody, and only when each has a post', () => {
    const an = { id: 'an', name: 'An' };
    const draft = { key: 1, person: an, post: 'SECRETARY', origin: 'ELECTED' } as const;
    const empty = { key: 2, person: undefined, post: undefined, origin: 'ELECTED' } as const;
    expect(seatInputs([draft, empty])).toEqual([{ personId: 'an', post: 'SECRETARY', origin: 'ELECTED' }]);
    expect(seatInputs([{ ...draft, post: undefined }])).toBeUndefined();
    expect(seatInputs([])).toEqual([]);
  });
});

it('names the numbers of the register that were never used', () => {
  expect(gapText({ number: 4, gapBefore: 0 })).toBe('');
  expect(gapText({ number: 4, gapBefore: 1 })).toBe('Khuyết số 03');
  expect(gapText({ number: 12, gapBefore: 3 })).toBe('Khuyết số 09–11');
});

it('writes a decision as on paper', () => {
  expect(decisionText({ number: '12-QĐ/ĐU', date: '2026-02-03' })).toBe('số 12-QĐ/ĐU ngày 03/02/2026');
  expect(decisionText({ number: '12-QĐ/ĐU' })).toBe('số 12-QĐ/ĐU');
  expect(decisionText(undefined)).toBeUndefined();
});
