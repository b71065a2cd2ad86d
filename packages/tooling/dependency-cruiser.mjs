/**
 * The laws of direction once more, by resolved files instead of by written specifiers: what a clever path hides from the
 * linter is seen here. Each comment is what the developer is told.
 */
const spec = '[.](spec|test-d)[.]tsx?$';
const testCode = `${spec}|^packages/testing/|^apps/journeys/|/(test|testing)/`;
const config = '[.]config[.](ts|mts|mjs)$|jest[.]preset[.]mjs$';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files import each other, types included. Move what both need into a third file, or pass it in as a parameter; an entity names the other side by id.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'This import leads nowhere. Relative imports end in .js; @vungmanh/<package>/<file> is a file of that package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^([.]|@vungmanh/)' },
    },
    {
      name: 'service-not-service',
      comment: 'A service never imports another: call its operation with RpcClient and the contract, or keep a projection of its events.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'feature-not-feature-service',
      comment: "A feature never imports another feature's use cases or queries: share a *.rules.ts, read with SQL of your own, or act on its event.",
      severity: 'error',
      from: { path: '^apps/(?!web/|journeys/)([^/]+)/src/([^/]+)/' },
      to: { path: '^apps/$1/src/.+[.](service|queries)[.]ts$', pathNot: '^apps/$1/src/$2/' },
    },
    {
      name: 'packages-not-apps',
      comment: 'A package never imports an app: pass in what it needs, or move the code into the app.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule imports only contracts, regulations, attendance, other rules and platform/problem: the use case reads the data and hands it over.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: { pathNot: ['^packages/(contracts|regulations|attendance)/', '^packages/platform/src/problem[.]ts$', '[.]rules[.]ts$'] },
    },
    {
      name: 'contracts-only-zod',
      comment: 'packages/contracts imports zod and itself, nothing else: the browser loads it.',
      severity: 'error',
      from: { path: '^packages/contracts/', pathNot: `${spec}|${config}` },
      to: { pathNot: ['^packages/contracts/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'web-reaches-contracts-only',
      comment: 'The web application imports contracts, attendance, regulations and its own files: ask the server with api(contract, input).',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: spec },
      to: { path: '^(packages/(?!contracts/|attendance/|regulations/)|apps/(?!web/))' },
    },
    {
      name: 'no-tests-in-product',
      comment: 'Product code imports a spec or a test tool. Move the shared piece into a file of its own, or into packages/testing.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: testCode },
      to: { path: `${spec}|^packages/testing/` },
    },
  ],
  options: {
    // Its swc parser stumbles over JSX: .tsx files are targets here, and their own imports are judged by the linter (vungmanh/imports, no-cycle).
    parser: 'swc',
    extraExtensionsToScan: ['.tsx'],
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|[.]turbo|[.]data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
