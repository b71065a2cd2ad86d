import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeDataDirectory } from './data-directory.mjs';
import { prepareDatabases } from './databases.mjs';
import { startGuard } from './guard.mjs';
import { prepareKeys } from './keys.mjs';
import { freePort, portIsFree } from './ports.mjs';
import { describePostgres, provideNats, providePostgres, STAGES } from './servers.mjs';
import { environmentOf, migrate, runProgram, spawnService, waitUntilReady } from './service.mjs';
import { supervise } from './supervisor.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const platform = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'));

/**
 * Starts the whole built platform on `dataDir`; npm start, journeys and benchmarks all use it.
 * `port` 0 takes a free one; `fast` gives up durability (tests); `scale` 'demo' | 'province' loads the simulated data on a first run;
 * `env` may hold DATABASE_URL and NATS_URL, LOG_LEVEL, VUNGMANH_MODE; `prefix` goes before database and role names on a shared server;
 * `signal` gives up a start under way; `apps` is where `<service>/dist` lies.
 *
 * Answers `{ baseUrl, about: { postgres, nats }, urls: { admin, nats, natsMonitor }, directories, services, stop() }`, where
 * `services[name]` is `{ pid, healthUrl, logFile, databaseUrl, readDatabaseUrl, ownerUrl, stop(), run(program, ...args) }`. A crashed process comes back by itself until `stop()`.
 */
export async function startPlatform({
  dataDir,
  port = platform.http.port,
  fast = false,
  scale = 'none',
  log = () => {},
  env = process.env,
  ...more
}) {
  const directory = path.resolve(dataDir);
  const lease = await takeDataDirectory(directory, { log });
  const guard = startGuard();
  const running = [];
  const stop = once(async () => {
    for (const stage of Object.values(STAGES)) {
      const group = running.filter((each) => each.stage === stage);
      // The gateway goes first, so that nobody meets a door without a house behind it.
      for (const order of [...new Set(group.map((each) => each.order))].sort((a, b) => b - a)) {
        await Promise.all(group.filter((each) => each.order === order).map((each) => each.supervisor.stop()));
      }
    }
    guard.dismiss();
    lease.release();
  });
  const entrust = (pid, about) => {
    guard.watch(pid, about);
    lease.record(pid, about);
  };
  try {
    return { ...(await startAll({ directory, port, fast, scale, log, env, ...more, entrust, running })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(options) {
  const { directory, log, env, running, entrust, fast, signal } = options;
  const port = await choosePort(options.port);

  const keysDir = path.join(directory, 'keys');
  prepareKeys(
    keysDir,
    platform.services.map((service) => service.name),
  );

  log('Đang khởi động PostgreSQL và NATS…');
  const keep = (stage, provided) => {
    if (provided.supervisor) running.push({ stage, order: 0, supervisor: provided.supervisor });
    return provided;
  };
  const common = { dataDir: directory, fast, entrust, log };
  const [postgres, nats] = await allOrFirstError([
    providePostgres({ ...common, databaseUrl: env.DATABASE_URL, settings: platform.postgres.settings }).then((it) => keep(STAGES.postgres, it)),
    provideNats({ ...common, keysDir, natsUrl: env.NATS_URL, env }).then((it) => keep(STAGES.nats, it)),
  ]);
  signal?.throwIfAborted();
  const about = { postgres: await describePostgres(postgres, platform.postgres), nats: nats.about };

  log('Đang chuẩn bị cơ sở dữ liệu và hàng đợi sự kiện…');
  const secretsFile = path.join(directory, 'secrets', 'databases.json');
  const databases = await prepareDatabases(postgres.url, platform, { prefix: options.prefix, secretsFile });
  const directories = {
    keys: keysDir,
    files: path.join(directory, 'files'),
    heads: path.resolve(env.HEADS_DIR || path.join(directory, 'heads')),
    logs: path.join(directory, 'logs'),
  };
  for (const each of Object.values(directories)) mkdirSync(each, { recursive: true, mode: 0o700 });
  const { prepareStream } = await import('@vungmanh/platform/events/stream-config');
  await prepareStream(nats.url, keysDir);
  signal?.throwIfAborted();

  const shared = { NATS_URL: nats.url, KEYS_DIR: directories.keys, FILES_DIR: directories.files, HEADS_DIR: directories.heads };
  const services = await startServices({ ...options, port, databases, directories, shared });
  const baseUrl = `http://127.0.0.1:${port}`;
  const gateway = running.find((each) => each.name === 'gateway');
  await waitUntilReady({
    name: 'gateway',
    url: `${baseUrl}/health/ready`,
    supervisor: gateway.supervisor,
    logFile: services.gateway.logFile,
    signal,
  });
  // For the operator's commands, which find the running platform here.
  const databaseUrls = Object.fromEntries(Object.entries(databases).map(([name, { appUrl }]) => [name, appUrl]));
  const found = { baseUrl, nats: nats.url, databases: databaseUrls, keys: directories.keys, heads: directories.heads };
  writeFileSync(path.join(directory, 'run', 'servers.json'), JSON.stringify(found), { mode: 0o600 });
  await loadSimulatedData({ ...options, baseUrl, services });
  return { baseUrl, about, urls: { admin: postgres.url, nats: nats.url, natsMonitor: nats.monitorUrl }, directories, services };
}

async function startServices({ port, env, log, running, entrust, signal, databases, directories, shared, apps = path.join(repository, 'apps') }) {
  // The gateway is told where identity's provider listens, before either runs.
  const oidcPort = await freePort();
  const oidc = { OIDC_PORT: oidcPort, OIDC_ADDRESS: `http://127.0.0.1:${oidcPort}`, PUBLIC_URL: env.PUBLIC_URL ?? `http://127.0.0.1:${port}` };
  const plans = await Promise.all(
    platform.services.map(async (service) => {
      const healthPort = service.healthPort.local || (await freePort());
      const values = {
        ...shared,
        ...oidc,
        SERVICE: service.name,
        HEALTH_PORT: healthPort,
        PORT: port,
        DATABASE_URL: databases[service.name]?.appUrl,
        READ_DATABASE_URL: databases[service.name]?.readUrl,
      };
      return {
        ...service,
        healthUrl: `http://127.0.0.1:${healthPort}/health/ready`,
        logFile: path.join(directories.logs, `${service.name}.log`),
        dist: path.join(apps, service.name, 'dist'),
        environment: environmentOf(service, { values, optional: platform.optionalVariables, env }),
        onSpawn: (pid) => entrust(pid, { name: service.name, stage: STAGES.service, signal: 'SIGTERM' }),
      };
    }),
  );

  log('Đang cập nhật cấu trúc dữ liệu…');
  await allOrFirstError(
    plans
      .filter((plan) => plan.database)
      .map(({ name, dist, environment, logFile, onSpawn }) =>
        migrate({ name, program: path.join(dist, 'migrate.js'), env: { ...environment, DATABASE_URL: databases[name].ownerUrl }, logFile, onSpawn }),
      ),
  );

  const services = {};
  for (const order of [...new Set(plans.map((plan) => plan.order))].sort((a, b) => a - b)) {
    signal?.throwIfAborted();
    const group = plans.filter((plan) => plan.order === order);
    log(`Đang khởi động ${group.map((plan) => plan.name).join(', ')}…`);
    for (const { name, dist, environment, logFile, healthUrl, onSpawn } of group) {
      const launch = () => Promise.resolve(spawnService({ program: path.join(dist, 'main.js'), env: environment, logFile, onSpawn }));
      const supervisor = await supervise({ name, launch, log });
      running.push({ stage: STAGES.service, order, name, supervisor });
      services[name] = {
        get pid() {
          return supervisor.pid;
        },
        healthUrl,
        logFile,
        databaseUrl: databases[name]?.appUrl,
        readDatabaseUrl: databases[name]?.readUrl,
        ownerUrl: databases[name]?.ownerUrl,
        stop: () => supervisor.stop(),
        run: (program, ...args) => runProgram({ program: path.join(dist, program), args, env: environment }),
      };
    }
    const waits = running
      .filter((each) => each.name && each.order === order)
      .map(({ name, supervisor }) => {
        const { healthUrl, logFile } = services[name];
        return waitUntilReady({ name, url: healthUrl, supervisor, logFile, signal });
      });
    await allOrFirstError(waits);
  }
  return services;
}

async function choosePort(port) {
  if (port === 0) return freePort();
  if (await portIsFree(port)) return port;
  throw new Error(`Cổng ${port} đang bận. Chọn cổng khác bằng biến PORT, ví dụ: PORT=${port === 65535 ? 8081 : port + 1} npm start`);
}

/** The simulated province enters through the gateway once; a stamp remembers that. */
async function loadSimulatedData({ scale, directory, baseUrl, services, log }) {
  const stamp = path.join(directory, 'demo-loaded');
  const loader = fileURLToPath(new URL('./demo.mjs', import.meta.url));
  if (scale === 'none' || existsSync(stamp) || !existsSync(loader)) return;
  log(`Đang nạp dữ liệu mô phỏng (${scale}) qua ${baseUrl}…`);
  const { loadDemo } = await import(pathToFileURL(loader).href);
  await loadDemo({ baseUrl, services, dataDir: directory, scale, log });
  if (!existsSync(stamp)) writeFileSync(stamp, `${scale}\n`);
}

/** Like Promise.all, but waits for the others before it fails, so that nothing starts behind the back of the stop. */
async function allOrFirstError(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}

function once(work) {
  let done;
  return () => (done ??= work());
}
