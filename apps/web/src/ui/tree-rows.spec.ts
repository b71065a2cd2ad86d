import { treeKey, treeRows, type TreeItem } from './tree-rows.js';

const node = (id: string, hasChildren = false): TreeItem => ({ id, label: id, hasChildren });
const roots = [node('tinh', true)];
const children = new Map([
  ['tinh', [node('xa', true), node('so'), node('khoi', true)]],
  ['xa', [node('thon1'), node('thon2')]],
]);
const rowsOf = (...open: string[]) => treeRows(roots, (id) => children.get(id), new Set(open));

describe('rows of a tree', () => {
  it('are those in sight, with level and place among siblings', () => {
    expect(rowsOf().map((r) => r.item.id)).toEqual(['tinh']);
    const rows = rowsOf('tinh', 'xa', 'khoi');
    expect(rows.map((r) => [r.item.id, r.level, r.position, r.siblings, r.open, r.loading])).toEqual([
      ['tinh', 1, 1, 1, true, false],
      ['xa', 2, 1, 3, true, false],
      ['thon1', 3, 1, 2, false, false],
      ['thon2', 3, 2, 2, false, false],
      ['so', 2, 2, 3, false, false],
      ['khoi', 2, 3, 3, true, true],
    ]);
  });

  it('leave out what lies below a closed branch', () => expect(rowsOf('xa').map((r) => r.item.id)).toEqual(['tinh']));
});

describe('keys of a tree', () => {
  const rows = rowsOf('tinh', 'xa', 'khoi');
  it.each([
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowDown', 5, { to: 5 }],
    ['ArrowUp', 0, { to: 0 }],
    ['End', 0, { to: 5 }],
    ['Home', 4, { to: 0 }],
    ['ArrowRight', 1, { to: 2 }],
    ['ArrowRight', 4, undefined],
    ['ArrowRight', 5, undefined],
    ['ArrowLeft', 1, { toggle: 'xa' }],
    ['ArrowLeft', 3, { to: 1 }],
    ['Enter', 4, { choose: 'so' }],
    ['a', 0, undefined],
  ])('%s on row %i', (key, at, move) => expect(treeKey(key, rows, at)).toEqual(move));

  it('opens a closed branch', () => expect(treeKey('ArrowRight', rowsOf('tinh'), 1)).toEqual({ toggle: 'xa' }));
});
