import { runMigrations } from '@vungmanh/platform/run';
import { training } from './service.js';

await runMigrations(training);
