import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NOBODY = 65534;
const NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

const runs = (command, args, options = {}) => spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0;

/**
 * PostgreSQL refuses to be root. Decides how to run it: `{ wrap, ids, native, directory, how }`.
 * `force` ('namespace' | 'nobody') picks one way for tests.
 */
export function runAs({ native, directory, force }) {
  const postgres = path.join(native, 'bin', 'postgres');
  const here = { wrap: [], ids: {}, native, directory };
  if (process.platform === 'win32') return { ...here, how: 'người dùng hiện tại' };
  if (process.getuid() !== 0) {
    if (hasAccount()) return { ...here, how: 'người dùng hiện tại' };
    // initdb looks its user up in passwd; a bare number (docker --user 1500) gets a name through a namespace.
    return { ...here, wrap: NAMESPACE, how: 'không gian người dùng' };
  }
  const owner = existsSync(path.join(directory, 'PG_VERSION')) ? statSync(directory) : undefined;
  if (owner && owner.uid !== 0) {
    const ids = { uid: owner.uid, gid: owner.gid };
    return { ...here, ids, native: reachable(native, ids), how: `chủ của thư mục dữ liệu (uid ${owner.uid})` };
  }
  if (force !== 'nobody' && runs(NAMESPACE[0], [...NAMESPACE.slice(1), postgres, '--version'])) {
    return { ...here, wrap: NAMESPACE, how: 'không gian người dùng' };
  }
  const ids = { uid: NOBODY, gid: NOBODY };
  const away = path.join('/var/tmp', `vung-manh-pg-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`);
  const fits = canEnter(path.dirname(directory), ids);
  return { ...here, ids, native: reachable(native, ids), directory: fits ? directory : away, how: 'người dùng nobody' };
}

/** A directory whose file system keeps mode 700 (a Windows disk under WSL does not), else one under /var/tmp. */
export function keepsPermissions(directory) {
  if (process.platform === 'win32') return true;
  const probe = path.join(directory, `.probe-${process.pid}`);
  mkdirSync(probe, { recursive: true, mode: 0o700 });
  try {
    chmodSync(probe, 0o700);
    return (statSync(probe).mode & 0o777) === 0o700;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function hasAccount() {
  try {
    os.userInfo();
    return true;
  } catch {
    return false;
  }
}

function canEnter(directory, ids) {
  return runs('test', ['-x', directory], ids);
}

/** The binaries as `ids` can run them: where they are, or a copy made once in the temporary folder. */
function reachable(native, ids) {
  const postgres = path.join(native, 'bin', 'postgres');
  if (runs(postgres, ['--version'], ids)) return native;
  const copy = path.join(os.tmpdir(), `vung-manh-pg-bin-${process.arch}-${statSync(postgres).size}`);
  if (!isOurs(copy)) {
    const fresh = `${copy}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    writeFileSync(path.join(fresh, '.complete'), '');
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  return copy;
}

/** A folder of that name put there by somebody else is never run as root's child. */
function isOurs(copy) {
  try {
    accessSync(path.join(copy, '.complete'), constants.R_OK);
    return statSync(copy).uid === process.getuid();
  } catch {
    return false;
  }
}
