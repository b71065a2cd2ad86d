import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Client } from './client.mjs';

/** The options of a command line as `--name=value`. */
export const options = new Map(
  process.argv
    .slice(2)
    .filter((a) => a.startsWith('--'))
    .map((a) => a.slice(2).split(/=(.*)/s, 2)),
);

/** Asks on the terminal; a secret is not echoed. The password may come from VUNGMANH_PASSWORD for unattended runs, never from an argument. */
export async function ask(question, secret = false) {
  const output = new Writable({ write: (chunk, _encoding, done) => (secret ? done() : process.stdout.write(chunk, done)) });
  const terminal = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  if (secret) process.stdout.write(question);
  try {
    return await terminal.question(secret ? '' : question);
  } finally {
    terminal.close();
    if (secret) process.stdout.write('\n');
  }
}

function setUpApp({ secret }) {
  console.log(
    'Quyền của tài khoản này cần thêm mã xác thực; thiết lập một lần. Trong ứng dụng xác thực trên điện thoại, chọn nhập khóa bằng tay (theo thời gian):',
  );
  console.log(`  ${secret.match(/.{1,4}/g).join(' ')}`);
  return ask('6 chữ số mà ứng dụng hiện ra: ');
}

function showRecoveryCodes(codes) {
  console.log('Mã dự phòng, dùng khi mất hoặc không mang điện thoại. Chỉ hiện một lần: hãy ghi ra giấy và cất giữ.');
  for (const code of codes) console.log(`  ${code.slice(0, 5)}-${code.slice(5)}`);
}

/** Signs in like a person whose name, password and code are asked for; the name may be an option. */
export async function signedIn(user) {
  const client = new Client(options.get('address') ?? `http://127.0.0.1:${process.env.PORT ?? 8080}`, {
    code: ({ cardNumber, simulatedCode }) => simulatedCode ?? ask(cardNumber === undefined ? 'Mã xác thực: ' : `Mã số ${cardNumber} trên thẻ: `),
    enroll: { code: setUpApp, keep: showRecoveryCodes },
  });
  await client.signIn(user ?? (await ask('Tên đăng nhập: ')), process.env.VUNGMANH_PASSWORD ?? (await ask('Mật khẩu: ', true)));
  return client;
}
