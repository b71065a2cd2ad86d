import { runMigrations } from '@vungmanh/platform/run';
import { gateway } from './service.js';

await runMigrations(gateway);
