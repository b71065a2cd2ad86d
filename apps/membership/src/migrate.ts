import { runMigrations } from '@vungmanh/platform/run';
import { membership } from './service.js';

await runMigrations(membership);
