import { accountNames } from '@vungmanh/contracts/audit';
import { recordGrades } from '@vungmanh/contracts/inspection/labor-grade';
import {
  drawUpSupervision,
  getSupervision,
  openSupervision,
  setGradeScale,
  type MemberSupervision,
} from '@vungmanh/contracts/inspection/member-supervision';
import { listSupervisionLines, type SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import { obligationChanged, obligationSnapshot, type ObligationStanding } from '@vungmanh/contracts/meetings/task';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { permissions } from '@vungmanh/contracts/permission';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { readWorkbook } from '@vungmanh/documents/workbook/read';
import { Files } from '@vungmanh/platform/files';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inspection } from '../src/service.js';

export const NOW = '2026-11-20T02:00:00.000Z';
export const QUARTER = '2026-Q4';

const names = ['An', 'Bảo', 'Cường', 'Dung', 'Én', 'Giang', 'Hạnh', 'Khánh', 'Lâm'];

/** The party committee of a procuracy with a cell of nine (domain.md §11.3, story 7), and a cell beside it. */
export class Prosecutors {
  readonly root = { ...province, code: '99', typeCode: 'PROVINCE' };
  readonly committee = { ...committeeNode('Đảng bộ Viện kiểm sát Mô Phỏng', province), code: '99.300' };
  readonly cell: NodeRow = { ...cellNode('Chi bộ 4', this.committee), code: '99.300.004' };
  readonly beside: NodeRow = { ...cellNode('Chi bộ 5', this.committee), code: '99.300.005' };
  readonly nine: RosterRow[] = names.map((name, i) =>
    member(this.cell, `Lò Thị ${name}`, i === 8 ? { managed: [{ nodeId: this.committee.id, from: '2020-01-01' }] } : {}),
  );
  readonly others: RosterRow[] = names.slice(0, 4).map((name) => member(this.beside, `Vi Văn ${name}`));
  readonly rows: RosterRow[] = [...this.nine, ...this.others];
  readonly tasks: ObligationStanding[] = [];
  readonly body: BodyRow = cellBody(this.cell, this.nine.slice(0, 3));
  readonly accounts = { secretary: randomUUID(), officer: randomUUID(), everything: randomUUID(), beside: randomUUID() };
  world: World;

  static async start(more: { nodes?: NodeRow[]; bodies?: BodyRow[]; rows?: RosterRow[] } = {}): Promise<Prosecutors> {
    const p = new Prosecutors();
    const grants = [
      { ...grantAt(p.cell, p.accounts.secretary, ['inspection:supervise', 'inspection:read']), below: false },
      { ...grantAt(p.beside, p.accounts.beside, ['inspection:supervise', 'inspection:read']), below: false },
      grantAt(p.committee, p.accounts.officer, ['inspection:read', 'inspection:plan']),
      grantAt(p.root, p.accounts.everything, permissions),
    ];
    const nodes = [p.root, p.committee, p.cell, p.beside, ...(more.nodes ?? [])];
    p.rows.push(...(more.rows ?? []));
    p.world = await World.start(inspection, { nodes, grants, now: NOW }, (w) => {
      w.owns(bodySnapshot, [p.body, cellBody(p.beside, p.others.slice(0, 2)), ...(more.bodies ?? [])]);
      w.owns(rosterSnapshot, p.rows);
      w.owns(obligationSnapshot, p.tasks);
      w.standIn(accountNames, ({ ids }) => ({ items: ids.map((id) => ({ id, displayName: `Tài khoản ${id.slice(0, 4)}` })) }));
    });
    return p;
  }

  at = (place: number): RosterRow => this.nine[place] ?? this.root_member();
  private root_member = (): RosterRow => {
    throw new Error('The cell has nine members');
  };

  /** One of the nine; the first is the secretary, the second the deputy, the third sits in the committee. */
  person = (place: number): Person => this.world.person(place === 0 ? this.accounts.secretary : `account ${place}`, this.at(place).id);
  get secretary(): Person {
    return this.person(0);
  }
  get besides(): Person {
    return this.world.person(this.accounts.beside, this.others[0]?.id);
  }
  get officer(): Person {
    return this.world.person(this.accounts.officer, randomUUID());
  }
  /** Holds every right at the root of the tree. */
  get everything(): Person {
    return this.world.person(this.accounts.everything, randomUUID());
  }

  /** A task of the cell as meetings tells of it; what is said anew is told once more at the next version. */
  async task(id: string, place: number, changes: Partial<ObligationStanding> = {}): Promise<void> {
    const at = this.tasks.findIndex((t) => t.id === id);
    const task: ObligationStanding = {
      ...(this.tasks[at] ?? {
        id,
        kind: 'RESOLUTION_TASK',
        doerIds: [this.at(place).id],
        nodeId: this.cell.id,
        due: '2026-11-10',
        state: 'OPEN',
        reported: false,
      }),
      version: (this.tasks[at]?.version ?? 0) + 1,
      ...changes,
    };
    if (at < 0) this.tasks.push(task);
    else this.tasks[at] = task;
    await this.world.publish(obligationChanged, [task]);
  }

  /** Something about a member changes. */
  async changed(row: RosterRow): Promise<void> {
    const at = this.rows.findIndex((r) => r.id === row.id);
    if (at < 0) this.rows.push(row);
    else this.rows[at] = row;
    await this.world.publish(memberChanged, [{ id: row.id, version: row.version }]);
  }

  supervision = (): Promise<MemberSupervision> => this.secretary.do(getSupervision, { nodeId: this.cell.id, quarter: QUARTER });

  /** The cell's quarter, told to its members, with grades A, B, C. */
  async opened(): Promise<MemberSupervision> {
    const drawn = await this.secretary.do(drawUpSupervision, { nodeId: this.cell.id, quarter: QUARTER });
    const scaled = await this.secretary.do(setGradeScale, { supervisionId: drawn.id, marks: ['A', 'B', 'C'] }, drawn);
    return this.secretary.do(openSupervision, { supervisionId: drawn.id }, scaled);
  }

  async lines(by: Person = this.secretary): Promise<SupervisionRow[]> {
    return (await by.do(listSupervisionLines, { supervisionId: (await this.supervision()).id, limit: 200 })).items;
  }

  /** The line of one of the nine as it stands. */
  async line(place: number): Promise<SupervisionRow> {
    const found = (await this.lines()).find((row) => row.personId === this.at(place).id);
    if (!found) throw new Error(`No line for member ${place}`);
    return found;
  }

  async grade(place: number, month: string, grade?: string): Promise<void> {
    const { id: lineId } = await this.line(place);
    const standing = await this.supervision();
    await this.secretary.do(recordGrades, { supervisionId: standing.id, cells: [{ lineId, month, ...(grade ? { grade } : {}) }] }, standing);
  }

  /** Asks until the answer is what was waited for; fails with the last answer after ten seconds. */
  async until<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
    for (const end = performance.now() + 10_000; ;) {
      const answer = await ask();
      if (done(answer) || performance.now() > end) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The cells of the first sheet of a stored workbook. */
export async function sheetOf({ world }: Prosecutors, fileId: string): Promise<unknown[][]> {
  const directory = await mkdtemp(join(tmpdir(), 'sheet-'));
  const stream = await world.service.app.get(Files).read(fileId);
  await writeFile(join(directory, 'sheet.xlsx'), stream ? await buffer(stream) : '');
  const read = await readWorkbook(join(directory, 'sheet.xlsx'));
  await rm(directory, { recursive: true });
  return read.ok ? (read.value[0]?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? []) : [];
}
