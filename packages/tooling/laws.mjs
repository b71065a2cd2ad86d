/**
 * Who may import whom (design.md §9), literally. `from` picks the files that a law speaks of; `allowed(to, match)` judges one
 * import of theirs. `to` is a path from the repository's root (`packages/platform/src/db/tx`), `npm:<package>/…` or `node:<module>`.
 */
const product = '(?!.*[.](spec|test-d)[.]tsx?$)';
const within = (...packages) => new RegExp(`^packages/(${packages.join('|')})/`);
const isPackage = (to) => to.startsWith('packages/');
const npm = (...names) => new RegExp(`^npm:(${names.join('|')})(/|$)`);

export const importLaws = [
  {
    name: 'service-not-service',
    from: /^apps\/([^/]+)\//,
    allowed: (to, [, app]) => !to.startsWith('apps/') || to.startsWith(`apps/${app}/`),
    say: 'A service never imports another: call its operation with RpcClient and the contract, or keep a projection of its events.',
  },
  {
    name: 'feature-not-feature-service',
    from: /^apps\/(?!web\/|journeys\/)([^/]+)\/src\/([^/]+)\//,
    allowed: (to, [, app, feature]) => !/[.](service|queries)([.][jt]s)?$/.test(to) || to.startsWith(`apps/${app}/src/${feature}/`),
    say: "A feature never imports another feature's use cases or queries: move the shared rule into a *.rules.ts, read the other's table with SQL of your own, or act on its event.",
  },
  {
    name: 'packages-not-apps',
    from: /^packages\//,
    allowed: (to) => !to.startsWith('apps/'),
    say: 'A package never imports an app: pass in what it needs as a parameter, or move the code into the app.',
  },
  {
    name: 'rules-are-pure',
    from: /[.]rules[.]ts$/,
    allowed: (to) =>
      within('contracts', 'regulations', 'attendance').test(to) || to.startsWith('packages/platform/src/problem') || /[.]rules([.]ts)?$/.test(to),
    say: 'A rule imports only contracts, regulations, attendance, other rules and Broken from @vungmanh/platform/problem: let the use case read the data and hand it over as a parameter.',
  },
  {
    name: 'contracts-only-zod',
    from: new RegExp(`^packages/contracts/src/${product}`),
    allowed: (to) => within('contracts').test(to) || npm('zod').test(to),
    say: 'packages/contracts imports zod and itself, nothing else: the browser loads it. Move what needs more into platform or the service.',
  },
  {
    name: 'web-reaches-contracts-only',
    from: new RegExp(`^apps/web/src/${product}`),
    allowed: (to) =>
      !(isPackage(to) && !within('contracts', 'attendance', 'regulations').test(to)) &&
      !to.startsWith('node:') &&
      !npm('@nestjs', '@nats-io', 'pg', 'typeorm', 'fastify').test(to),
    say: 'The web application imports contracts, attendance, regulations and its own files: ask the server with api(contract, input) instead.',
  },
  {
    name: 'nats-in-platform-only',
    from: /^(?!packages\/(platform|testing)\/|infra\/)/,
    allowed: (to) => !npm('@nats-io').test(to),
    say: 'Only platform speaks to NATS: ask with RpcClient, publish with tx.publish(event, items), listen with @On(event).',
  },
  {
    name: 'pg-in-platform-only',
    from: /^(?!packages\/(platform|testing)\/|infra\/|apps\/[^/]+\/src\/database\/)/,
    allowed: (to) => !npm('pg', 'pg-copy-streams', 'pg-query-stream').test(to),
    say: 'Only platform, src/database and test tools open PostgreSQL connections: read with db.query, write inside db.commit.',
  },
  {
    name: 'nest-transport-in-platform-only',
    from: /^(?!packages\/(platform|testing)\/|infra\/)/,
    allowed: (to) => !npm('@nestjs/microservices').test(to),
    say: "Nest's own transport skips the actor, scope and contract checks: answer with @Rpc(contract), ask with RpcClient.",
  },
  {
    name: 'test-tools-in-tests-only',
    from: new RegExp(`^(?!packages/(testing|tooling)/|apps/journeys/|infra/)(apps|packages)/[^/]+/src/${product}(?!.*/testing/)`),
    allowed: (to) => !within('testing').test(to) && !npm('@nestjs/testing', '@jest', 'supertest', 'playwright-core', 'axe-core').test(to),
    say: 'Product code never imports test tools: move this into a *.spec.ts or into packages/testing.',
  },
  {
    name: 'package-direction',
    from: new RegExp(`^packages/(platform|regulations|attendance|documents)/src/${product}`),
    allowed: (to, [, from]) =>
      !isPackage(to) || to.startsWith(`packages/${from}/`) || within('contracts', ...(from === 'regulations' ? [] : ['regulations'])).test(to),
    say: 'Packages depend in one direction: contracts ← regulations ← attendance, documents, platform. Move the shared piece down, or pass it in.',
  },
  {
    name: 'pure-packages',
    from: new RegExp(`^packages/(regulations|attendance)/src/${product}`),
    allowed: (to) => isPackage(to) || npm('zod').test(to),
    say: 'regulations and attendance are pure and run in the browser too: no node: module, no library. Pass the data in.',
  },
  {
    name: 'through-the-package',
    from: /^((apps|packages)\/[^/]+)\/src\//,
    // infra is no workspace and has no name to import by: journeys, which start the platform with it, go by its path.
    allowed: (to, [, own], specifier) =>
      !specifier.startsWith('.') || to.startsWith(`${own}/`) || (own === 'apps/journeys' && to.startsWith('infra/')),
    say: "Never reach into another workspace by path: import '@vungmanh/<package>/<file>' and name it in package.json.",
  },
];

const httpExceptions =
  /^(Http|BadRequest|Unauthorized|NotFound|Forbidden|Conflict|Gone|UnprocessableEntity|InternalServerError|ServiceUnavailable|PreconditionFailed)Exception$/;

/** Names that some modules offer and that nobody here uses; `except` names the files that may. infra/bench measures our own transport against stock Nest. */
export const nameLaws = [
  {
    source: '@nestjs/microservices',
    names: /^(Client\w*|ClientProxy\w*|MessagePattern|EventPattern|GrpcMethod|RpcException)$/,
    except: /^infra\/bench\//,
    say: 'Our own client and dispatch stand in for it (stack.md §14): @Rpc(contract), @On(event), RpcClient, fail(contract, code).',
  },
  {
    source: '@nestjs/common',
    names: /^(forwardRef|Controller|UseGuards|UsePipes)$/,
    except: /^(apps\/gateway|packages\/platform|infra\/bench)\//,
    say: 'A service has no controllers, guards, pipes or circular providers: the contract says access and input, @Rpc(contract) does the rest.',
  },
  {
    source: '@nestjs/common',
    names: httpExceptions,
    except: /^(apps\/gateway|packages\/platform)\//,
    say: 'Only the gateway speaks HTTP: throw fail(contract, code), or Broken(code) in a rule.',
  },
  {
    source: 'typeorm',
    names: /^(OneToMany|BaseEntity|VersionColumn|EntityRepository)$/,
    except: /^packages\/platform\//,
    say: 'No bidirectional relation, no active record, no version that save() moves backwards: extend Versioned, keep the id of the other side, read with SQL.',
  },
  {
    source: '@nestjs/typeorm',
    names: /^(InjectRepository|getRepositoryToken)$/,
    except: /^packages\/platform\//,
    say: 'No injected repositories: read with db.query, write with tx.insert and tx.update inside db.commit.',
  },
];
