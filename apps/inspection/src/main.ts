import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { inspection } from './service.js';

await runUntilStopped(() => startService(inspection, readConfig(process.env)));
