import { runMigrations } from '@vungmanh/platform/run';
import { organization } from './service.js';

await runMigrations(organization);
