import { accountNames } from '@vungmanh/contracts/audit';
import { personFacts, recognizePeople } from '@vungmanh/contracts/membership/recognize';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import type { RuleRow } from '@vungmanh/contracts/organization/rule-override';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { searchText } from '@vungmanh/contracts/text';
import { confirmPastImport, getPastImport, startPastImport, type PastImport } from '@vungmanh/contracts/training/past-import';
import { pastColumns, type PastColumn } from '@vungmanh/contracts/training/past-sheet';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Files } from '@vungmanh/platform/files';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { training } from '../src/service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export type PastLineOf = Partial<Record<PastColumn, string>>;

/** A name of its own for each: sort keys know no digits. */
const lettersOf = (i: number): string => [...String(i).padStart(4, '0')].map((digit) => 'ABCDEGHIKL'[Number(digit)] ?? '').join('');

/** Two communes with so many cells and members; their cards are `1` and their place in the list. */
export class PastProvince {
  readonly root = { ...province, code: '99', typeCode: 'PROVINCE' };
  readonly commune = { ...committeeNode('Đảng bộ xã Mô Phỏng', province), code: '99.611' };
  readonly beside = { ...committeeNode('Đảng bộ xã Khác', province), code: '99.612' };
  readonly cells: NodeRow[];
  readonly elsewhere = { ...cellNode('Chi bộ xã Khác', this.beside), code: '99.612.001' };
  readonly people: RosterRow[];
  readonly stranger = member(this.elsewhere, 'Lò Văn Lạ');
  readonly accounts = { officer: randomUUID(), province: randomUUID(), cell: randomUUID(), figures: randomUUID() };
  world: World;

  private constructor({ cells, people }: { cells: number; people: number }) {
    this.cells = Array.from({ length: cells }, (_, i) => ({
      ...cellNode(`Chi bộ bản ${i + 1}`, this.commune),
      code: `99.611.${String(i + 1).padStart(3, '0')}`,
    }));
    this.people = Array.from({ length: people }, (_, i) => member(this.cellAt(i), `Hà Văn Mô ${lettersOf(i)}`));
  }

  static async start(size: { cells: number; people: number }, rulesOf: (p: PastProvince) => RuleRow[] = () => []): Promise<PastProvince> {
    const p = new PastProvince(size);
    const rules = rulesOf(p);
    const held = ['training:read', 'training:report', 'training:import', 'training:pool'] as const;
    const firstCell = p.cellAt(0);
    const grants = [
      grantAt(p.commune, p.accounts.officer, held),
      grantAt(p.root, p.accounts.province, [...held, 'audit:read']),
      grantAt(p.commune, p.accounts.figures, ['training:report']),
      { ...grantAt(firstCell, p.accounts.cell, ['training:read']), below: false },
    ];
    const nodes = [p.root, p.commune, p.beside, p.elsewhere, ...p.cells];
    const all = [...p.people, p.stranger];
    const byId = new Map(all.map((row) => [row.id, row]));
    const byName = new Map<string, RosterRow[]>();
    for (const row of all) {
      const key = `${searchText(row.name)} ${row.enrollments[0]?.nodeId}`;
      byName.set(key, [...(byName.get(key) ?? []), row]);
    }
    p.world = await World.start(training, { nodes, grants, now: '2026-12-14T02:00:00.000Z', rules }, (w) => {
      w.owns(bodySnapshot, [cellBody(p.commune, [], { kind: 'COMMITTEE' }), cellBody(firstCell), cellBody(p.beside, [], { kind: 'COMMITTEE' })]);
      w.standIn(personFacts, ({ personIds }) => ({
        people: personIds.map((personId) => ({
          personId,
          birthDate: '1985-02-03',
          sex: 'FEMALE' as const,
          admittedOn: '2010-05-19',
          officialOn: '2011-05-19',
        })),
      }));
      w.owns(rosterSnapshot, all);
      w.standIn(accountNames, ({ ids }) => ({ items: ids.map((id) => ({ id, displayName: 'Tài khoản mô phỏng' })) }));
      w.standIn(recognizePeople, ({ rows }) => ({
        rows: rows.flatMap(({ row, personId, card, name, nodeId }): OutputOf<typeof recognizePeople>['rows'] => {
          const named = name === undefined || nodeId === undefined ? [] : (byName.get(`${searchText(name)} ${nodeId}`) ?? []);
          if (personId === undefined && card === undefined && named.length > 1) return [{ row, many: true }];
          const one = personId === undefined ? (card === undefined ? named[0] : all[Number(card) - 10_000_000]) : byId.get(personId);
          return one ? [{ row, personId: one.id, name: one.name, birthDate: '1970-02-03' }] : [];
        }),
      }));
    });
    return p;
  }

  cellAt = (i: number): NodeRow => this.cells[i % this.cells.length] ?? this.elsewhere;
  at = (i: number): RosterRow => this.people[i] ?? this.stranger;
  cardOf = (i: number): string => String(10_000_000 + i);

  get officer(): Person {
    return this.world.person(this.accounts.officer);
  }
  get provincial(): Person {
    return this.world.person(this.accounts.province);
  }
  /** Who watches figures and may see nobody. */
  get onlyFigures(): Person {
    return this.world.person(this.accounts.figures);
  }
  get inCell(): Person {
    return this.world.person(this.accounts.cell);
  }

  async begin(lines: Iterable<PastLineOf>, by: { person: Person; account: string; nodeId: string } = this.byOfficer): Promise<PastImport> {
    const columns = pastColumns.map((c) => ({ header: c.title, width: 20, kind: 'text' as const }));
    const rows = [...lines].map((line) => pastColumns.map(({ key }) => line[key]));
    const stream = streamOfWorkbook([{ name: 'Trang 1', columns, rows }]);
    return this.beginWith(stream, by);
  }

  async beginWith(bytes: AsyncIterable<Uint8Array>, by = this.byOfficer): Promise<PastImport> {
    const { fileId } = await this.world.service.app.get(Files).put(bytes, { by: by.account, type: XLSX });
    return by.person.do(startPastImport, { nodeId: by.nodeId, fileId, fileName: 'luot-hoc.xlsx' });
  }

  get byOfficer(): { person: Person; account: string; nodeId: string } {
    return { person: this.officer, account: this.accounts.officer, nodeId: this.commune.id };
  }

  /** The import once it waits for people, or has ended. */
  async settled({ id }: Pick<PastImport, 'id'>, by = this.officer): Promise<PastImport> {
    for (let i = 0; i < 1200; i += 1) {
      const run = await by.do(getPastImport, { pastImportId: id });
      if (run.trouble !== undefined && run.state !== 'REFUSED') throw new Error(run.trouble);
      if (!['READING', 'CHECKING', 'APPLYING'].includes(run.state)) return run;
      await sleep(50);
    }
    throw new Error('the import does not settle');
  }

  async confirmed(run: PastImport, by = this.officer): Promise<PastImport> {
    return this.settled(await by.do(confirmPastImport, { pastImportId: run.id }, run), by);
  }
}
