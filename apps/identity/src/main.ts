import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startService } from '@vungmanh/platform/start';
import { identity } from './service.js';

await runUntilStopped(() => startService(identity, readConfig(process.env)));
