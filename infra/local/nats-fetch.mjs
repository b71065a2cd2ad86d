import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Debian release whose nats-server has `sync_interval` and the fixes we ask for. */
const SUITE = 'forky';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** One pinned official release; the sums of Linux and Windows are those that its makers build their own container images with. */
const RELEASE = {
  version: '2.14.5',
  base: 'https://github.com/nats-io/nats-server/releases/download',
  archives: {
    'linux-x64': { name: 'linux-amd64.tar.gz', sha256: '5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355' },
    'linux-arm64': { name: 'linux-arm64.tar.gz', sha256: '673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c' },
    'darwin-x64': { name: 'darwin-amd64.tar.gz', sha256: 'f95c98d6b6ed2b63c5681b46b092c9585c99767d547cf495730c329234625e96' },
    'darwin-arm64': { name: 'darwin-arm64.tar.gz', sha256: 'ddd907854d9a2de834af133fa396915fe6442fe6d8909ae31390d1ea7a0fea50' },
    'win32-x64': { name: 'windows-amd64.zip', sha256: 'f66f840a211ab665083b88e9b7edbcf6296cda143be47e53e6f6bb8520692bbb' },
  },
};

/**
 * Debian's own package, from the mirror that this system already uses, authenticated by Debian's keyring
 * through an apt state of its own: needs no root and changes nothing of the system. Answers the binary's path.
 */
export async function fetchFromDebian(cache) {
  const mirror = await debianMirror();
  return inWorkshop(cache, async (workshop) => {
    for (const each of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(path.join(workshop, each), { recursive: true });
    writeFileSync(path.join(workshop, 'status'), '');
    const list = path.join(workshop, 'sources.list');
    writeFileSync(list, `deb [signed-by=${KEYRING}] ${mirror} ${SUITE} main\n`);
    const options = {
      'Dir::Etc::sourcelist': list,
      'Dir::Etc::sourceparts': '-',
      'Dir::Etc::preferences': '-',
      'Dir::Etc::preferencesparts': '-',
      'Dir::State': path.join(workshop, 'state'),
      'Dir::State::lists': path.join(workshop, 'state/lists'),
      'Dir::State::status': path.join(workshop, 'status'),
      'Dir::Cache': path.join(workshop, 'cache'),
      'APT::Sandbox::User': '',
      'Acquire::Languages': 'none',
      'Acquire::AllowInsecureRepositories': 'false',
      'APT::Get::AllowUnauthenticated': 'false',
    };
    const args = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    const at = { cwd: workshop, timeout: 180_000 };
    await run('apt-get', [...args, '-q', 'update'], at);
    await run('apt-get', [...args, '-q', 'download', 'nats-server'], at);
    const { stdout } = await run('sh', ['-c', 'ls nats-server_*.deb'], at);
    await run('dpkg', ['-x', stdout.trim().split('\n')[0], 'unpacked'], at);
    return path.join(workshop, 'unpacked/usr/sbin/nats-server');
  });
}

export function isDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8')) && existsSync(KEYRING);
  } catch {
    return false;
  }
}

async function debianMirror() {
  const codename = /^VERSION_CODENAME="?([\w-]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI) $(CODENAME) $(RELEASE) $(COMPONENT) $(CREATED_BY)']);
  const rows = stdout.split('\n').map((line) => line.split(' '));
  const fits = ([, name, release, component, kind]) => [name, release].includes(codename) && component === 'main' && kind === 'Packages';
  // Third parties may name their suites like Debian's; Debian's own archive ends in /debian.
  const own = rows.filter(fits).find(([uri]) => /\/debian\/?$/.test(uri)) ?? rows.find(fits);
  if (!own) throw new Error('nguồn apt của hệ thống không có kho chính của Debian');
  return own[0];
}

/** The official archive of the pinned release; refused when its SHA-256 is another than the one written above. */
export async function fetchRelease(cache, { base = RELEASE.base, release = RELEASE } = {}) {
  const archive = release.archives[`${process.platform}-${process.arch}`];
  if (!archive) throw new Error(`không có bản ghim SHA-256 cho ${process.platform}-${process.arch}`);
  const file = `nats-server-v${release.version}-${archive.name}`;
  return inWorkshop(cache, async (workshop) => {
    const answer = await fetch(`${base}/v${release.version}/${file}`, { signal: AbortSignal.timeout(120_000) });
    if (!answer.ok) throw new Error(`máy chủ tải về trả lời ${answer.status}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sum = createHash('sha256').update(bytes).digest('hex');
    if (sum !== archive.sha256) throw new Error(`SHA-256 của ${file} là ${sum}, phải là ${archive.sha256}: bỏ tệp này`);
    writeFileSync(path.join(workshop, file), bytes);
    await run('tar', ['-xf', file], { cwd: workshop });
    const folder = file.replace(/\.(tar\.gz|zip)$/, '');
    return path.join(workshop, folder, process.platform === 'win32' ? 'nats-server.exe' : 'nats-server');
  });
}

/** Works in a private folder and moves the finished binary into the cache in one step, so that two runs cannot harm each other. */
async function inWorkshop(cache, work) {
  mkdirSync(cache, { recursive: true });
  const workshop = mkdtempSync(path.join(cache, '.fetch-'));
  try {
    const binary = await work(workshop);
    const fresh = path.join(workshop, 'finished');
    copyFileSync(binary, fresh);
    chmodSync(fresh, 0o755);
    const place = path.join(cache, process.platform === 'win32' ? 'nats-server.exe' : 'nats-server');
    renameSync(fresh, place);
    return place;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
