import { setTimeout as sleep } from 'node:timers/promises';

/** The product with its audit of reads turned off. */
export const UNAUDITED = 'vung-manh, reads unaudited';

/**
 * The sides of a workload over HTTP, started: bare pg, the two limits over NATS, both on `db`, and the product, with its audit of
 * reads and without. `data` goes to every load, and to each of the product's two what `ownOf` makes for it (0, 1); `service` is the one
 * that answers there.
 */
export async function httpSides({ platform, children }, { workload, rawName, db, data, limitPath, ownPath, ownOf, service }) {
  const load = (port, path, more) => children.start('http-load.mjs', { workload, port, paths: { [workload]: path }, headers: {}, ...data, ...more });
  const raw = await children.start('raw-pg.mjs', { workload, ...db, ...data });
  const running = platform.processes();
  const limit = async (name, kind) => {
    const answering = await children.start(`${kind}-service.mjs`, db);
    const gateway = await children.start(`${kind}-gateway.mjs`, db);
    return {
      name,
      load: await load(gateway.about.port, limitPath),
      processes: { gateway: gateway.pid, service: answering.pid, nats: running.openNats },
    };
  };
  let audited = true;
  /** The same processes are both sides: a signal turns the trail of reads off and on between their runs. */
  const auditing = async (wanted) => {
    if (audited === wanted) return;
    audited = wanted;
    process.kill(running[service], 'SIGUSR2');
    await sleep(100);
  };
  const own = async (name, nth) => ({
    name,
    load: await load(new URL(platform.baseUrl).port, ownPath, ownOf(nth)),
    processes: { gateway: running.gateway, service: running[service], nats: running.nats },
    begin: () => auditing(name !== UNAUDITED),
  });
  return [
    { name: rawName, load: raw, processes: { client: raw.pid } },
    await limit('nats-thin', 'thin'),
    await limit('nest-nats-fastify', 'nest'),
    await own('vung-manh', 0),
    await own(UNAUDITED, 1),
  ];
}
