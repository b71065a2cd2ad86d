import { accountNames } from '@vungmanh/contracts/audit';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodyChanged, bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { listCourses } from '@vungmanh/contracts/training/course';
import { listDuties, type DutyLine } from '@vungmanh/contracts/training/duty';
import type { CourseCode } from '@vungmanh/regulations/course';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member, members } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { training } from '../src/service.js';

export const NOW = '2027-05-10T02:00:00.000Z';
export const TODAY = '2027-05-10';

/** A commune with two cells, each with a secretary and a deputy of long standing, and one probationary member. */
export class Commune {
  readonly root: NodeRow = { ...province, code: '99', typeCode: 'PROVINCE', traits: { ...province.traits, inspectsAs: 'SUPERIOR_COMMITTEE' } };
  readonly commune = { ...committeeNode('Đảng bộ xã Mô Phỏng', province), code: '99.101' };
  readonly upper = { ...cellNode('Chi bộ bản Trên', this.commune), code: '99.101.001' };
  readonly lower = { ...cellNode('Chi bộ bản Dưới', this.commune), code: '99.101.002' };
  readonly inUpper: RosterRow[] = members(this.upper, 4);
  readonly inLower: RosterRow[] = members(this.lower, 3);
  readonly newcomer = member(this.lower, 'Lò Thị Mới', { statuses: [{ status: 'PROBATIONARY', from: '2026-08-01' }] });
  readonly upperBody = cellBody(this.upper, this.inUpper.slice(0, 2));
  readonly lowerBody = cellBody(this.lower, this.inLower.slice(0, 2));
  readonly committee = cellBody(this.commune, this.inUpper.slice(2, 4), { kind: 'COMMITTEE' });
  readonly provincial = cellBody(this.root, this.inUpper.slice(3, 4), { kind: 'COMMITTEE' });
  readonly accounts = { officer: randomUUID(), secretary: randomUUID(), province: randomUUID() };
  readonly bodies: BodyRow[] = [this.upperBody, this.lowerBody, this.committee, this.provincial];
  readonly people: RosterRow[] = [...this.inUpper, ...this.inLower, this.newcomer];
  world: World;

  private constructor() {}

  static async start(): Promise<Commune> {
    const c = new Commune();
    const held = ['training:read', 'training:nominate', 'training:plan', 'training:approve', 'training:conduct', 'training:handbook'] as const;
    const grants = [
      grantAt(c.commune, c.accounts.officer, held),
      { ...grantAt(c.upper, c.accounts.secretary, ['training:read', 'training:nominate']), below: false },
      grantAt(c.root, c.accounts.province, [...held, 'audit:read']),
    ];
    c.world = await World.start(training, { nodes: [c.root, c.commune, c.upper, c.lower], grants, now: NOW }, (w) => {
      w.owns(bodySnapshot, c.bodies);
      w.owns(rosterSnapshot, c.people);
      w.standIn(takeNumber, ({ bodyId, type, documentId, date }) => {
        return { id: randomUUID(), bodyId, type, term: '2025-2030', number: 5, documentId, date, printed: `Số 05-${type}/ĐU`, version: 1 };
      });
      w.standIn(accountNames, ({ ids }) => ({ items: ids.map((id) => ({ id, displayName: `Tài khoản ${id.slice(0, 4)}` })) }));
    });
    return c;
  }

  get officer(): Person {
    return this.world.person(this.accounts.officer);
  }
  get secretary(): Person {
    return this.world.person(this.accounts.secretary, this.inUpper[0]?.id);
  }
  get provincialOfficer(): Person {
    return this.world.person(this.accounts.province);
  }

  async course(code: CourseCode): Promise<string> {
    const { items } = await this.officer.do(listCourses, {});
    return items.find((one) => one.code === code)?.id ?? '';
  }

  duties(by = this.officer, node: NodeRow = this.commune): Promise<DutyLine[]> {
    return by.do(listDuties, { nodeId: node.id, limit: 200, span: 'ALL' }).then((page) => page.items);
  }

  /** The duties once they are what the test waits for; whatever they are after five seconds. */
  async dutiesOnce(right: (duties: DutyLine[]) => boolean): Promise<DutyLine[]> {
    let found = await this.duties();
    for (let i = 0; i < 100 && !right(found); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      found = await this.duties();
    }
    return found;
  }

  /** A body as organization tells of it after a change. */
  async tellBody(body: BodyRow, seats: BodyRow['seats']): Promise<void> {
    const at = this.bodies.findIndex((one) => one.id === body.id);
    const version = (this.bodies[at]?.version ?? 0) + 1;
    this.bodies[at] = { ...body, version, seats };
    await this.world.publish(bodyChanged, [{ id: body.id, version }]);
  }

  async tellMember(row: RosterRow, changes: Partial<RosterRow>): Promise<void> {
    const at = this.people.findIndex((one) => one.id === row.id);
    const version = (this.people[at]?.version ?? 0) + 1;
    this.people[at] = { ...row, ...changes, version };
    await this.world.publish(memberChanged, [{ id: row.id, version }]);
  }
}
