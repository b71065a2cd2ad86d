/** The simulated province as the workbook that a province would bring: two sheets in the columns of the import. */
export async function writeDemoWorkbook({ file, scale, seed, anchor }) {
  const [{ organizationsOf }, { membersOf }, { memberColumns, organizationColumns }, { writeWorkbook }] = await Promise.all([
    import('@vungmanh/demo/organizations'),
    import('@vungmanh/demo/members'),
    import('@vungmanh/contracts/organization/import-sheet'),
    import('@vungmanh/documents/workbook/write'),
  ]);
  const organizations = organizationsOf(scale, seed);
  const dates = new Set(['establishedOn', 'birthDate', 'admittedOn', 'officialOn', 'exemptFrom', 'awayFrom']);
  const sheet = (name, columns, records) => ({
    name,
    columns: columns.map((c) => ({ header: c.title, width: 22, kind: dates.has(c.key) ? 'date' : 'text' })),
    rows: (function* () {
      for (const record of records) yield columns.map((c) => record[c.key]);
    })(),
  });
  await writeWorkbook(file, [
    sheet(
      'Tổ chức đảng',
      organizationColumns,
      organizations.map((o) => ({ ...o, sector: o.sector })),
    ),
    sheet('Đảng viên', memberColumns, members(membersOf(organizations, seed, anchor))),
  ]);
  return file;
}

const sexes = { MALE: 'Nam', FEMALE: 'Nữ' };
const statuses = { OFFICIAL: 'Chính thức', PROBATIONARY: 'Dự bị' };

function* members(all) {
  for (const member of all) yield { ...member, sex: sexes[member.sex], status: statuses[member.status] };
}
