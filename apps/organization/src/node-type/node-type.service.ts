import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { listNodeTypes } from '@vungmanh/contracts/organization/node-type';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readSectors, readTypes } from './node-type.rows.js';

/** The catalog of types and sectors. */
@Injectable()
export class NodeTypeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(listNodeTypes)
  async list({ input }: Call<typeof listNodeTypes>): Promise<OutputOf<typeof listNodeTypes>> {
    const day = input.on ?? this.clock.today();
    const inForce = (row: { validFrom: string; validTo?: string }): boolean =>
      row.validFrom <= day && (row.validTo === undefined || day < row.validTo);
    const types = (await readTypes(this.db)).filter(inForce);
    return { types, sectors: (await readSectors(this.db)).filter(inForce) };
  }
}
