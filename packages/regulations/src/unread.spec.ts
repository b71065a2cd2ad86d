import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleKeys } from './register.js';
import { isRead } from './unread.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Where rules are written down, not read. */
const tables =
  /packages\/regulations\/src\/(account|decision|discipline|document|fee|inspection|meeting|membership|organization|rating|score|training|plain-words-table|unread)\.ts$/;

const sources = ['apps', 'packages'].flatMap((group) =>
  readdirSync(join(root, group)).flatMap((workspace) => {
    const src = join(root, group, workspace, 'src');
    if (!existsSync(src)) return [];
    return readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((file) => join(src, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file) && !tables.test(file));
  }),
);

it('names every rule that nothing reads, and no other', () => {
  const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  const read = ruleKeys.filter((key) => text.includes(`'${key}'`));
  expect(read.length).toBeGreaterThan(40);
  // A rule that something reads now is taken out of the list in unread.ts; one that nothing reads any more goes in.
  expect(ruleKeys.filter(isRead)).toEqual(read);
});
