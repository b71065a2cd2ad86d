import { fileURLToPath } from 'node:url';

const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/**
 * The one Jest configuration of the house: ESM, TypeScript through swc, workspaces by their source.
 * `preset(import.meta.url)`; `{ world: true }` gives the run its own PostgreSQL and nats-server (packages/testing).
 */
export function preset(configUrl, { world = false, timeoutSeconds = 20 } = {}) {
  const testing = (file) => fileURLToPath(new URL(`../testing/jest/${file}.mjs`, import.meta.url));
  return {
    rootDir: fileURLToPath(new URL('.', configUrl)),
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    testMatch: ['<rootDir>/{src,test}/**/*.spec.{ts,tsx}'],
    testTimeout: timeoutSeconds * 1000,
    // One spec file at a time: all of them share the run's nats-server, and a world begins by emptying it.
    ...(world ? { maxWorkers: 1, globalSetup: testing('setup'), globalTeardown: testing('teardown') } : {}),
  };
}
