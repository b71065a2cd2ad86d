import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@vungmanh/platform/config';
import type { RunningService } from '@vungmanh/platform/start';
import { makeDatabase, type TestDatabase } from '@vungmanh/testing/database';
import type { World } from '@vungmanh/testing/world';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateway } from '../src/service.js';
import { startGateway } from '../src/start-gateway.js';

const web = fileURLToPath(new URL('./web', import.meta.url));

/** A database and a folder for the gateways of one spec. */
export class Opened {
  private constructor(
    private readonly world: World,
    private readonly database: TestDatabase,
    readonly filesDir: string,
  ) {}

  static async make(world: World): Promise<Opened> {
    return new Opened(world, await makeDatabase(gateway), await mkdtemp(join(tmpdir(), 'vungmanh-files-')));
  }

  /** One more gateway, at the world's time. */
  gateway(more: Partial<Config>): Promise<RunningService<NestFastifyApplication>> {
    const config: Config = {
      service: 'gateway',
      databaseUrl: this.database.appUrl,
      readDatabaseUrl: this.database.readUrl,
      natsUrl: process.env['TEST_NATS_URL'] ?? '',
      keysDir: this.world.keysDir,
      filesDir: this.filesDir,
      headsDir: this.world.keysDir,
      headsMinutes: 10,
      healthPort: 0,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      mode: 'trial',
      ...more,
    };
    return startGateway(config, { clock: this.world.clock, web });
  }

  async drop(): Promise<void> {
    await this.database.drop();
    await rm(this.filesDir, { recursive: true });
  }
}
