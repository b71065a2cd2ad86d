import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { organization } from './service.js';

await runUntilStopped(() => startService(organization, readConfig(process.env)));
