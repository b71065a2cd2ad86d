import type { TreeItem } from '../../ui/tree-rows.js';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Hồng'];
const givens = [
  'An',
  'Bình',
  'Chiến',
  'Dung',
  'Đào',
  'Giang',
  'Hòa',
  'Khánh',
  'Lan',
  'Mạnh',
  'Ngọc',
  'Oanh',
  'Phúc',
  'Quyên',
  'Sơn',
  'Thủy',
  'Uyên',
  'Vinh',
  'Xuân',
  'Yến',
];
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** Made-up people; the same number gives the same name. */
export const name = (i: number): string => `${at(families, i * 5 + 1)} ${at(middles, i * 7 + (i >> 3))} ${at(givens, i)}`;

export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly present: number;
  readonly state: 'published' | 'met' | 'noticed' | 'planned' | 'missed';
  readonly overdue: number;
}

const states = ['published', 'met', 'published', 'noticed', 'published', 'planned', 'missed'] as const;
export const cells: readonly Cell[] = Array.from({ length: 9 }, (_, i) => ({
  id: String(i),
  name: `Chi bộ thôn ${at(['Đông', 'Đoài', 'Thượng', 'Hạ', 'Trung', 'Nội', 'Ngoại', 'Bắc', 'Nam'], i)}`,
  members: 17 + ((i * 7) % 31),
  present: Math.floor((17 + ((i * 7) % 31)) * (0.86 + (i % 4) * 0.04)),
  state: at(states, i),
  overdue: i % 4 === 3 ? 2 : 0,
}));

export const roots: readonly TreeItem[] = [{ id: 'p', label: 'Đảng bộ tỉnh Thử Nghiệm', count: '61.491', hasChildren: true, closed: true }];
const communes = Array.from({ length: 40 }, (_, i): TreeItem => ({
  id: `c${i}`,
  label: `Đảng bộ xã Mẫu ${i + 1}`,
  hint: `Mã ${String(101 + i)}`,
  count: String(300 + ((i * 37) % 400)),
  hasChildren: i % 9 !== 8,
}));
export const branches = new Map<string, readonly TreeItem[]>([
  ['p', communes],
  ...communes.map((c): [string, readonly TreeItem[]] => [
    c.id,
    cells.map((cell) => ({ id: `${c.id}-${cell.id}`, label: cell.name, count: String(cell.members), hasChildren: false })),
  ]),
]);
