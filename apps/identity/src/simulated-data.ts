import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';

/** Accounts of a simulated data set have passwords and second factors that everybody knows: nothing of it runs in production. */
@Injectable()
export class SimulatedData implements OnModuleInit {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.mode !== 'production') return;
    const rows = await this.db.query('select 1 as simulated from simulated_data');
    if (rows.length > 0) throw new Error('This database holds simulated accounts that everybody can sign in to: it does not run in production');
  }
}
