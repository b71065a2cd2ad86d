import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, turbo } from './command.mjs';
import { startPlatform } from './platform.mjs';

const SCALES = ['demo', 'province', 'none'];

/** `npm start`: builds, starts everything, says where it is, and stops everything on Ctrl-C or SIGTERM. */
export async function main() {
  const options = readOptions();
  say('Đang dựng mã nguồn…');
  if ((await turbo(['build', '--output-logs=errors-only'], { quiet: true })) !== 0) throw new Error('Dựng mã nguồn thất bại: xem lỗi ở trên.');

  const abort = new AbortController();
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
    stopWithNpm(() => resolve('npm'));
  });
  void asked.then(() => {
    say('Đang dừng…');
    abort.abort(new Error('Đã dừng khi đang khởi động.'));
  });

  const platform = await startPlatform({ ...options, signal: abort.signal, log: say });
  report(platform, options);
  await asked;
  await platform.stop();
  say('Đã dừng hết.');
  process.exit(0);
}

function readOptions() {
  const given = process.argv.slice(2).map((argument) => /^--scale=(.+)$/.exec(argument)?.[1]);
  const scale = given.at(-1) ?? 'demo';
  if (given.includes(undefined) || !SCALES.includes(scale)) throw new Error(`Chỉ nhận --scale=${SCALES.join('|')}`);
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT=${process.env.PORT} không phải một cổng.`);
  return { scale, port, dataDir: path.resolve(root, process.env.VUNGMANH_DATA || '.data') };
}

/** npm that is killed outright stops nobody: notice that it, or the shell between it and us, has lost its parent. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  setInterval(() => ancestors() !== before && stop(), 1_000).unref();
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}

function report({ baseUrl, about }, { dataDir }) {
  say(`Vững Mạnh đã sẵn sàng: ${baseUrl}`);
  const lines = [`  PostgreSQL ${about.postgres}`, `  nats-server: ${about.nats}`, `  Dữ liệu: ${dataDir}   Nhật ký: ${path.join(dataDir, 'logs')}`];
  const file = path.join(dataDir, 'demo-accounts.json');
  if (existsSync(file)) {
    lines.push('  Tài khoản dùng thử (dữ liệu mô phỏng):');
    for (const account of JSON.parse(readFileSync(file, 'utf8'))) lines.push(`    ${Object.values(account).join('  ·  ')}`);
  }
  lines.push('  Ctrl-C để dừng.');
  console.log(lines.join('\n'));
}

function say(line) {
  console.log(`[${new Date().toTimeString().slice(0, 8)}] ${line}`);
}
