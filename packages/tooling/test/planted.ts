/** One breach per row: a file, what stands in it, and what the developer must be told about it. */
export interface Plant {
  readonly file: string;
  readonly code: string;
  readonly told: string;
}

const plant = (file: string, told: string, code: string): Plant => ({ file, told, code });
const meeting = 'apps/meetings/src/meeting';

/** Found by the linter. */
export const lintPlants: readonly Plant[] = [
  plant(`${meeting}/a1.ts`, 'service-not-service', `import { member } from '../../../membership/src/member/member.js';\nexport const a1 = member;\n`),
  plant(`${meeting}/a2.ts`, 'service-not-service', `import { member } from '@vungmanh/membership/member';\nexport const a2 = member;\n`),
  plant(
    `${meeting}/a3.ts`,
    'feature-not-feature-service',
    `import { TaskService } from '../task/task.service.js';\nexport const a3 = TaskService;\n`,
  ),
  plant(`${meeting}/a4.ts`, 'feature-not-feature-service', `export const a4 = () => import('../task/task.queries.js');\n`),
  plant('packages/platform/src/b1.ts', 'packages-not-apps', `import { member } from '@vungmanh/membership/member';\nexport const b1 = member;\n`),
  plant(`${meeting}/a5.rules.ts`, 'rules-are-pure', `import type { DataSource } from 'typeorm';\nexport type A5 = DataSource;\n`),
  plant(`${meeting}/a6.rules.ts`, 'rules-are-pure', `import type { Meeting } from './meeting.entity.js';\nexport type A6 = Meeting;\n`),
  plant('packages/contracts/src/c1.ts', 'contracts-only-zod', `import { join } from 'node:path';\nexport const c1 = join('a', 'b');\n`),
  plant('apps/web/src/w1.ts', 'web-reaches-contracts-only', `import { Problem } from '@vungmanh/platform/problem';\nexport const w1 = Problem;\n`),
  plant(`${meeting}/a7.ts`, 'nats-in-platform-only', `import { connect } from '@nats-io/transport-node';\nexport const a7 = connect;\n`),
  plant(`${meeting}/a8.ts`, 'pg-in-platform-only', `import pg from 'pg';\nexport const a8 = pg;\n`),
  plant(`${meeting}/a9.ts`, 'nest-transport-in-platform-only', `import { Transport } from '@nestjs/microservices';\nexport const a9 = Transport;\n`),
  plant(
    'packages/platform/src/b2.ts',
    'Our own client and dispatch',
    `import { ClientProxy } from '@nestjs/microservices';\nexport const b2 = ClientProxy;\n`,
  ),
  plant(`${meeting}/a10.ts`, 'test-tools-in-tests-only', `import { given } from '@vungmanh/testing/given';\nexport const a10 = given;\n`),
  plant('packages/regulations/src/r1.ts', 'package-direction', `import { Problem } from '@vungmanh/platform/problem';\nexport const r1 = Problem;\n`),
  plant('packages/attendance/src/t1.ts', 'pure-packages', `import { join } from 'node:path';\nexport const t1 = join('a');\n`),
  plant(
    `${meeting}/a11.ts`,
    'through-the-package',
    `import { Problem } from '../../../../packages/platform/src/problem.js';\nexport const a11 = Problem;\n`,
  ),
  plant(`${meeting}/a42.ts`, 'through-the-package', `import { nats } from '../../../../infra/local/nats.mjs';\nexport const a42 = nats;\n`),
  plant(
    `${meeting}/a12.ts`,
    'Only the gateway speaks HTTP',
    `import { NotFoundException } from '@nestjs/common';\nexport const a12 = NotFoundException;\n`,
  ),
  plant(`${meeting}/a13.ts`, 'circular providers', `import { forwardRef } from '@nestjs/common';\nexport const a13 = forwardRef;\n`),
  plant(`${meeting}/a14.ts`, 'No bidirectional relation', `import { OneToMany } from 'typeorm';\nexport const a14 = OneToMany;\n`),
  plant(
    `${meeting}/a15.ts`,
    'No injected repositories',
    `import { InjectRepository } from '@nestjs/typeorm';\nexport const a15 = InjectRepository;\n`,
  ),
  plant(`${meeting}/a16.ts`, 'No barrels', `export * from './meeting.entity.js';\n`),
  plant(`${meeting}/a17.ts`, 'around the outbox', `export const a17 = (client: { emit(s: string): void }) => client.emit('x');\n`),
  plant(`${meeting}/a18.ts`, 'A subject is written in its contract alone', `export const a18 = 'evt.meetings.meeting.notified.v1';\n`),
  plant(`${meeting}/a19.rules.ts`, 'Only Clock knows', `export const a19 = () => new Date();\n`),
  plant(`${meeting}/a20.service.ts`, 'Only Clock knows', `export const a20 = () => Date.now();\n`),
  plant(`${meeting}/a21.queries.ts`, 'Only Clock knows', `export const a21 = 'select 1 from meeting where held_at < now()';\n`),
  plant(`${meeting}/a22.ts`, 'moves its version backwards', `export const a22 = (repository: { save(x: object): void }) => repository.save({});\n`),
  plant(`${meeting}/a23.ts`, 'looks at no version', `export const a23 = (tx: { manager: { update(x: object): void } }) => tx.manager.update({});\n`),
  plant(
    `${meeting}/a24.ts`,
    'Only platform opens transactions',
    `export const a24 = (dataSource: { transaction(): void }) => dataSource.transaction();\n`,
  ),
  plant(
    `${meeting}/a25.ts`,
    'Never ask another service inside a transaction',
    `export const a25 = (db: { commit(w: () => unknown): void }, rpc: { call(): unknown }) => db.commit(() => rpc.call());\n`,
  ),
  plant(
    `${meeting}/a26.spec.ts`,
    'Real things in tests',
    `import { jest } from '@jest/globals';\njest.unstable_mockModule('./meeting.js', () => ({}));\n`,
  ),
  plant(`${meeting}/a27.spec.ts`, 'never which method was called', `it('calls', () => expect(() => 1).toHaveBeenCalled());\n`),
  plant(`${meeting}/a28.ts`, 'switches the compiler off', `export const a28 = 'x' as unknown as number;\n`),
  plant(`${meeting}/a29.ts`, 'Only the guard builds a Scope', `class Scope {}\nexport const a29 = new Scope();\n`),
  plant(`${meeting}/a30.ts`, 'never changes its own schema', `export const a30 = { synchronize: true };\n`),
  plant(`${meeting}/a31.ts`, 'SQL text takes no variable', 'export const a31 = (name: string) => `select id from meeting where name = ${name}`;\n'),
  plant(`${meeting}/a32.ts`, 'SQL text takes no variable', `export const a32 = (name: string) => 'delete from meeting where name = ' + name;\n`),
  plant(`${meeting}/a33.ts`, 'SQL text takes no variable', 'export const a33 = (db: { query(s: string): void }, f: string) => db.query(`${f}`);\n'),
  plant(
    `${meeting}/a34.ts`,
    'SQL text takes no variable',
    "export function a34(name: string) {\n  const where: string[] = ['true'];\n  where.push(`name = '${name}'`);\n  return `select id from meeting where ${where.join(' and ')}`;\n}\n",
  ),
  plant(
    `${meeting}/a41.ts`,
    'SQL text takes no variable',
    "const like = (text: string): string => `m.name like '${text}'`;\nexport const a41 = (name: string) => `select id from meeting m where ${like(name)}`;\n",
  ),
  plant(`${meeting}/a35.ts`, 'must be awaited', `export const a35 = () => {\n  Promise.resolve(1);\n};\n`),
  plant(
    `${meeting}/a36.ts`,
    'not exhaustive',
    `export function a36(s: 'A' | 'B') {\n  switch (s) {\n    case 'A':\n      return 1;\n  }\n  return 0;\n}\n`,
  ),
  plant(
    `${meeting}/a37.ts`,
    'too many parameters',
    `export const a37 = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;\n`,
  ),
  plant(`${meeting}/a38.ts`, 'Prefer named exports', `export default 1;\n`),
  plant(`${meeting}/a39.ts`, 'no-explicit-any', `export const a39 = (x: any) => String(x);\n`),
  plant(`${meeting}/a40.ts`, 'too many lines', `${'// line\n'.repeat(251)}export const a40 = 1;\n`),
];

/** Found by dependency-cruiser, from the files that the paths resolve to. */
export const directionPlants: readonly Plant[] = [
  plant(`${meeting}/d1.ts`, 'no-cycles', `import type { D2 } from './d2.js';\nexport type D1 = D2 | 1;\n`),
  plant(`${meeting}/d3.ts`, 'no-unresolvable', `import { nowhere } from './nowhere.js';\nexport const d3 = nowhere;\n`),
  plant(`${meeting}/d4.ts`, 'service-not-service', `import { member } from '../../../membership/src/member/member.js';\nexport const d4 = member;\n`),
  plant(
    `${meeting}/d5.ts`,
    'feature-not-feature-service',
    `import { TaskService } from '../task/task.service.js';\nexport const d5 = TaskService;\n`,
  ),
  plant(
    'packages/platform/src/d6.ts',
    'packages-not-apps',
    `import { member } from '../../../apps/membership/src/member/member.js';\nexport const d6 = member;\n`,
  ),
  plant(`${meeting}/d7.rules.ts`, 'rules-are-pure', `import type { Meeting } from './meeting.entity.js';\nexport type D7 = Meeting;\n`),
  plant('packages/contracts/src/d8.ts', 'contracts-only-zod', `import { join } from 'node:path';\nexport const d8 = join('a');\n`),
  plant('apps/web/src/d9.ts', 'web-reaches-contracts-only', `import { Problem } from '@vungmanh/platform/problem';\nexport const d9 = Problem;\n`),
  plant(`${meeting}/d10.ts`, 'no-tests-in-product', `import { given } from '@vungmanh/testing/given';\nexport const d10 = given;\n`),
];

/** The other half of the cycle, which is reported once. */
export const companion = { file: `${meeting}/d2.ts`, code: `import type { D1 } from './d1.js';\nexport type D2 = D1 | 2;\n` };

/** Found by the other checks. */
export const otherPlants: readonly Plant[] = [
  plant(`${meeting}/f1.ts`, 'npm run format', `export const f1 = "x"\n`),
  plant('packages/contracts/src/dead.ts', 'deadOperation is exported and nobody imports it', `export const deadOperation = 1;\n`),
  plant(
    'apps/web/package.json',
    'typeorm stands in package.json and nobody here imports it',
    '{ "name": "@vungmanh/web", "type": "module", "dependencies": { "typeorm": "1.1.1" } }\n',
  ),
  plant(`${meeting}/unused.ts`, 'Nothing imports this file', `export const unused = 1;\n`),
  plant(`${meeting}/index.ts`, 'says nothing', `export const one = 1;\n`),
  plant('apps/meetings/src/utils/date.ts', 'A folder called utils', `export const two = 2;\n`),
  plant('apps/web/src/long.css', '251 lines, at most 250', 'a {\n}\n'.repeat(125) + '\n'),
  plant('scripts/x.mjs', 'The top level stays as it was drawn', `export const three = 3;\n`),
];

/** A package that has been built: an import of it leads to its source all the same. */
export const built: readonly Omit<Plant, 'told'>[] = [
  { file: 'packages/regulations/tsconfig.build.json', code: `{ "compilerOptions": { "rootDir": "src", "outDir": "dist" }, "include": ["src"] }\n` },
  { file: 'packages/regulations/src/term.ts', code: `export const term = 5;\n` },
  { file: 'packages/regulations/dist/term.js', code: `export const term = 5;\n` },
  { file: 'apps/meetings/src/main.ts', code: `import { term } from '@vungmanh/regulations/term';\n\nconsole.log(term);\n` },
];

/** Good code that comes close to a law: nothing may be said about it. */
export const good: readonly Omit<Plant, 'told'>[] = [
  { file: 'apps/membership/src/member/member.ts', code: `export const member = { name: 'simulated' };\n` },
  { file: `${meeting}/meeting.entity.ts`, code: `export interface Meeting {\n  id: string;\n}\n` },
  { file: 'apps/meetings/src/task/task.service.ts', code: `export class TaskService {}\n` },
  { file: 'apps/meetings/src/task/task.queries.ts', code: `export const taskColumns = 'id, name';\n` },
  { file: 'packages/platform/src/problem.ts', code: `export class Problem extends Error {}\nexport class Broken extends Error {}\n` },
  { file: 'infra/local/chromium.mjs', code: `export const findChromium = () => 'chromium';\n` },
  {
    file: 'apps/journeys/src/browser.ts',
    code: `import { findChromium } from '../../../infra/local/chromium.mjs';\n\nexport const browser = findChromium();\n`,
  },
  { file: 'packages/testing/src/given.ts', code: `export const given = { seen: new Date() };\n` },
  {
    file: `${meeting}/good.rules.ts`,
    code: `import { Broken } from '@vungmanh/platform/problem';\n\nexport function dayOf(day: string): number {\n  if (day === '') throw new Broken('meetings/no-day');\n  return new Date(\`\${day}T00:00:00Z\`).getUTCDay();\n}\n`,
  },
  {
    file: `${meeting}/good.queries.ts`,
    code: `import { taskColumns } from './columns.js';

interface Scope {
  within(column: string, params: unknown[]): string;
}

const orders = { name: 'm.name', day: 'm.held_on' } as const;

export function list(scope: Scope, input: { q?: string; sort: keyof typeof orders; ids: string[] }): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const where = [scope.within('m.node_id', params)];
  if (input.q) where.push(\`m.search_text like $\${params.push(input.q)}\`);
  const p = (value: unknown): string => \`$\${params.push(value)}\`;
  const order = orders[input.sort];
  return {
    sql: \`select \${taskColumns}, \${input.ids.map((_, i) => \`$\${i + 1}\`).join(', ')} from meeting m
          where \${where.join(' and ')} and m.day > \${p('2026-01-01')} order by \${order}, m.id limit $\${params.length}\`,
    params,
  };
}

interface Statement {
  p(value: unknown): string;
  part(name: string, sql: string): void;
}

const counted = (condition: string): string => \`count(*) filter (where \${condition})\`;

export function write(statement: Statement, all: readonly unknown[]): void {
  const rows = (values: readonly unknown[]): string => \`\${statement.p(JSON.stringify(values))}::jsonb\`;
  statement.part('held', \`insert into meeting (id) select id from jsonb_to_recordset(\${rows(all)}) as m(id uuid)\`);
  statement.part('counted', \`select \${counted("state = 'HELD'")} from meeting where id = \${statement.p(all[0])}\`);
}

export const greeting = (name: string): string => \`Select the meeting \${name}\`;
`,
  },
  { file: `${meeting}/columns.ts`, code: `export const taskColumns = 'm.id, m.name';\n` },
  {
    file: `${meeting}/good.service.ts`,
    code: `interface Tx {
  publish(event: string, items: object): void;
}

export async function publishMinutes(db: { commit(work: (tx: Tx) => Promise<void>): Promise<void> }, rpc: { call(): Promise<string> }): Promise<void> {
  const names = await rpc.call();
  await db.commit(async (tx) => {
    await Promise.resolve();
    tx.publish('meetings.meeting.published', { names });
  });
}
`,
  },
];
