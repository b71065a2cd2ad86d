import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPlatform, type RunningPlatform } from '../../../infra/local/platform.mjs';
import { serviceNames } from '@vungmanh/contracts/service';

// What npm start does around the services; the services themselves are stand-ins here, and journeys start the real ones.
const service = `
import http from 'node:http';
const answer = (request, response) => (request.url === '/crash' ? process.exit(3) : response.end('{}'));
const ports = [process.env.HEALTH_PORT, process.env.SERVICE === 'gateway' ? process.env.PORT : undefined];
for (const port of ports) if (port) http.createServer(answer).listen(Number(port), '127.0.0.1');
`;
const directory = mkdtempSync(path.join(tmpdir(), 'vungmanh-platform-'));
const apps = path.join(directory, 'apps');
const dataDir = path.join(directory, 'data');
const start = (more = {}) => startPlatform({ dataDir, apps, port: 0, fast: true, ...more });

const alive = (pid: number) => {
  try {
    // A zombie is gone; a container may have nobody who reaps it.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) ? process.kill(pid, 0) : false;
  } catch {
    return false;
  }
};
const until = async (what: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) if (await what()) return true;
  return false;
};
const processes = () => {
  const { children }: { children: { pid: number }[] } = JSON.parse(readFileSync(path.join(dataDir, 'run', 'processes.json'), 'utf8'));
  return children.map(({ pid }) => pid).filter(alive);
};
const query = async (url: string, sql: string) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<{ n: number }>(sql)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(() => {
  for (const name of serviceNames) {
    const dist = path.join(apps, name, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(path.join(dist, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(dist, 'main.js'), service);
    writeFileSync(path.join(dist, 'migrate.js'), '');
  }
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the platform on one machine', () => {
  let platform: RunningPlatform;

  it('keeps its data from one start to the next, and leaves nothing running', async () => {
    platform = await start();
    await query(platform.services.meetings.ownerUrl, 'create table kept (n int); insert into kept values (7)');
    const pids = processes();
    expect(pids).toHaveLength(2 + serviceNames.length);
    await platform.stop();
    expect(pids.filter(alive)).toEqual([]);

    platform = await start();
    expect(await query(platform.services.meetings.databaseUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 60_000);

  it('lets the app role change rows and nothing else, and keeps it out of the neighbor', async () => {
    const { meetings, identity } = platform.services;
    await expect(query(meetings.databaseUrl, 'create table mine ()')).rejects.toThrow(/permission denied/);
    await expect(query(meetings.databaseUrl, 'truncate kept')).rejects.toThrow(/permission denied/);
    const elsewhere = new URL(meetings.databaseUrl);
    elsewhere.pathname = new URL(identity.databaseUrl).pathname;
    await expect(query(elsewhere.href, 'select 1 as n')).rejects.toThrow(/permission denied for database/);
    expect(await query(meetings.databaseUrl, 'select rolbypassrls::int + rolsuper::int as n from pg_roles where rolname = current_user')).toEqual([
      { n: 0 },
    ]);
  });

  it('brings a crashed service back', async () => {
    const { meetings } = platform.services;
    const before = meetings.pid;
    await fetch(meetings.healthUrl.replace('/health/ready', '/crash')).catch(() => undefined);
    const back = () =>
      fetch(meetings.healthUrl).then(
        (it) => it.ok && meetings.pid !== before,
        () => false,
      );
    expect(await until(back)).toBe(true);
  }, 30_000);

  it('refuses a second start on the same data, and a busy port by its name', async () => {
    await expect(start()).rejects.toThrow(/đang chạy/);
    await platform.stop();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(new RegExp(`${port}.*PORT`));
    await new Promise((resolve) => server.close(resolve));
  }, 30_000);

  it('leaves nothing running when the start itself is killed, and starts again', async () => {
    const module = fileURLToPath(new URL('../../../infra/local/platform.mjs', import.meta.url));
    const options = JSON.stringify({ dataDir, apps, port: 0, fast: true });
    const program = `import(${JSON.stringify(module)}).then((it) => it.startPlatform(${options})).then(() => console.log('ready'))`;
    const child: ChildProcess = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const pids = processes();
    expect(pids).toHaveLength(2 + serviceNames.length);
    child.kill('SIGKILL');
    expect(await until(() => !pids.some(alive))).toBe(true);
    const again = await start();
    await again.stop();
  }, 60_000);
});
