import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * A browser for tests: `{ executablePath, args, env, source }`, ready for playwright's `chromium.launch`.
 * CHROMIUM_PATH, else an installed one, else (Linux x64) the one that npm brought, unpacked once into the shared cache.
 * `undefined` on other systems without a browser: there, tests may say that they did not run.
 */
export async function findChromium({ env = process.env, installed = INSTALLED } = {}) {
  // Only our own pages are opened, and neither root nor a container has the sandbox's namespaces.
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  const plain = { ...definedOnly(env) };
  if (env.CHROMIUM_PATH) {
    if (!existsSync(env.CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH=${env.CHROMIUM_PATH}: không có tệp này`);
    return { executablePath: env.CHROMIUM_PATH, args, env: plain, source: 'CHROMIUM_PATH' };
  }
  const found = installed.find((place) => existsSync(place));
  if (found) return { executablePath: found, args, env: plain, source: found };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { folder, version } = await unpack(env);
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...args, '--headless', '--disable-gpu'],
    env: {
      ...plain,
      LD_LIBRARY_PATH: [path.join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder }),
    },
    source: `@sparticuz/chromium ${version}`,
  };
}

/** The package's archives, whole or not at all under their final name. */
async function unpack(env) {
  const home = packageHome();
  const { version } = createRequire(import.meta.url)(path.join(home, 'package.json'));
  const cache = path.join(env.XDG_CACHE_HOME || path.join(env.HOME || os.homedir(), '.cache'), 'vung-manh');
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return { folder, version };
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(path.join(cache, '.chromium-'));
  const brotli = (name, target, mode) =>
    pipeline(createReadStream(path.join(home, 'bin', name)), createBrotliDecompress(), createWriteStream(path.join(fresh, target), { mode }));
  try {
    await brotli('chromium.br', 'chromium', 0o755);
    for (const name of ['al2023', 'fonts', 'swiftshader']) {
      await brotli(`${name}.tar.br`, `${name}.tar`);
      const { status } = spawnSync('tar', ['-xf', `${name}.tar`], { cwd: fresh, stdio: 'inherit' });
      if (status !== 0) throw new Error(`Không giải nén được ${name}.tar của @sparticuz/chromium`);
      rmSync(path.join(fresh, `${name}.tar`));
    }
    // The package's own file names the folders of a cloud function.
    writeFileSync(path.join(fresh, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${path.join(folder, 'fonts')}</dir></fontconfig>\n`);
    renameSync(fresh, folder);
  } catch (error) {
    // Another run may have finished first; its folder is as good as this one.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return { folder, version };
}

function packageHome() {
  let place = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  while (!existsSync(path.join(place, 'bin', 'chromium.br'))) {
    if (place === path.dirname(place)) throw new Error('@sparticuz/chromium không có bin/chromium.br');
    place = path.dirname(place);
  }
  return place;
}

function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
