import type { ServiceDefinition } from '@vungmanh/platform/service';
import { Gateway1761000000000 } from './database/gateway.migration.js';
import { GatewayModule } from './gateway.module.js';

export const gateway: ServiceDefinition = { name: 'gateway', module: GatewayModule, entities: [], migrations: [Gateway1761000000000] };
