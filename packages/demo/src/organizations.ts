import { communeNames, offices } from './names.js';
import { Random } from './random.js';

export type Scale = 'demo' | 'province';

/** A row of the sheet of organizations, and how many members a cell has. */
export interface DemoOrganization {
  code: string;
  name: string;
  type: 'UPPER_GRASSROOTS' | 'GRASSROOTS_COMMITTEE' | 'GRASSROOTS_CELL' | 'SECTION_COMMITTEE' | 'CELL';
  parentCode: string;
  sector?: string;
  establishedOn: string;
  decisionNumber: string;
  /** Members enrolled here; 0 for whatever is not a cell. */
  members: number;
}

/** The code of the made-up province; no province of Viet Nam bears it. */
export const PROVINCE_CODE = '99';
export const PROVINCE_NAME = 'Đảng bộ tỉnh Minh Sơn (dữ liệu mô phỏng)';

/**
 * How large. `demo`: the 37 grassroots organizations and 190 cells of the Quan Sơn article beside the 53 organizations of the
 * Ninh Thuận one. `province`: the 800 and 3,664 of the Lạng Sơn article, in which a cell right below the province is one of the 800.
 */
const sizes = {
  demo: {
    communes: 13,
    communeCells: 152,
    grassrootsCells: 12,
    agencies: 12,
    agencyCells: 26,
    members: 3970,
    bloc: { committees: 16, cellsPer: 3, cells: 37, members: 1900 },
  },
  province: {
    communes: 180,
    communeCells: 2900,
    grassrootsCells: 380,
    agencies: 187,
    agencyCells: 764,
    members: 59591,
    bloc: { committees: 16, cellsPer: 3, cells: 37, members: 1900 },
  },
} as const;

/** Every organization below the province, parents before children. */
export function organizationsOf(scale: Scale, seed: number): DemoOrganization[] {
  const random = new Random(`organizations ${scale} ${seed}`);
  const size = sizes[scale];
  const made: DemoOrganization[] = [];
  let decision = 100;
  const add = (o: Omit<DemoOrganization, 'establishedOn' | 'decisionNumber' | 'members'>): string => {
    made.push({
      ...o,
      establishedOn: o.type === 'UPPER_GRASSROOTS' ? '2025-02-01' : '2025-07-01',
      decisionNumber: `${(decision += 1)}-QĐ/TU`,
      members: 0,
    });
    return o.code;
  };
  const code = (parent: string, n: number): string => `${parent}.${String(n).padStart(3, '0')}`;

  let top = 100;
  communeNames(size.communes).forEach((commune, i) => {
    const at = add({ code: code(PROVINCE_CODE, (top += 1)), name: `Đảng bộ xã ${commune}`, type: 'GRASSROOTS_COMMITTEE', parentCode: PROVINCE_CODE });
    const cells = share(size.communeCells, size.communes, i);
    const section =
      i % 6 === 0 ? add({ code: code(at, 900), name: `Đảng bộ bộ phận cụm thôn ${commune}`, type: 'SECTION_COMMITTEE', parentCode: at }) : undefined;
    for (let c = 1; c <= cells; c += 1) {
      const village = c <= Math.ceil(cells * 0.62);
      const parentCode = section && c > 1 && c <= 4 ? section : at;
      add({
        code: code(at, c),
        name: village ? `Chi bộ bản ${villageName(random, c)}` : `Chi bộ ${communeUnit(c, cells)} xã ${commune}`,
        type: 'CELL',
        parentCode,
        sector: village ? 'VILLAGE_RESIDENTIAL' : communeSector(c, cells),
      });
    }
  });
  for (let i = 0; i < size.agencies; i += 1) {
    const office = `${office3(i)} khu vực ${Math.floor(i / offices.length) + 1}`;
    const at = add({ code: code(PROVINCE_CODE, (top += 1)), name: `Đảng bộ ${office}`, type: 'GRASSROOTS_COMMITTEE', parentCode: PROVINCE_CODE });
    for (let c = 1; c <= share(size.agencyCells, size.agencies, i); c += 1) {
      add({
        code: code(at, c),
        name: `Chi bộ ${c}, ${office}`,
        type: 'CELL',
        parentCode: at,
        sector: i % 5 === 4 ? 'STATE_ENTERPRISE' : 'ADMIN_PUBLIC_SERVICE',
      });
    }
  }
  for (let i = 0; i < size.grassrootsCells; i += 1) {
    add({
      code: code(PROVINCE_CODE, (top += 1)),
      name: `Chi bộ Doanh nghiệp số ${i + 1}`,
      type: 'GRASSROOTS_CELL',
      parentCode: PROVINCE_CODE,
      sector: i % 3 === 0 ? 'PRIVATE_FDI_ENTERPRISE' : 'STATE_ENTERPRISE',
    });
  }
  spread(made, size.members, random);
  return [...made, ...bloc(size.bloc, random, add, made)];
}

/** The bloc of the Ninh Thuận article under its name of today: 53 organizations, some committees with cells, the others cells of their own. */
function bloc(
  size: { committees: number; cellsPer: number; cells: number; members: number },
  random: Random,
  add: (o: Omit<DemoOrganization, 'establishedOn' | 'decisionNumber' | 'members'>) => string,
  made: DemoOrganization[],
): DemoOrganization[] {
  const before = made.length;
  const at = add({ code: `${PROVINCE_CODE}.001`, name: 'Đảng bộ các cơ quan Đảng tỉnh', type: 'UPPER_GRASSROOTS', parentCode: PROVINCE_CODE });
  for (let i = 1; i <= size.committees; i += 1) {
    const name = `${office3(i - 1)} tỉnh`;
    const committee = add({ code: `${at}.${String(i).padStart(3, '0')}`, name: `Đảng bộ ${name}`, type: 'GRASSROOTS_COMMITTEE', parentCode: at });
    for (let c = 1; c <= size.cellsPer; c += 1)
      add({
        code: `${committee}.${String(c).padStart(3, '0')}`,
        name: `Chi bộ ${c}, ${name}`,
        type: 'CELL',
        parentCode: committee,
        sector: 'ADMIN_PUBLIC_SERVICE',
      });
  }
  for (let i = 1; i <= size.cells; i += 1) {
    const n = size.committees + i;
    add({
      code: `${at}.${String(n).padStart(3, '0')}`,
      name: `Chi bộ ${office3(n - 1)} tỉnh${n > offices.length ? ' II' : ''}`,
      type: 'GRASSROOTS_CELL',
      parentCode: at,
      sector: 'ADMIN_PUBLIC_SERVICE',
    });
  }
  const own = made.splice(before);
  spread(own, size.members, random);
  return own;
}

const office3 = (i: number): string => offices[i % offices.length] ?? 'Văn phòng';
const share = (total: number, parts: number, i: number): number => Math.floor(total / parts) + (i < total % parts ? 1 : 0);

const villages = [
  'Ngàm',
  'Máy',
  'Lang',
  'Chanh',
  'Muống',
  'Hiềng',
  'Khạn',
  'Xum',
  'Bôn',
  'Piềng',
  'Sủa',
  'Cum',
  'Hậu',
  'Păng',
  'Bun',
  'Phú',
  'Toong',
  'Xa',
  'Yên',
  'Son',
];
const villageName = (random: Random, n: number): string =>
  `${villages[(n - 1) % villages.length]}${n > villages.length ? ` ${Math.ceil(n / villages.length)}` : ''}${random.chance(0.1) ? ' Thượng' : ''}`;

const units = ['Cơ quan Đảng', 'Ủy ban nhân dân', 'Trường Tiểu học', 'Trường Trung học cơ sở', 'Trường Mầm non', 'Trạm Y tế', 'Công an', 'Quân sự'];
const communeUnit = (c: number, cells: number): string => `${units[(cells - c) % units.length]}${cells - c >= units.length ? ' số 2' : ''}`;
const communeSector = (c: number, cells: number): string =>
  ['Công an', 'Quân sự'].includes(units[(cells - c) % units.length] ?? '') ? 'ARMED_FORCES' : 'ADMIN_PUBLIC_SERVICE';

/** Gives every cell 7 to 57 members (the seeds' cells have 9, 27 and 57), exactly `total` in all. */
function spread(organizations: DemoOrganization[], total: number, random: Random): void {
  const cells = organizations.filter((o) => o.sector !== undefined);
  const weights = cells.map((o) => (o.sector === 'VILLAGE_RESIDENTIAL' ? random.int(12, 40) : random.int(8, 24)));
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = total;
  cells.forEach((cell, i) => {
    cell.members = Math.max(3, Math.floor(((weights[i] ?? 0) * total) / sum));
    left -= cell.members;
  });
  for (let i = 0; left !== 0 && cells.length > 0; i = (i + 1) % cells.length) {
    const cell = cells[i];
    if (!cell || (left < 0 && cell.members <= 3)) continue;
    cell.members += Math.sign(left);
    left -= Math.sign(left);
  }
}
