import { rosterSnapshot } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { nodeChanged, type NodeRow } from '@vungmanh/contracts/organization/tree';
import type { Permission } from '@vungmanh/contracts/permission';
import { cascadeStudyCampaign, openStudyCampaign, type StudyCampaignLine, type StudyOrder } from '@vungmanh/contracts/training/study-campaign';
import { listStudyLevels, type StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import type { SentOf } from '@vungmanh/contracts/operation';
import type { Db } from '@vungmanh/platform/db/db';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import type { Person } from '@vungmanh/testing/person';
import { systemDb } from '@vungmanh/testing/system-db';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { training } from '../src/service.js';

export const TODAY = '2026-11-23';

/** What a campaign asks when a test asks for nothing else: due in a month, in two and in a year. */
export const order = (changes: Partial<StudyOrder> = {}): StudyOrder => ({
  paper: { kind: 'RESOLUTION', number: '57-NQ/TW', issuedOn: '2026-10-01', issuer: 'Bộ Chính trị', subject: 'về một việc mô phỏng' },
  deadlines: (['SUPERIOR', 'GRASSROOTS', 'CELL'] as const).map((tier) => ({
    tier,
    studyBy: '2026-12-10',
    programBy: '2026-12-31',
    reviewBy: '2027-11-30',
  })),
  requirement: 'Học tập đến từng đảng viên',
  ...changes,
});

/** A province with two communes, a section committee among the cells of one of them, and what every one of them may do. */
export class StudyingProvince {
  readonly root: NodeRow = { ...province, code: '99', traits: { ...province.traits, inspectsAs: 'SUPERIOR_COMMITTEE' } };
  readonly upper = { ...committeeNode('Đảng bộ xã Thượng', this.root), code: '99.101' };
  readonly section: NodeRow = {
    ...committeeNode('Đảng bộ bộ phận', this.upper),
    code: '99.101.900',
    traits: { ...province.traits, inspectsAs: 'SECTION_COMMITTEE' },
  };
  readonly lower = { ...committeeNode('Đảng bộ xã Hạ', this.root), code: '99.102' };
  readonly cells = Array.from({ length: 6 }, (_, i) => {
    const parent = i < 2 ? this.upper : i < 4 ? this.section : this.lower;
    return { ...cellNode(`Chi bộ số ${i + 1}`, parent), code: `${parent.code}.00${i + 1}` };
  });
  readonly nodes: NodeRow[] = [this.root, this.upper, this.section, this.lower, ...this.cells];
  world: World;
  db: Db;

  private constructor() {}

  static async start(): Promise<StudyingProvince> {
    const p = new StudyingProvince();
    const all: Permission[] = ['training:read', 'training:plan', 'training:study'];
    const below: Permission[] = ['training:read', 'training:study'];
    const grants = [
      grantAt(p.root, p.account('tỉnh'), all),
      grantAt(p.upper, p.account('xã Thượng'), all),
      { ...grantAt(p.upper, p.account('chỉ xã Thượng'), all), below: false },
      grantAt(p.lower, p.account('xã Hạ'), all),
      ...p.cells.map((cell, i) => ({ ...grantAt(cell, p.account(`bí thư ${i}`), below), below: false })),
      { ...grantAt(p.cell(0), p.account('người đọc'), ['training:read']), below: false },
    ];
    p.world = await World.start(training, { nodes: p.nodes, grants, now: `${TODAY}T02:00:00Z` }, (w) => {
      w.owns(bodySnapshot, []);
      w.owns(rosterSnapshot, []);
    });
    p.db = systemDb(p.world.service);
    return p;
  }

  private readonly accounts = new Map<string, string>();
  private account(name: string): string {
    const id = this.accounts.get(name) ?? randomUUID();
    this.accounts.set(name, id);
    return id;
  }

  cell(i: number): NodeRow {
    const cell = this.cells[i];
    if (!cell) throw new Error(`There is no cell ${i}`);
    return cell;
  }

  who(name: string): Person {
    return this.world.person(this.account(name));
  }
  /** Whoever works for the i-th cell. */
  secretary(i: number): Person {
    return this.who(`bí thư ${i}`);
  }

  open(nodeId = this.root.id, by = this.who('tỉnh'), changes: Partial<StudyOrder> = {}): Promise<StudyCampaignLine> {
    return by.do(openStudyCampaign, { nodeId, ...order(changes) });
  }

  /** A campaign of the province that has reached everybody. */
  async cascaded(changes: Partial<StudyOrder> = {}): Promise<StudyCampaignLine> {
    const opened = await this.open(this.root.id, this.who('tỉnh'), changes);
    return this.who('tỉnh').do(cascadeStudyCampaign, { campaignId: opened.id }, opened);
  }

  /** Where organizations stand, as one sees it who reads all that lies below. */
  async levels(campaignId: string, more: Partial<SentOf<typeof listStudyLevels>> = {}): Promise<StudyLevelLine[]> {
    return (await this.who('tỉnh').do(listStudyLevels, { campaignId, nodeId: this.root.id, limit: 200, ...more })).items;
  }

  async levelOf(campaignId: string, node: NodeRow): Promise<StudyLevelLine> {
    const [level] = await this.levels(campaignId, { nodeId: node.id });
    if (level?.nodeId !== node.id) throw new Error(`${node.name} takes no part`);
    return level;
  }

  /** What the others were told of a campaign's levels, the last of each. */
  async told(campaignId: string): Promise<Map<string, { state: string; due: string }>> {
    const rows = await this.db.query<{ item: { id: string; nodeId: string; kind: string; state: string; due: string; version: number } }>(
      `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item) join study_level l on l.id = (i.item ->> 'id')::uuid
       where o.name = 'training.obligation.changed.v1' and l.campaign_id = $1 and (i.item ->> 'version')::int <= l.version order by (i.item ->> 'version')::int`,
      [campaignId],
    );
    return new Map(rows.map(({ item: { nodeId, state, due } }) => [nodeId, { state, due }]));
  }

  /** The tree as organization tells of it, once this service knows it. */
  async change(...rows: NodeRow[]): Promise<void> {
    for (const row of rows) {
      const at = this.nodes.findIndex((n) => n.id === row.id);
      this.nodes.splice(at < 0 ? this.nodes.length : at, 1, row);
    }
    await this.world.publish(
      nodeChanged,
      rows.map(({ id, version }) => ({ id, version })),
    );
    await this.until(
      'select count(*) = $1 as yes from node_view n join unnest($2::uuid[], $3::int[]) as w(id, version) on w.id = n.id and w.version = n.version',
      [rows.length, rows.map((r) => r.id), rows.map((r) => r.version)],
    );
  }

  /** Waits until a statement answers yes. */
  async until(sql: string, params: unknown[]): Promise<void> {
    for (let i = 0; i < 400; i += 1) {
      const [row] = await this.db.query<{ yes: boolean }>(sql, params);
      if (row?.yes) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`It never became true: ${sql}`);
  }
}
