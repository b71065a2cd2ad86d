import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importLaws } from '../laws.mjs';
import plugin from '../oxlint-plugin.mjs';
import { built, companion, directionPlants, good, lintPlants, otherPlants, type Plant } from './planted.js';

const tooling = fileURLToPath(new URL('..', import.meta.url));
const house = join(tooling, '..', '..');

/** A small house in a temporary folder, with the real configuration and nothing but the given files in it. */
function houseWith(files: readonly Omit<Plant, 'told'>[]): string {
  const root = mkdtempSync(join(tmpdir(), 'vungmanh-laws-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const workspace = (folder: string, name: string): void => {
    const exports = folder === 'packages' ? { './*': { source: './src/*.ts', default: './dist/*.js' } } : undefined;
    write(`${folder}/${name}/package.json`, `${JSON.stringify({ name: `@vungmanh/${name}`, type: 'module', exports }, null, 2)}\n`);
    mkdirSync(join(root, 'node_modules/@vungmanh'), { recursive: true });
    symlinkSync(join(root, folder, name), join(root, 'node_modules/@vungmanh', name));
  };
  write('package.json', '{ "name": "house", "type": "module", "workspaces": ["apps/*", "packages/*"] }\n');
  write('.gitignore', 'node_modules/\n');
  for (const file of ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.base.json']) cpSync(join(house, file), join(root, file));
  for (const file of ['oxlint.json', 'oxlint-plugin.mjs', 'laws.mjs', 'sql-rule.mjs'])
    cpSync(join(tooling, file), join(root, 'packages/tooling', file));
  for (const name of ['meetings', 'membership', 'web']) workspace('apps', name);
  for (const name of ['contracts', 'platform', 'regulations', 'attendance', 'testing']) workspace('packages', name);
  symlinkSync(join(house, 'node_modules/.bin'), join(root, 'node_modules/.bin'));
  for (const name of ['@jest', '@types']) symlinkSync(join(house, 'node_modules', name), join(root, 'node_modules', name));
  for (const top of ['apps', 'packages']) write(`${top}/tsconfig.json`, '{ "extends": "../tsconfig.base.json", "include": ["."] }\n');
  for (const { file, code } of files) write(file, code);
  return root;
}

function check(root: string, only?: string): { lines: string[]; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(tooling, 'check.mjs'), ...(only ? [`--only=${only}`] : [])], {
    cwd: root,
    encoding: 'utf8',
  });
  return { lines: `${stdout}${stderr}`.trimEnd().split('\n'), code: status };
}

/** The findings about one file or folder. */
const about = (lines: readonly string[], file: string): string =>
  lines
    .filter((line) => [file, `${file}:`].some((f) => line.trimStart().startsWith(f)) || line.trimStart().startsWith(dirname(file) + '  '))
    .join('\n');

describe('npm run check', () => {
  let planted: string;
  let clean: string;
  let found: { lines: string[]; code: number | null };

  beforeAll(() => {
    planted = houseWith([...good, ...built, companion, ...lintPlants, ...directionPlants, ...otherPlants]);
    clean = houseWith(good);
    spawnSync(join(house, 'node_modules/.bin/oxfmt'), { cwd: clean });
    found = check(planted);
  });

  afterAll(() => {
    rmSync(planted, { recursive: true });
    rmSync(clean, { recursive: true });
  });

  it.each([...lintPlants, ...directionPlants, ...otherPlants])('finds the breach in $file: $told', ({ file, told }) => {
    const top = file.split('/')[0] ?? '';
    const lines = ['apps', 'packages'].includes(top) ? about(found.lines, file) : about(found.lines, top);
    expect(lines).toContain(told);
  });

  it('fails each check that found something and says so in its last line', () => {
    expect(found.lines.at(-1)).toBe('0 passed, 5 failed');
    expect(found.code).toBe(1);
  });

  it('has a planted breach for every import law, and in the linter for every rule of ours', () => {
    const lint = lintPlants.map((p) => about(found.lines, p.file)).join('\n');
    expect(importLaws.map((law) => law.name).filter((name) => !lint.includes(`${name}: `))).toEqual([]);
    expect(Object.keys(plugin.rules).filter((rule) => !lint.includes(`[vungmanh(${rule})]`))).toEqual([]);
  });

  it('reads what a built package exports from its source', () => {
    expect(found.lines.join('\n')).not.toContain('term is exported');
  });

  it('says nothing about good code', () => {
    const result = check(clean, 'format,lint,directions,shape');
    expect(result.lines.filter((line) => line.startsWith('      '))).toEqual([]);
    expect(result.lines.at(-1)).toBe('4 passed, 0 failed');
    expect(result.code).toBe(0);
  });

  it('refuses a check that does not exist', () => {
    expect(check(clean, 'nothing').code).toBe(2);
  });
});
