import { BETWEEN_TEXTS } from '@vungmanh/contracts/membership/import';
import { memberColumns, type ImportCell, type MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import { placesOf, shownCells } from './reading.rules.js';
import { readRow } from './sheet-row.rules.js';

const TODAY = '2026-11-22';
const node = { nodeId: '01930000-0000-7000-8000-000000000001', meetsAsCell: true };
const text = (value: string): ImportCell => ({ kind: 'TEXT', text: value });
const number = (value: string): ImportCell => ({ kind: 'NUMBER', text: value });
const date = (value: string): ImportCell => ({ kind: 'DATE', text: value });
const broken = (why: string): ImportCell => ({ kind: 'BROKEN', text: why });
const whole: Partial<Record<MemberColumn, ImportCell>> = {
  name: text('Lê Văn An'),
  cardNumber: text('38.012.345'),
  citizenNumber: text('038180001111'),
  birthDate: date('1980-05-19'),
  sex: text('Nam'),
  admittedOn: date('2010-02-03'),
  officialOn: date('2011-02-03'),
  cellCode: text('38.1.2'),
  residence: text('Chi bộ bản Hậu'),
  status: text('Chính thức'),
};
type Cells = Partial<Record<MemberColumn, ImportCell | undefined>>;
const columns = memberColumns.map((c) => c.key).toReversed();
const readCells = (cells: Cells, cell?: typeof node) => {
  const of = (kind: ImportCell['kind']) => columns.filter((c) => cells[c]?.kind === kind);
  const row = { row: 7, texts: columns.map((c) => cells[c]?.text ?? '').join(BETWEEN_TEXTS), numbers: of('NUMBER'), broken: of('BROKEN') };
  const { shown, ...rest } = readRow({ ...row, cell: 0 }, { places: placesOf(columns), cells: [cell ?? null], today: TODAY });
  return { ...rest, shown: shownCells(shown) };
};
const read = (cells: Cells, cell = node) => readCells({ ...whole, ...cells }, cell);
const remarksOf = (cells: Parameters<typeof read>[0]) => read(cells).remarks.map((r) => `${r.column} ${r.kind}`);

it('reads a whole row without a remark', () => {
  expect(read({})).toMatchObject({
    row: 7,
    nodeId: node.nodeId,
    name: 'Lê Văn An',
    birthDate: '1980-05-19',
    sex: 'MALE',
    cardNumber: '38012345',
    citizenNumber: '038180001111',
    status: 'OFFICIAL',
    admittedOn: '2010-02-03',
    officialOn: '2011-02-03',
    residence: 'Chi bộ bản Hậu',
    remarks: [],
    shown: { name: 'Lê Văn An', birthDate: '19/05/1980', cellCode: '38.1.2', status: 'Chính thức' },
  });
});

describe('takes', () => {
  it.each([
    ['a name in NFD', { name: text('Vi Thị Hoà'.normalize('NFD')) }, { name: 'Vi Thị Hoà'.normalize('NFC') }],
    ['a name in capitals', { name: text('HÀ  ĐỨC ÂN') }, { name: 'Hà Đức Ân' }],
    ['a name with a hyphen and an apostrophe', { name: text("Y-Bhăm Niê K'Đăm") }, { name: "Y-Bhăm Niê K'Đăm" }],
    ['nữ', { sex: text('NỮ') }, { sex: 'FEMALE' }],
    ['a probationer', { status: text('Đảng viên dự bị'), officialOn: undefined }, { status: 'PROBATIONARY' }],
    ['"đang sinh hoạt" with an official day', { status: text('Đang sinh hoạt') }, { status: 'OFFICIAL' }],
    ['"đang sinh hoạt" without one', { status: text('đang sinh hoạt'), officialOn: undefined }, { status: 'PROBATIONARY' }],
    ['a row without numbers', { cardNumber: undefined, citizenNumber: undefined }, { cardNumber: undefined, citizenNumber: undefined }],
    [
      'exemption and working away',
      { exemptFrom: date('2026-01-01'), awayFrom: date('2026-02-01'), awayPlace: text('Bình Dương') },
      { exemptFrom: '2026-01-01', awayFrom: '2026-02-01', awayPlace: 'Bình Dương' },
    ],
  ] as const)('%s', (_what, cells, wanted) => {
    const row = read(cells);
    expect(row.remarks).toEqual([]);
    expect(row).toMatchObject(wanted);
  });
});

describe('says', () => {
  it.each([
    ['a missing name', { name: undefined }, ['name ERROR']],
    ['a name with a digit', { name: text('Lê Văn 2') }, ['name ERROR']],
    ['a missing day of admission', { admittedOn: undefined }, ['admittedOn ERROR']],
    ['a missing status', { status: undefined }, ['status ERROR']],
    ['a missing day of birth', { birthDate: undefined }, ['birthDate WARNING']],
    ['what could not be read', { birthDate: broken('Ô này chứa công thức.') }, ['birthDate ERROR']],
    ['a day after today', { admittedOn: date('2026-11-23'), officialOn: undefined, status: text('Dự bị') }, ['admittedOn ERROR']],
    ['born after admitted', { birthDate: date('2011-01-01') }, ['admittedOn ERROR']],
    ['official before admitted', { officialOn: date('2010-01-01') }, ['officialOn ERROR']],
    ['a probationer with an official day', { status: text('Dự bị') }, ['officialOn ERROR']],
    ['a probation too short for the rule of that day', { admittedOn: date('2024-01-01'), officialOn: date('2024-06-01') }, ['officialOn WARNING']],
    ['another sex', { sex: text('khác') }, ['sex ERROR']],
    ['an unknown status', { status: text('Đã từ trần') }, ['status ERROR']],
    ['a short card number', { cardNumber: text('1234') }, ['cardNumber ERROR']],
    ['an old identity number', { citizenNumber: text('171234567') }, ['citizenNumber ERROR']],
    ['a citizen number that Excel took its zero from', { citizenNumber: number('38180001111') }, ['citizenNumber WARNING']],
    ['no cell', { cellCode: undefined }, ['cellCode ERROR']],
    ['away before admitted', { awayFrom: date('2009-01-01') }, ['awayFrom ERROR']],
  ] as const)('%s', (_what, cells, said) => expect(remarksOf(cells)).toEqual(said));

  it('a cell that was not found, by the column that named it, and one that is no cell', () => {
    expect(readCells(whole).remarks).toMatchObject([{ column: 'cellCode', kind: 'ERROR' }]);
    const { cellCode: _, ...byName } = whole;
    expect(readCells({ ...byName, cellName: text('Chi bộ X') }).remarks).toMatchObject([{ column: 'cellName', kind: 'ERROR' }]);
    expect(read({}, { ...node, meetsAsCell: false }).remarks).toMatchObject([{ column: 'cellCode', kind: 'ERROR' }]);
  });

  it('never a card or citizen number', () => {
    const said = JSON.stringify(
      [read({ citizenNumber: number('38180001111') }), read({ citizenNumber: text('1712345670') }), read({ cardNumber: text('1234567') })].map(
        (r) => r.remarks,
      ),
    );
    for (const part of ['38180001111', '1712345670', '1234567']) expect(said).not.toContain(part);
  });
});
