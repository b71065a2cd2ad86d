import { runMigrations } from '@vungmanh/platform/run';
import { meetings } from './service.js';

await runMigrations(meetings);
