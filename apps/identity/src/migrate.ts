import { runMigrations } from '@vungmanh/platform/run';
import { identity } from './service.js';

await runMigrations(identity);
