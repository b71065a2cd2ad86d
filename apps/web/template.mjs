import { importSheetLabel, memberColumns, organizationColumns } from '@vungmanh/contracts/organization/import-sheet';
import { pastColumns } from '@vungmanh/contracts/training/past-sheet';
import { writeWorkbook } from '@vungmanh/documents/workbook/write';

/** The empty workbook that the page of the import hands out: its two sheets, and a third that says what to write where. */
const sheet = (name, columns) => ({
  name,
  columns: columns.map((c) => ({ header: c.title, width: Math.max(18, c.title.length + 4), kind: c.date ? 'date' : 'text' })),
  rows: [],
});
const guide = [...organizationColumns.map((c) => [importSheetLabel.ORGANIZATIONS, c]), ...memberColumns.map((c) => [importSheetLabel.MEMBERS, c])];

await writeWorkbook(new URL('dist/mau-nhap-du-lieu.xlsx', import.meta.url).pathname, [
  sheet(importSheetLabel.ORGANIZATIONS, organizationColumns),
  sheet(importSheetLabel.MEMBERS, memberColumns),
  {
    name: 'Cách ghi',
    columns: [
      { header: 'Trang', width: 16, kind: 'text' },
      { header: 'Cột', width: 28, kind: 'text' },
      { header: 'Phải ghi', width: 10, kind: 'text' },
      { header: 'Ghi thế nào', width: 90, kind: 'text' },
    ],
    rows: guide.map(([name, c]) => [name, c.title, c.required ? 'Có' : '', c.how]),
  },
]);

await writeWorkbook(new URL('dist/mau-luot-hoc.xlsx', import.meta.url).pathname, [
  sheet('Lượt học trước đây', pastColumns),
  {
    name: 'Cách ghi',
    columns: [
      { header: 'Cột', width: 28, kind: 'text' },
      { header: 'Phải ghi', width: 10, kind: 'text' },
      { header: 'Ghi thế nào', width: 90, kind: 'text' },
    ],
    rows: pastColumns.map((c) => [c.title, c.required ? 'Có' : '', c.how]),
  },
]);
