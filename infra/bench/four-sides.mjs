/**
 * The four sides of a workload over HTTP, started: bare pg, the two limits over NATS, both on `db`, and the product. `data` goes to every
 * load, `own` to the product's alone; `service` is the one that answers there.
 */
export async function fourSides({ platform, children }, { workload, rawName, db, data, limitPath, ownPath, own, service }) {
  const load = (port, path, more) => children.start('http-load.mjs', { workload, port, paths: { [workload]: path }, headers: {}, ...data, ...more });
  const raw = await children.start('raw-pg.mjs', { workload, ...db, ...data });
  const running = platform.processes();
  const { nats, openNats } = running;
  const limit = async (name, kind) => {
    const answering = await children.start(`${kind}-service.mjs`, db);
    const gateway = await children.start(`${kind}-gateway.mjs`, db);
    return { name, load: await load(gateway.about.port, limitPath), processes: { gateway: gateway.pid, service: answering.pid, nats: openNats } };
  };
  return [
    { name: rawName, load: raw, processes: { client: raw.pid } },
    await limit('nats-thin', 'thin'),
    await limit('nest-nats-fastify', 'nest'),
    {
      name: 'vung-manh',
      load: await load(new URL(platform.baseUrl).port, ownPath, own),
      processes: { gateway: running.gateway, service: running[service], nats },
    },
  ];
}
