import { deepStrictEqual } from 'node:assert/strict';
import { inRounds } from './rounds.mjs';
import { printTable, verdictOf } from './report.mjs';
import { cellsOf, signedInHeaders } from './sides.mjs';

const CHECKED = 200;

/** W2: one cell's members, a keyset page of ten, random cells; ours signed in, with scope. Answers verdicts. */
export async function w2({ platform, children, postmaster, rounds, seconds, log }) {
  const cells = await cellsOf(platform);
  const headers = await signedInHeaders(platform);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());
  const db = { databaseUrl: platform.services.membership.ownerUrl, natsUrl: platform.urls.nats, today };
  const { processes } = platform;
  const http = (port, paths, more) => children.start('http-load.mjs', { workload: 'w2', port, paths: { w2: paths }, cells, headers: {}, ...more });

  const raw = await children.start('raw-pg.mjs', { workload: 'w2', ...db, cells });
  const thinService = await children.start('thin-service.mjs', db);
  const thinGateway = await children.start('thin-gateway.mjs', db);
  const nestService = await children.start('nest-service.mjs', db);
  const nestGateway = await children.start('nest-gateway.mjs', db);
  const running = processes();
  const nats = running.nats;
  const sides = [
    { name: 'raw-pg', load: raw, processes: { client: raw.pid } },
    {
      name: 'nats-thin',
      load: await http(thinGateway.about.port, '/members'),
      processes: { gateway: thinGateway.pid, service: thinService.pid, nats },
    },
    {
      name: 'nest-nats-fastify',
      load: await http(nestGateway.about.port, '/members'),
      processes: { gateway: nestGateway.pid, service: nestService.pid, nats },
    },
    {
      name: 'vung-manh',
      load: await http(new URL(platform.baseUrl).port, '/api/members', { headers }),
      processes: { gateway: running.gateway, service: running.membership, nats },
    },
  ];
  for (let checked = 0; checked < CHECKED; checked += 1) {
    const nodeId = cells[Math.floor(Math.random() * cells.length)];
    const [truth, ...answers] = await Promise.all(sides.map((side) => side.load.call('ask', { nodeId })));
    for (const answer of answers) deepStrictEqual(answer, truth);
  }
  log(`w2: ${CHECKED} cells answered alike by all sides`);

  const verdicts = [];
  for (const clients of [1, 16]) {
    const figures = await inRounds(sides, { rounds, seconds, clients, postmaster });
    printTable(`W2, one cell's members, c=${clients}`, figures);
    const about = { workload: 'w2', clients };
    verdicts.push(verdictOf(figures, { ...about, against: 'raw-pg' }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nats-thin', ...(clients === 16 ? { goal: 0.95 } : {}) }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nest-nats-fastify', ...(clients === 16 ? { floor: 1 } : {}) }));
  }
  return verdicts;
}
