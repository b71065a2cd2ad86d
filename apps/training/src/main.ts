import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { training } from './service.js';

await runUntilStopped(() => startService(training, readConfig(process.env)));
