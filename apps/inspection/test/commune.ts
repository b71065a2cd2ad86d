import { accountNames } from '@vungmanh/contracts/audit';
import type { LineState, NewLines, PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import { programGrid } from '@vungmanh/contracts/inspection/plan-line';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { approveProgram, getProgram, openProgram, publishProgram, type Program } from '@vungmanh/contracts/inspection/program';
import { addLines } from '@vungmanh/contracts/inspection/plan-line';
import { obligationSnapshot } from '@vungmanh/contracts/meetings/task';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { SentOf } from '@vungmanh/contracts/operation';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member, members } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { inspection } from '../src/service.js';

export const NOW = '2027-05-10T02:00:00.000Z';
export const TODAY = '2027-05-10';

/** A commune with two cells, and another one beside it: enough for every way in which a subject can lie to a program. */
export class Commune {
  readonly commune = { ...committeeNode('Đảng bộ xã Mô Phỏng', province), code: '99.101' };
  readonly upper = { ...cellNode('Chi bộ bản Trên', this.commune), code: '99.101.001' };
  readonly lower = { ...cellNode('Chi bộ bản Dưới', this.commune), code: '99.101.002' };
  readonly elsewhere = { ...cellNode('Chi bộ xã Khác', committeeNode('Đảng bộ xã Khác', province)), code: '99.102.001' };
  readonly inUpper: RosterRow[] = members(this.upper, 4);
  readonly inLower: RosterRow[] = members(this.lower, 3);
  readonly stranger = member(this.elsewhere, 'Lò Văn Lạ');
  /** A cadre whom the committee of the commune manages. */
  readonly managed = member(this.lower, 'Hà Thị Quản', { managed: [{ nodeId: this.commune.id, from: '2020-01-01' }] });
  readonly accounts = { commission: randomUUID(), officer: randomUUID(), secretary: randomUUID(), province: randomUUID(), deputy: randomUUID() };
  readonly numbered: SentOf<typeof takeNumber>[] = [];

  private constructor() {}
  world: World;

  static async start(): Promise<Commune> {
    const c = new Commune();
    const plan = ['inspection:read', 'inspection:plan', 'inspection:approve', 'inspection:conduct'] as const;
    const root = { ...province, code: '99', typeCode: 'PROVINCE', traits: { ...province.traits, inspectsAs: 'SUPERIOR_COMMITTEE' as const } };
    const nodes: NodeRow[] = [
      root,
      c.commune,
      c.upper,
      c.lower,
      { ...committeeNode('Đảng bộ xã Khác', province), id: c.elsewhere.parentId ?? '', code: '99.102' },
      c.elsewhere,
    ];
    const grants = [
      grantAt(c.commune, c.accounts.commission, plan),
      grantAt(c.commune, c.accounts.officer, plan),
      grantAt(c.commune, c.accounts.deputy, plan),
      { ...grantAt(c.upper, c.accounts.secretary, plan), below: false },
      grantAt(root, c.accounts.province, [...plan, 'audit:read']),
    ];
    c.world = await World.start(inspection, { nodes, grants, now: NOW }, (w) => {
      w.owns(bodySnapshot, [
        cellBody(root, [], { kind: 'COMMITTEE' }),
        cellBody(c.commune, [c.upperAt(0), c.lowerAt(0)], { kind: 'COMMITTEE', term: { number: '2025-2030', from: '2025-08-01' } }),
        cellBody(c.upper, c.inUpper.slice(0, 2)),
        cellBody(c.lower, c.inLower.slice(0, 2)),
      ]);
      w.owns(rosterSnapshot, [...c.inUpper, ...c.inLower, c.stranger, c.managed]);
      w.owns(obligationSnapshot, []);
      w.standIn(takeNumber, (input) => {
        c.numbered.push(input);
        const { type, bodyId, documentId, date } = input;
        return { id: randomUUID(), bodyId, type, term: '2025-2030', number: 5, documentId, date, printed: `Số 05-${type}/ĐU`, version: 1 };
      });
      w.standIn(accountNames, ({ ids }) => ({ items: ids.map((id) => ({ id, displayName: `Tài khoản ${id.slice(0, 4)}` })) }));
    });
    return c;
  }

  upperAt = (i: number): RosterRow => this.inUpper[i] ?? this.stranger;
  lowerAt = (i: number): RosterRow => this.inLower[i] ?? this.stranger;

  get commission(): Person {
    return this.world.person(this.accounts.commission);
  }
  /** Of the committee of the commune, beside the secretary of the upper cell. */
  get deputy(): Person {
    return this.world.person(this.accounts.deputy, this.lowerAt(0).id);
  }
  get officer(): Person {
    return this.world.person(this.accounts.officer);
  }
  get secretary(): Person {
    return this.world.person(this.accounts.secretary, this.upperAt(0).id);
  }
  get provincial(): Person {
    return this.world.person(this.accounts.province);
  }

  open(by: Person, actor: ProgramActor, year: number, node: NodeRow = this.commune): Promise<Program> {
    return by.do(openProgram, { nodeId: node.id, actor, year });
  }

  /** Adds lines, the second quarter's supervision of these unless something else is said. */
  add(by: Person, { id }: Program, ids: readonly { id: string }[], more: Partial<NewLines> = {}) {
    const subjects = { of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds: ids.map((one) => one.id) };
    return by.do(addLines, { programId: id, quarter: 2, kind: 'REGULAR_SUPERVISION', content: 'Thực hiện nhiệm vụ được giao', subjects, ...more });
  }

  async published(by: Person, { id: programId }: Program): Promise<Program> {
    const draft = await by.do(getProgram, { programId });
    const approved = await by.do(approveProgram, { programId, approvedOn: '2027-05-08', meeting: 'Hội nghị tháng 5' }, draft);
    let now = approved;
    // The number comes a moment after the approval, and moves the version on.
    for (let i = 0; i < 100 && now.approval?.numberAwaited === true; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await by.do(getProgram, { programId });
    }
    return by.do(publishProgram, { programId }, now);
  }

  async lines(by: Person, { id: programId }: Program, more: { quarter?: number; state?: LineState } = {}): Promise<PlanLine[]> {
    return (await by.do(programGrid, { programId, limit: 200, ...more })).items.flatMap((row) => row.lines);
  }
}
