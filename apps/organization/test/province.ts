import { systemDb } from '@vungmanh/testing/system-db';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { establishNode } from '@vungmanh/contracts/organization/node';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { grantChanged, type GrantRow } from '@vungmanh/contracts/identity/grant';
import { permissions, type Permission } from '@vungmanh/contracts/permission';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { Db } from '@vungmanh/platform/db/db';
import { World } from '@vungmanh/testing/world';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { foundProvince } from '../src/node/found-province.js';
import { organization } from '../src/service.js';

/** A world with this service, a province (simulated) and somebody who may do everything in it. */
export class ProvinceWorld {
  private constructor(
    readonly world: World,
    readonly provinceId: string,
    readonly members: RosterRow[],
    private readonly grants: GrantRow[],
  ) {}

  static async start(before: (world: World) => void = () => {}): Promise<ProvinceWorld> {
    const grants: GrantRow[] = [];
    const members: RosterRow[] = [];
    const world = await World.start(organization, { grants, now: '2026-11-22T02:00:00Z' }, (w) => {
      w.owns(rosterSnapshot, members);
      before(w);
    });
    const provinceId = await foundProvince(systemDb(world.service), { code: '99', name: 'Đảng bộ tỉnh Mô Phỏng' });
    const province = new ProvinceWorld(world, provinceId, members, grants);
    await province.grant('officer', provinceId);
    await world.service.ready();
    return province;
  }

  get officer(): Person {
    return this.world.person('officer');
  }

  /** Gives an account permissions at an organization and below, as identity would, and waits until the service knows. */
  async grant(accountId: string, nodeId: string, held: readonly Permission[] = permissions): Promise<Person> {
    const grant: GrantRow = { id: randomUUID(), version: 1, accountId, nodeId, below: true, permissions: [...held], validFrom: '2020-01-01' };
    this.grants.push(grant);
    await this.world.publish(grantChanged, [{ ...grant }]);
    for (let i = 0; i < 400; i += 1) {
      const known = await this.db.query('select 1 from grant_view where grant_id = $1', [grant.id]);
      if (known.length > 0) return this.world.person(accountId);
      await sleep(20);
    }
    throw new Error('The grant did not arrive');
  }

  get db(): Db {
    return systemDb(this.world.service);
  }

  /** What another service sends with its own token. */
  async tokenOf(service: 'meetings' | 'membership'): Promise<string> {
    return new ActorTokens(await readKeys(this.world.keysDir, service), service, this.world.clock).forService();
  }

  establish(parentId: string, typeCode: string, code: string, name: string): Promise<NodeDetail> {
    return this.officer.do(establishNode, {
      parentId,
      typeCode,
      code,
      name,
      establishedOn: '2026-11-01',
      ...(typeCode === 'CELL' ? { sector: 'VILLAGE_RESIDENTIAL' } : {}),
    });
  }

  stop(): Promise<void> {
    return this.world.stop();
  }
}
