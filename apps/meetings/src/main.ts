import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { meetings } from './service.js';

await runUntilStopped(() => startService(meetings, readConfig(process.env)));
