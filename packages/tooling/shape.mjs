import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.data', '.turbo', '.cache', 'coverage']);
const TOP =
  /^([.].*|package[.]json|package-lock[.]json|turbo[.]json|tsconfig[.]base[.]json|apps|packages|infra|docker-compose[.]yml|README[.]md|README[.]vi[.]md|LICENSE|node_modules)$/;
const FOLDER = /^(utils?|common|helpers?|dto|interfaces|controllers|managers?)$/i;
const FILE = /^(index[.]tsx?|(utils?|common|helpers?|managers?|types[.]d)[.]tsx?)$/i;
const SOURCE = new Set(['.ts', '.tsx', '.mjs', '.css']);
const UNMEASURED = /[.](spec|gen|migration)[.]|[.]d[.]ts$|\/database\/|\/migrations\//;
/** The linter measures the others (max-lines). */
const MEASURED_HERE = new Set(['.css']);
const MOST = 250;

function* walk(root, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    yield { path: relative(root, path).split(sep).join('/'), directory: entry.isDirectory() };
    if (entry.isDirectory()) yield* walk(root, path);
  }
}

/** What is wrong with names and sizes below `root`, and the median length of a source file. */
export function shapeOf(root) {
  const findings = readdirSync(root)
    .filter((name) => !TOP.test(name))
    .map((name) => ({ where: name, message: 'The top level stays as it was drawn (design.md §2): move this into apps, packages or infra.' }));
  const lengths = [];
  for (const top of ['apps', 'packages', 'infra']) {
    for (const { path, directory } of walkIfThere(root, top)) {
      const name = basename(path);
      if (directory) {
        if (FOLDER.test(name))
          findings.push({ where: path, message: `A folder called ${name} says nothing: name it after the noun that its files are about.` });
        continue;
      }
      if (FILE.test(name))
        findings.push({
          where: path,
          message: `A file called ${name} says nothing: name it after what it holds; no barrels, imports name the file.`,
        });
      if (!SOURCE.has(extname(name)) || UNMEASURED.test(path)) continue;
      const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
      lengths.push(lines);
      if (lines > MOST && MEASURED_HERE.has(extname(name)))
        findings.push({ where: path, message: `${lines} lines, at most ${MOST}: find the second noun in it and give it a file of its own.` });
    }
  }
  lengths.sort((a, b) => a - b);
  return { findings, note: `${lengths.length} files, median ${lengths[Math.floor(lengths.length / 2)] ?? 0} lines` };
}

function walkIfThere(root, top) {
  return readdirSync(root).includes(top) ? walk(root, join(root, top)) : [];
}
