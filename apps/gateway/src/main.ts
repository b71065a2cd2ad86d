import { readConfig } from '@vungmanh/platform/config';
import { runUntilStopped } from '@vungmanh/platform/run';
import { startGateway } from './start-gateway.js';

await runUntilStopped(() => startGateway(readConfig(process.env)));
