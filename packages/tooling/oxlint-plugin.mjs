import { existsSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { importLaws, nameLaws } from './laws.mjs';
import { sqlRule } from './sql-rule.mjs';

const fileOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');
const isTest = (file) => /[.]spec[.]tsx?$/.test(file) || /^(packages\/testing|apps\/journeys)\//.test(file);
const isServer = (file) => /^apps\/(?!web\/|journeys\/)[^/]+\/src\//.test(file);
const nameOf = (node) => (node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' && !node.computed ? node.property.name : '');

/** Where an import leads: a path from the root, `npm:<package>/…` or `node:<module>`. */
export function resolve(cwd, file, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier.replace(/[.]js$/, ''));
  if (specifier.startsWith('node:')) return specifier;
  const [, name, rest = ''] = /^@vungmanh\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return `npm:${specifier}`;
  return existsSync(join(cwd, 'apps', name)) ? `apps/${name}${rest}` : `packages/${name}/src${rest}`;
}

const imports = {
  create(context) {
    const file = fileOf(context);
    const laws = importLaws.map((law) => ({ law, match: law.from.exec(file) })).filter(({ match }) => match);
    const names = nameLaws.filter((law) => !law.except?.test(file));
    const check = (node, specifier) => {
      if (typeof specifier !== 'string') return;
      const to = resolve(context.cwd, file, specifier);
      for (const { law, match } of laws) {
        if (!law.allowed(to, match, specifier)) context.report({ node, message: `${law.name}: ${specifier} may not be imported here. ${law.say}` });
      }
    };
    return {
      ImportDeclaration(node) {
        check(node, node.source.value);
        for (const s of node.specifiers) {
          const name = s.type === 'ImportSpecifier' ? (s.imported.name ?? s.imported.value) : '';
          const law = names.find((l) => l.source === node.source.value && l.names.test(name));
          if (law) context.report({ node: s, message: `${name} is not used here. ${law.say}` });
        }
      },
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => node.source.type === 'Literal' && check(node, node.source.value),
    };
  },
};

/** A rule about calls: `judge(call, name, receiver, file)` answers what to say, or nothing. */
const calls = (applies, judge) => ({
  create(context) {
    const file = fileOf(context);
    if (!applies(file)) return {};
    return {
      CallExpression(node) {
        const receiver = node.callee.type === 'MemberExpression' ? nameOf(node.callee.object) : '';
        const message = judge(node, nameOf(node.callee), receiver);
        if (message) context.report({ node, message });
      },
    };
  },
});

const noExportAll = {
  create: (context) => ({
    ExportAllDeclaration: (node) =>
      context.report({ node, message: 'No barrels: name what you export, and import each thing from the file that declares it.' }),
  }),
};

const BROKER = /^(nc|nats|js|jsm|jetstream|connection|broker|bus|client|proxy)$/i;
const SUBJECT = /^(rpc|evt)[.][a-z*>]/;
const PUBLISH =
  'Nothing reaches NATS around the outbox: publish with tx.publish(event, items) inside db.commit; it leaves after the commit, and only then.';
const noEmit = {
  create(context) {
    const file = fileOf(context);
    if (!isServer(file) && !/^packages\/(attendance|regulations|documents)\//.test(file)) return {};
    const subject = (node, value) =>
      !isTest(file) &&
      SUBJECT.test(value) &&
      context.report({ node, message: `${PUBLISH} A subject is written in its contract alone: use the constant.` });
    return {
      CallExpression(node) {
        const receiver = node.callee.type === 'MemberExpression' ? nameOf(node.callee.object) : '';
        if (['emit', 'publish', 'request'].includes(nameOf(node.callee)) && BROKER.test(receiver)) context.report({ node, message: PUBLISH });
      },
      Literal: (node) => typeof node.value === 'string' && subject(node, node.value),
      TemplateElement: (node) => subject(node, node.value.raw),
    };
  },
};

const CLOCK =
  'Only Clock knows now and today: take it as a parameter (rules, entities) or ask clock.now(), clock.today() (use cases) and pass it to SQL as $n. A test moves the clock.';
const SQL_NOW = /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(date|time|timestamp)\b/i;
const clock = {
  create(context) {
    const file = fileOf(context);
    const timed = isServer(file) || /^packages\/(contracts|regulations|attendance|documents)\/src\//.test(file);
    if (!timed || isTest(file) || /\/database\//.test(file)) return {};
    const text = (node, value) => SQL_NOW.test(value) && context.report({ node, message: CLOCK });
    return {
      NewExpression: (node) => nameOf(node.callee) === 'Date' && node.arguments.length === 0 && context.report({ node, message: CLOCK }),
      CallExpression(node) {
        const { callee, arguments: given } = node;
        const dateNow = callee.type === 'MemberExpression' && nameOf(callee) === 'now' && nameOf(callee.object) === 'Date';
        const bare = callee.type === 'Identifier' && ['Date', 'now', 'dayjs'].includes(callee.name) && given.length === 0;
        if (dateNow || bare) context.report({ node, message: CLOCK });
      },
      Literal: (node) => typeof node.value === 'string' && text(node, node.value),
      TemplateElement: (node) => text(node, node.value.raw),
    };
  },
};

const guarded = (file) => !/^(packages\/(platform|tooling)|apps\/(web|journeys)|infra)\//.test(file) && !/\/database\//.test(file);
const guardedWrites = calls(guarded, (_node, name, receiver) => {
  if (name === 'save')
    return 'save() of a stale entity moves its version backwards, unseen: tx.insert(entity) for a new one, tx.update(entity) for a changed one.';
  if (name === 'update' && /^(manager|repository|repo)$/i.test(receiver))
    return 'This update looks at no version: tx.update(entity) refuses a stale one with 412; rows without a version are written with tx.query.';
  if (/^(transaction|createQueryRunner|startTransaction)$/.test(name) && /^(dataSource|ds|manager|runner|queryRunner)$/i.test(receiver))
    return 'Only platform opens transactions: db.commit(call, …) for a command, db.transaction(trace, …) for an event or a job; audit, outbox and idempotency commit with it.';
  return undefined;
});

const callInTransaction = calls(isServer, (node, name, receiver) => {
  if (name !== 'call' || !/rpc|client/i.test(receiver)) return undefined;
  for (let at = node.parent; at; at = at.parent) {
    if (
      at.type === 'CallExpression' &&
      ['commit', 'transaction'].includes(nameOf(at.callee)) &&
      at !== node &&
      at.arguments.some((a) => /Function/.test(a.type))
    )
      return 'Never ask another service inside a transaction (it would hold locks for as long as the other takes): ask before db.commit, or act on its event.';
  }
  return undefined;
});

const noMocks = calls(isTest, (_node, name, receiver) => {
  if (receiver === 'jest' && /^(mock|doMock|unstable_mockModule|spyOn|createMockFromModule)$/.test(name))
    return "Real things in tests: only the clock, mail and another service's answers may be stood in for (packages/testing).";
  return /^toHave(BeenCalled|BeenLastCalled|BeenNthCalled|Returned)/.test(name)
    ? 'A test asserts outputs, problems and published events, never which method was called.'
    : undefined;
});

const shapes = {
  create(context) {
    const file = fileOf(context);
    return {
      TSAsExpression(node) {
        if (node.expression.type === 'TSAsExpression' && node.expression.typeAnnotation.type === 'TSUnknownKeyword')
          context.report({ node, message: 'as unknown as switches the compiler off: parse with the zod schema, or narrow with a type guard.' });
      },
      NewExpression(node) {
        // The predicate is tried by itself in one place.
        if (nameOf(node.callee) === 'Scope' && !file.startsWith('packages/platform/') && file !== 'packages/testing/test/scope-alone.spec.ts')
          context.report({
            node,
            message: 'Only the guard builds a Scope: use call.scope. Work without a person is an operation with access: { internal: […] }.',
          });
      },
      Property(node) {
        if (['synchronize', 'migrationsRun'].includes(node.key.name) && node.value.type === 'Literal' && node.value.value === true && !isTest(file))
          context.report({
            node,
            message: 'A service never changes its own schema: write a migration in src/database; the start script runs it as the owner.',
          });
      },
    };
  },
};

export default {
  meta: { name: 'vungmanh' },
  rules: {
    imports,
    'no-export-all': noExportAll,
    'no-emit': noEmit,
    clock,
    'guarded-writes': guardedWrites,
    'call-in-transaction': callInTransaction,
    'no-mocks': noMocks,
    shapes,
    sql: sqlRule((context) => isServer(fileOf(context)) && !isTest(fileOf(context)) && !/\/database\//.test(fileOf(context))),
  },
};
