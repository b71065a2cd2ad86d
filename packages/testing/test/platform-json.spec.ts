import { serviceNames } from '@vungmanh/contracts/service';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');

const Platform = z.strictObject({
  postgres: z.strictObject({
    version: z.int(),
    settings: z.record(z.string(), z.string()),
    extensions: z.array(z.string()),
    appRole: z.record(z.string(), z.string()),
    readRole: z.record(z.string(), z.string()),
  }),
  nats: z.strictObject({ oldest: z.string(), port: z.int(), monitorPort: z.int() }),
  optionalVariables: z.array(z.string()),
  http: z.strictObject({ port: z.int() }),
  services: z.array(
    z.strictObject({
      name: z.string(),
      order: z.int(),
      database: z.strictObject({ name: z.string(), owner: z.string(), app: z.string(), read: z.string() }).optional(),
      variables: z.array(z.string()),
      optionalVariables: z.array(z.string()).default([]),
      healthPort: z.strictObject({ local: z.int(), compose: z.int() }),
      oidcPort: z.strictObject({ local: z.int(), compose: z.int() }).optional(),
    }),
  ),
});

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      command: z.array(z.string()),
      environment: z.record(z.string(), z.string()).optional(),
      ports: z.array(z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    }),
  ),
});

const platform = Platform.parse(JSON.parse(text('infra/platform.json')));
const compose = Compose.parse(parse(text('docker-compose.yml'), { merge: true }));
const one = (name: string) => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service "${name}"; infra/platform.json has: add it`);
  return found;
};

describe('infra/platform.json', () => {
  it('names exactly the services of the contracts, and every one has its folder', () => {
    const names = platform.services.map((service) => service.name);
    expect(names.toSorted()).toEqual([...serviceNames].sort());
    expect(readdirSync(fileURLToPath(new URL('apps', root)))).toEqual(expect.arrayContaining(names));
  });

  it('gives no database and no role to two services', () => {
    const names = platform.services.flatMap(({ database }) => (database ? [database.name, database.owner, database.app, database.read] : []));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('docker-compose.yml', () => {
  it('runs the same services, and besides them only PostgreSQL, NATS and what prepares', () => {
    const wanted = [...platform.services.map((service) => service.name), 'postgres', 'nats', 'prepare'];
    expect(Object.keys(compose.services).toSorted()).toEqual(wanted.sort());
  });

  it.each(platform.services)(
    'gives $name its variables, database, role and health port',
    ({ name, variables, optionalVariables, database, healthPort, oidcPort }) => {
      const { environment = {}, command, image, healthcheck, depends_on } = one(name);
      const known = [...variables, ...platform.optionalVariables, ...optionalVariables, 'PGPASSFILE'];
      expect(Object.keys(environment).filter((key) => !known.includes(key))).toEqual([]);
      expect(variables.filter((key) => environment[key] === undefined)).toEqual([]);
      expect([command, image]).toEqual([[name], 'vungmanh']);
      expect(environment).toMatchObject({ SERVICE: name, HEALTH_PORT: String(healthPort.compose), NATS_URL: `nats://nats:${platform.nats.port}` });
      expect(environment['DATABASE_URL']).toBe(database && `postgres://${database.app}@postgres:5432/${database.name}`);
      expect(environment['READ_DATABASE_URL']).toBe(database && `postgres://${database.read}@postgres:5432/${database.name}`);
      expect(environment['OIDC_PORT']).toBe(oidcPort && String(oidcPort.compose));
      expect(healthcheck?.test.join(' ')).toContain(`127.0.0.1:${healthPort.compose}/health/ready`);
      expect(depends_on?.['prepare']?.condition).toBe('service_completed_successfully');
    },
  );

  it('tells the gateway where the provider of identity listens, and both what people call the platform', () => {
    const port = platform.services.find(({ name }) => name === 'identity')?.oidcPort?.compose;
    expect(one('gateway').environment?.['OIDC_ADDRESS']).toBe(`http://identity:${port}`);
    expect(one('identity').environment?.['HOST']).toBe('0.0.0.0');
    for (const name of ['identity', 'gateway']) expect(one(name).environment?.['PUBLIC_URL']).toBe(`http://127.0.0.1:${platform.http.port}`);
  });

  it('opens the door only on this machine, at the port of npm start', () => {
    const open = Object.entries(compose.services).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(open).toEqual([`gateway 127.0.0.1:${platform.http.port}:${platform.http.port}`]);
    expect(one('gateway').environment?.['PORT']).toBe(String(platform.http.port));
  });

  it('runs PostgreSQL of the same version with the same settings', () => {
    expect(one('postgres').image).toBe(`postgres:${platform.postgres.version}`);
    const settings = one('postgres').command.filter((each) => each.includes('='));
    expect(settings.toSorted()).toEqual(
      Object.entries(platform.postgres.settings)
        .map(([key, value]) => `${key}=${value}`)
        .sort(),
    );
  });

  it('runs a NATS that is new enough, on the same ports, with the file that prepare writes', () => {
    const version = (words: string) => /(\d+)\.(\d+)\.(\d+)/.exec(words)?.slice(1).map(Number) ?? [];
    const [major = 0, minor = 0, patch = 0] = version(one('nats').image);
    const [oldMajor = 0, oldMinor = 0, oldPatch = 0] = version(platform.nats.oldest);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(oldMajor * 1e6 + oldMinor * 1e3 + oldPatch);
    expect(one('nats').command).toEqual(expect.arrayContaining([String(platform.nats.port), String(platform.nats.monitorPort)]));
    const config = one('prepare').environment?.['BROKER_CONFIG'] ?? 'no file';
    expect(one('nats').command).toContain(config);
    for (const name of ['nats', 'prepare']) expect(one(name).volumes?.some((volume) => config.startsWith(`${volume.split(':')[1]}/`))).toBe(true);
    expect(one('nats').depends_on?.['prepare']?.condition).toBe('service_completed_successfully');
    expect(text('infra/nats/nats.conf')).toMatch(/sync_interval: always/);
  });
});
