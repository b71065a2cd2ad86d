import { register } from 'node:module';

// `node --import <this file> some.ts`: only for tests; a built program never loads it.
register('./source-hooks.mjs', import.meta.url);
