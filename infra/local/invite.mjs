// `npm run invite -- --user=ten.moi --name="Họ và tên" --role=CELL_SECRETARY --organization=ma [--below] [--officer=ten] [--address=…]`
// Opens an account with one role and prints its invitation, as the page does; for an account that exists, a new invitation alone.
import { everyItem, Refused } from './client.mjs';
import { options, signedIn } from './terminal.mjs';

async function run() {
  const username = options.get('user');
  if (!username) throw new Error('Thiếu --user=… (tên đăng nhập của người được mời)');
  const client = await signedIn(options.get('officer'));
  const account = (await find(client, username)) ?? (await open(client, username));
  const { code, expiresAt } = await client.call('POST', `/accounts/${account.id}/invitation`, {});
  console.log(`Địa chỉ:        ${client.baseUrl}/invitation\nTên đăng nhập:  ${username}\nMã mời:         ${code.slice(0, 5)}-${code.slice(5)}`);
  console.log(
    `Dùng được đến:  ${new Date(expiresAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}\nMã dùng một lần và không được lưu ở đâu khác.`,
  );
}

async function find(client, username) {
  for await (const account of everyItem(client, `/accounts?search=${encodeURIComponent(username)}`))
    if (account.username === username) return account;
  return undefined;
}

/** The code of a province begins those of everything in it: the search may find many. */
async function organization(client, code) {
  for await (const node of everyItem(client, `/organizations/search?text=${encodeURIComponent(code)}`)) if (node.code === code) return node;
  return undefined;
}

async function open(client, username) {
  const missing = ['name', 'role', 'organization'].filter((name) => !options.get(name));
  if (missing.length > 0) throw new Error(`Tài khoản ${username} chưa có. Để mở mới, thêm ${missing.map((name) => `--${name}=…`).join(', ')}`);
  const code = options.get('organization');
  const node = await organization(client, code);
  if (!node) throw new Error(`Không tìm thấy tổ chức có mã ${code}`);
  const input = { username, displayName: options.get('name'), roleCode: options.get('role'), nodeId: node.id, below: options.has('below') };
  return client.call('POST', '/accounts', input);
}

run().catch((error) => {
  console.error(error instanceof Refused ? `${error.message} (${error.problem.code ?? error.status})` : error.message);
  process.exitCode = 1;
});
