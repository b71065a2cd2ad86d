// `npm run import -- danh-sach.xlsx [--address=http://127.0.0.1:8080] [--user=ten] [--organization=ma] [--confirm]`
// The same import as on the page, for whoever has many files: signs in through the gateway like a person.
import { everyItem, Refused } from './client.mjs';
import { confirmWorkbook, previewWorkbook } from './import-workbook.mjs';
import { ask, options, signedIn } from './terminal.mjs';

const [file] = process.argv.slice(2).filter((a) => !a.startsWith('--'));

function told(name, counts) {
  if (counts)
    console.log(
      `  ${name}: ${counts.new} thêm mới, ${counts.changed} thay đổi, ${counts.unchanged} không đổi, ${counts.errors} lỗi, ${counts.warnings} cần xem lại`,
    );
}

async function run() {
  if (!file) throw new Error('Cách dùng: npm run import -- danh-sach.xlsx [--user=ten] [--confirm]');
  const client = await signedIn(options.get('user'));
  const roots = await client.call('GET', '/organizations/roots');
  const wanted = options.get('organization');
  const root = wanted ? roots.items.find((r) => r.code === wanted) : roots.items[0];
  if (!root) throw new Error('Tài khoản này không được giao quyền nhập dữ liệu ở tổ chức nào.');
  const checked = await previewWorkbook(client, { file, nodeId: root.id, log: console.log });
  told('Tổ chức đảng', checked.organizations);
  told('Đảng viên', checked.members);
  for (const sheet of ['ORGANIZATIONS', 'MEMBERS']) {
    let shown = 0;
    for await (const row of everyItem(client, `/imports/${checked.id}/rows?sheet=${sheet}&state=ERROR`)) {
      for (const remark of row.remarks.filter((r) => r.kind === 'ERROR')) console.log(`  dòng ${row.row}, cột ${remark.column}: ${remark.says}`);
      if ((shown += 1) >= 50) break;
    }
  }
  if ((checked.organizations?.errors ?? 0) + (checked.members?.errors ?? 0) > 0)
    throw new Error('Tệp còn lỗi nên chưa nhập. Hãy sửa tệp rồi chạy lại.');
  if (!options.has('confirm') && (await ask('Nhập dữ liệu này? (co/khong): ')).trim().toLowerCase() !== 'co') return console.log('Chưa nhập gì.');
  const done = await confirmWorkbook(client, checked, console.log);
  told('Tổ chức đảng', done.organizations);
  told('Đảng viên', done.members);
}

run().catch((error) => {
  console.error(error instanceof Refused ? `${error.message} (${error.problem.code ?? error.status})` : error.message);
  process.exitCode = 1;
});
