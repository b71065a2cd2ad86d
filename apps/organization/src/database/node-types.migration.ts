import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Party's founding: for a type whose beginning no source dates. */
const ALWAYS = '1930-02-03';
const BLOCS_END = '2025-02-01';
const DISTRICTS_END = '2025-07-01';
const QD208_FROM = '2026-07-26';

const STATUTE = 'Điều lệ Đảng (Đại hội XI, 19/01/2011), Điều 10, 21, 24';
const QD294 = 'QĐ 294-QĐ/TW, 26/5/2025';
const QD208 = 'QĐ 208-QĐ/TW, 26/7/2026';
const HD42 = 'HD 42-HD/BTCTW, 28/10/2025, phần 4';

/** Groups of digits or capitals: both the national form 38.168.053.000.001 and a province's own shorter codes. */
const CODE = '^[0-9A-ZĐ]{1,12}([.-][0-9A-ZĐ]{1,12}){0,7}$';

type TypeRow = {
  code: string;
  label: string;
  parents: string[];
  cell?: true;
  seal: boolean;
  symbol: string;
  /** May have an inspection commission and organs that advise its committee. */
  organs: boolean;
  inspects: NodeTraits['inspectsAs'];
  level: number;
  from: string;
  to?: string;
  source: string;
};

const uppers = ['PROVINCE', 'UPPER_GRASSROOTS', 'DISTRICT', 'BLOC'];
const insides = ['GRASSROOTS_COMMITTEE', 'SECTION_COMMITTEE', 'SUB_GRASSROOTS_COMMITTEE'];
const superior = { seal: true, organs: true, inspects: 'SUPERIOR_COMMITTEE' } as const;
const grassroots = { seal: true, organs: true, inspects: 'GRASSROOTS_COMMITTEE' } as const;
const cell = { cell: true, seal: false, organs: false, inspects: 'CELL', symbol: 'CB', level: 5 } as const;

/** domain.md §1.1, §2.1, §2.2, §5.2. The seal of a cell is the province's to give, node by node. */
const types: TypeRow[] = [
  { ...superior, code: 'PROVINCE', label: 'Đảng bộ tỉnh, thành phố', parents: [], symbol: 'TU', level: 1, from: ALWAYS, source: STATUTE },
  {
    ...superior,
    code: 'UPPER_GRASSROOTS',
    label: 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng',
    parents: ['PROVINCE'],
    symbol: 'ĐU',
    level: 2,
    from: ALWAYS,
    source: STATUTE,
  },
  {
    ...superior,
    code: 'DISTRICT',
    label: 'Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh',
    parents: ['PROVINCE'],
    symbol: 'HU',
    level: 2,
    from: ALWAYS,
    to: DISTRICTS_END,
    source: QD294,
  },
  {
    ...superior,
    code: 'BLOC',
    label: 'Đảng bộ khối',
    parents: ['PROVINCE'],
    symbol: 'ĐUK',
    level: 2,
    from: ALWAYS,
    to: BLOCS_END,
    source: 'Kết thúc hoạt động đảng bộ khối từ tháng 02/2025',
  },
  { ...grassroots, code: 'GRASSROOTS_COMMITTEE', label: 'Đảng bộ cơ sở', parents: uppers, symbol: 'ĐU', level: 3, from: ALWAYS, source: STATUTE },
  { ...cell, code: 'GRASSROOTS_CELL', label: 'Chi bộ cơ sở', parents: uppers, from: ALWAYS, to: QD208_FROM, source: STATUTE },
  { ...cell, code: 'GRASSROOTS_CELL', label: 'Chi bộ', parents: uppers, from: QD208_FROM, source: QD208 },
  {
    code: 'SECTION_COMMITTEE',
    label: 'Đảng bộ bộ phận',
    parents: ['GRASSROOTS_COMMITTEE'],
    seal: false,
    organs: false,
    inspects: 'SECTION_COMMITTEE',
    symbol: 'ĐU',
    level: 4,
    from: ALWAYS,
    source: STATUTE,
  },
  {
    ...grassroots,
    code: 'SUB_GRASSROOTS_COMMITTEE',
    label: 'Đảng bộ trực thuộc cơ sở',
    parents: ['GRASSROOTS_COMMITTEE'],
    symbol: 'ĐU',
    level: 4,
    from: QD208_FROM,
    source: QD208,
  },
  { ...cell, code: 'CELL', label: 'Chi bộ trực thuộc', parents: insides, from: ALWAYS, to: QD208_FROM, source: STATUTE },
  { ...cell, code: 'CELL', label: 'Chi bộ', parents: insides, from: QD208_FROM, source: QD208 },
];

const sectors: [code: string, label: string][] = [
  ['VILLAGE_RESIDENTIAL', 'Thôn, bản, tổ dân phố'],
  ['ADMIN_PUBLIC_SERVICE', 'Cơ quan, đơn vị sự nghiệp'],
  ['STATE_ENTERPRISE', 'Doanh nghiệp nhà nước'],
  ['PRIVATE_FDI_ENTERPRISE', 'Doanh nghiệp tư nhân, có vốn đầu tư nước ngoài'],
  ['STUDENT', 'Học sinh, sinh viên'],
  ['ARMED_FORCES', 'Lực lượng vũ trang'],
];

/** Today's types and those that have ended, with their sources; later ones arrive by migrations of their own. */
export class NodeTypes1762000100000 implements MigrationInterface {
  name = 'NodeTypes1762000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const t of types) {
      await runner.query(
        `insert into node_type (code, label, allowed_parents, meets_as_cell, may_have_committee, may_have_inspection_commission,
           may_have_advisory_organs, inspects_as, has_seal, symbol, body_title, code_pattern, level, valid_from, valid_to, source)
         values ($1, $2, $3, $4, true, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          t.code,
          t.label,
          t.parents,
          t.cell ?? false,
          t.organs,
          t.inspects,
          t.seal,
          t.symbol,
          t.cell ? '' : 'Ban Chấp hành',
          CODE,
          t.level,
          t.from,
          t.to ?? null,
          t.source,
        ],
      );
    }
    for (const [index, [code, label]] of sectors.entries()) {
      await runner.query('insert into sector (code, label, position, valid_from, source) values ($1, $2, $3, $4, $5)', [
        code,
        label,
        index + 1,
        ALWAYS,
        HD42,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from sector; delete from node_type');
  }
}
