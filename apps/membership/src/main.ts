import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { membership } from './service.js';

await runUntilStopped(() => startService(membership, readConfig(process.env)));
