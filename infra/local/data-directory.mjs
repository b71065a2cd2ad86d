import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identify, isAlive, stopProcess } from './processes.mjs';

/**
 * Takes `directory` for this process: refuses when another start holds it, and stops what a killed start left running there.
 * Answers `{ record(pid, {name, stage, signal}), release() }`; what is recorded is what the next start would stop.
 */
export async function takeDataDirectory(directory, { log }) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`Không ghi được vào ${directory} (${error.code}): thư mục thuộc người dùng khác? Đặt VUNGMANH_DATA tới nơi khác.`);
  }
  const file = path.join(directory, 'run', 'processes.json');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (before && isAlive(before.start)) {
    throw new Error(`Vững Mạnh đang chạy trên ${directory} (tiến trình ${before.start.pid}). Dừng nó trước, hoặc đặt VUNGMANH_DATA tới nơi khác.`);
  }
  await stopLeftovers(before?.children ?? [], log);

  const children = new Map();
  const start = identify(process.pid);
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ start, children: [...children.values()] }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    record: (pid, about) => {
      for (const [known, each] of children) if (!isAlive(each)) children.delete(known);
      children.set(pid, { ...identify(pid), ...about });
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

async function stopLeftovers(children, log) {
  const left = children.filter((each) => each.born !== undefined && isAlive(each));
  if (left.length > 0) log(`Dọn ${left.length} tiến trình còn sót của lần chạy trước…`);
  for (const stage of [...new Set(left.map((each) => each.stage))].sort((a, b) => a - b)) {
    await Promise.all(left.filter((each) => each.stage === stage).map((each) => stopProcess(each, { signal: each.signal })));
  }
}
