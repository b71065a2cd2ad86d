import { runMigrations } from '@vungmanh/platform/run';
import { inspection } from './service.js';

await runMigrations(inspection);
