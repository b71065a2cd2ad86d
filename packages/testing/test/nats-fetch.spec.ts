import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer } from '../../../infra/local/nats.mjs';
import { fetchRelease, type Release } from '../../../infra/local/nats-fetch.mjs';

// The official archive is out of reach of a machine with package registries only: a file server of our own stands for it.
describe('the official release of nats-server', () => {
  let directory: string;
  let server: Server;
  let base: string;
  let release: Release;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'vungmanh-release-'));
    const folder = 'nats-server-v9.8.7-here';
    mkdirSync(path.join(directory, folder));
    writeFileSync(path.join(directory, folder, 'nats-server'), '#!/bin/sh\necho "nats-server: v9.8.7"\n');
    chmodSync(path.join(directory, folder, 'nats-server'), 0o755);
    execFileSync('tar', ['-czf', `${folder}.tar.gz`, folder], { cwd: directory });
    const archive = readFileSync(path.join(directory, `${folder}.tar.gz`));
    const sha256 = createHash('sha256').update(archive).digest('hex');
    release = { version: '9.8.7', archives: { [`${process.platform}-${process.arch}`]: { name: 'here.tar.gz', sha256 } } };
    server = createServer((request, response) => {
      if (request.url === `/v9.8.7/${folder}.tar.gz`) response.end(archive);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(directory, { recursive: true });
  });

  const emptyCache = () => mkdtempSync(path.join(directory, 'cache-'));

  it('comes into the cache, runs, and is found there the next time', async () => {
    const home = emptyCache();
    const cache = path.join(home, 'vung-manh');
    const binary = await fetchRelease(cache, { base, release });
    expect(binary).toBe(path.join(cache, 'nats-server'));
    expect(readdirSync(cache)).toEqual(['nats-server']);
    const found = await findNatsServer({ env: { PATH: '', XDG_CACHE_HOME: home }, wellKnown: [] });
    expect(found).toMatchObject({ binary, version: '9.8.7' });
  });

  it('is refused when its SHA-256 is another, and leaves nothing behind', async () => {
    const cache = emptyCache();
    const forged = Object.fromEntries(Object.entries(release.archives).map(([key, it]) => [key, { ...it, sha256: '0'.repeat(64) }]));
    await expect(fetchRelease(cache, { base, release: { ...release, archives: forged } })).rejects.toThrow(/SHA-256/);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('says so when the server does not have it', async () => {
    await expect(fetchRelease(emptyCache(), { base: `${base}/elsewhere`, release })).rejects.toThrow(/404/);
  });
});
