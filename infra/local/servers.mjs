import { connect } from '@nats-io/transport-node';
import path from 'node:path';
import { writeBrokerConfig } from './broker-config.mjs';
import { checkServer } from './databases.mjs';
import { startNats } from './nats.mjs';
import { startPostgres } from './postgres.mjs';
import { supervise } from './supervisor.mjs';

/** Services stop first, then the broker, then the database. */
export const STAGES = { service: 1, nats: 2, postgres: 3 };

/**
 * The platform's PostgreSQL: `{ url, about, supervisor? }`. `databaseUrl` replaces the embedded one;
 * after a crash the server comes back on the same port.
 */
export async function providePostgres({ databaseUrl, dataDir, settings, fast, entrust, log }) {
  if (databaseUrl) return { url: databaseUrl, about: 'máy chủ của DATABASE_URL' };
  const directory = path.join(dataDir, 'pg');
  let server;
  const supervisor = await supervise({
    name: 'PostgreSQL',
    log,
    launch: async () => {
      const onSpawn = (pid) => entrust(pid, { name: 'postgres', stage: STAGES.postgres, signal: 'SIGINT' });
      server = await startPostgres({ directory, settings, fast, port: server?.port, logFile: path.join(dataDir, 'logs', 'postgres.log'), onSpawn });
      return server;
    },
  });
  const elsewhere = server.directory === directory ? '' : ' (không đặt được trong thư mục dữ liệu của Vững Mạnh)';
  return { url: server.url, about: `nhúng, cổng ${server.port}, chạy bằng ${server.how}, dữ liệu ở ${server.directory}${elsewhere}`, supervisor };
}

/** The platform's NATS: `{ url, monitorUrl?, about, supervisor? }`; `natsUrl` replaces our own, which knows the users of `keysDir`. */
export async function provideNats({ natsUrl, dataDir, keysDir, fast, env, entrust, log }) {
  const config = path.join(dataDir, 'nats', 'nats.conf');
  await writeBrokerConfig(config, keysDir, { fast });
  if (natsUrl) {
    if (env.VUNGMANH_MODE === 'production' && (await servesAnybody(natsUrl)))
      throw new Error(
        'VUNGMANH_MODE=production cần máy chủ NATS chỉ nhận người dùng đã khai báo: lấy cấu hình bằng "npm run broker", khởi động lại máy chủ ấy.',
      );
    return { url: natsUrl, about: 'máy chủ của NATS_URL' };
  }
  let server;
  let known;
  const supervisor = await supervise({
    name: 'nats-server',
    log,
    launch: async () => {
      server = await startNats({
        directory: path.join(dataDir, 'jetstream'),
        config,
        port: server?.port ?? 0,
        monitorPort: server?.monitorPort ?? 0,
        logFile: path.join(dataDir, 'logs', 'nats.log'),
        onSpawn: (pid) => entrust(pid, { name: 'nats', stage: STAGES.nats, signal: 'SIGTERM' }),
        server: known,
        env,
        log,
      });
      known = { binary: server.binary, version: server.version, source: server.source };
      return server;
    },
  });
  const provided = { url: server.url, monitorUrl: server.monitorUrl, about: `${server.version} (${server.source}), cổng ${server.port}`, supervisor };
  if (env.VUNGMANH_MODE === 'production') {
    const complaint = await unfitForProduction(server);
    if (complaint) {
      await supervisor.stop();
      throw new Error(complaint);
    }
  }
  return provided;
}

/** Whether a broker lets in whoever comes without a key. */
async function servesAnybody(url) {
  try {
    const nats = await connect({ servers: url, reconnect: false });
    await nats.close();
    return true;
  } catch {
    return false;
  }
}

/** A production broker has the data-loss fixes of 2.12.15 / 2.14.5 and syncs every write. */
async function unfitForProduction({ version, monitorUrl }) {
  const [major, minor, patch] = version.split('.').map(Number);
  const fixed = major > 2 || minor > 14 || (minor === 14 && patch >= 5) || (minor === 12 && patch >= 15);
  if (!fixed) return `VUNGMANH_MODE=production cần nats-server từ 2.12.15 hoặc 2.14.5; đang có ${version}.`;
  const about = await (await fetch(`${monitorUrl}/varz`)).json();
  return about.jetstream?.config?.sync_always === true ? undefined : 'VUNGMANH_MODE=production cần JetStream với sync_interval: always.';
}

/** Says which server answers, and refuses one that is too old. */
export async function describePostgres({ url, about }, { version }) {
  return `${await checkServer(url, { version })} (${about})`;
}
