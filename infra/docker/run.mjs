import { existsSync } from 'node:fs';

// The image's argument is the service to run, or `prepare` (databases, keys, migrations; to its end).
const what = process.argv[2] ?? '';
const program = new URL(what === 'prepare' ? './prepare.mjs' : `../../apps/${what}/dist/main.js`, import.meta.url);
if (!/^[a-z]+$/.test(what) || !existsSync(program)) {
  console.error(`There is no service "${what}" in this image.`);
  process.exit(1);
}
await import(program.href);
