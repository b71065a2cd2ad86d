import { systemDb } from '../src/system-db.js';
import { accountNames, auditOfMeetings, exportAuditOfMeetings, readersInMeetings } from '@vungmanh/contracts/audit';
import { readWorkbook } from '@vungmanh/documents/workbook/read';
import { Files } from '@vungmanh/platform/files';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellNode, committeeNode, grantAt } from '../src/given.js';
import { World } from '../src/world.js';
import { noteService } from './note.fixture.js';

const province = committeeNode('Đảng bộ tỉnh');
const commune = committeeNode('Đảng bộ xã A', province);
const cell = cellNode('Chi bộ thôn 1', commune);
const elsewhere = cellNode('Chi bộ thôn 9', province);
const secretary = { id: randomUUID(), displayName: 'Bí thư chi bộ thôn 1' };
const member = randomUUID();
const other = randomUUID();

let world: World;
let known = [secretary];
beforeAll(async () => {
  const grants = [
    grantAt(province, 'chief', ['audit:read']),
    grantAt(commune, 'auditor', ['audit:read']),
    grantAt(commune, 'reader', ['meetings:read']),
  ];
  world = await World.start(noteService, { nodes: [province, commune, cell, elsewhere], grants });
  world.standIn(accountNames, ({ ids }) => ({ items: known.filter((k) => ids.includes(k.id)) }));
  await row({ operation: 'meetings.minutes.get', node: cell.id, at: '2026-03-01T02:00:00Z' });
  await row({ operation: 'meetings.roll.get', node: cell.id, persons: [member, other], at: '2026-03-02T02:00:00Z' });
  await row({ operation: 'meetings.meeting.cancel', node: elsewhere.id, persons: [member], at: '2026-03-03T02:00:00Z' });
  await row({ operation: 'meetings.paper.download', node: cell.id, persons: [member], actor: 'm', person: member, at: '2026-03-04T02:00:00Z' });
  await row({ operation: 'meetings.roll.get', persons: [other], actor: 'service:organization', at: '2026-03-05T02:00:00Z' });
}, 30_000);
afterAll(() => world.stop());

const db = () => systemDb(world.service);
interface Given {
  operation: string;
  at: string;
  node?: string;
  persons?: string[];
  actor?: string;
  person?: string;
}
const row = ({ operation, at, node, persons = [], actor = secretary.id, person }: Given) =>
  db().write(`insert into audit (id, at, actor_id, person_id, operation, node_id, persons, trace) values (uuidv7(), $1, $2, $3, $4, $5, $6, 't')`, [
    at,
    actor,
    person ?? null,
    operation,
    node ?? null,
    persons,
  ]);
const own = 'meetings.audit.page';
const page = async (account: string, nodeId: string, more: object = {}) => {
  const { items } = await world.person(account).do(auditOfMeetings, { nodeId, ...more });
  return items.filter((i) => i.operation !== own);
};

describe('the page of an auditor', () => {
  it('shows what happened below their organization and nowhere else, the newest first, in words', async () => {
    const rows = await page('auditor', commune.id);
    expect(rows.map((r) => r.operation)).toEqual(['meetings.paper.download', 'meetings.roll.get', 'meetings.minutes.get']);
    expect(rows[1]).toEqual({
      id: expect.any(String),
      at: '2026-03-02T02:00:00.000Z',
      operation: 'meetings.roll.get',
      kind: 'READ',
      act: 'Xem danh sách điểm danh',
      actorId: secretary.id,
      actorName: secretary.displayName,
      nodeId: cell.id,
      nodeName: cell.name,
      persons: [member, other],
    });
  });

  it('shows what belongs to no organization to who audits the whole province', async () => {
    const rows = await page('chief', province.id);
    expect(rows.map((r) => [r.operation, r.kind])).toEqual([
      ['meetings.roll.get', 'READ'],
      ['meetings.paper.download', 'READ'],
      ['meetings.meeting.cancel', 'CHANGE'],
      ['meetings.roll.get', 'READ'],
      ['meetings.minutes.get', 'READ'],
    ]);
    expect(await page('chief', commune.id)).toHaveLength(3);
  });

  it.each([
    [{ from: '2026-03-02T00:00:00Z', to: '2026-03-04T00:00:00Z' }, 1],
    [{ actorId: secretary.id }, 2],
    [{ operation: 'meetings.minutes.get' }, 1],
    [{ personId: member }, 2],
    [{ personId: randomUUID() }, 0],
  ])('is narrowed by %j', async (filter, found) => {
    expect(await page('auditor', commune.id, filter)).toHaveLength(found);
  });

  it('goes on where the page before ended, and leaves out nothing', async () => {
    const ids: string[] = [];
    const filter = { nodeId: province.id, to: '2026-04-01T00:00:00Z', limit: 2 };
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const { items, next } = await world.person('chief').do(auditOfMeetings, { ...filter, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...items.map((i) => i.id));
      cursor = next;
    }
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  });

  it('is closed to who holds no such grant, and elsewhere it is not there', async () => {
    expect(await world.person('reader').refused(auditOfMeetings, { nodeId: commune.id })).toBe('request/forbidden');
    expect(await world.person('auditor').refused(auditOfMeetings, { nodeId: province.id })).toBe('request/not-found');
    expect(await world.person('auditor').refused(auditOfMeetings, { nodeId: elsewhere.id })).toBe('request/not-found');
  });

  it('is a reading that is itself on record', async () => {
    await world.person('auditor').do(auditOfMeetings, { nodeId: cell.id, personId: member });
    const [last] = await db().query('select actor_id as actor, node_id as node, persons from audit where operation = $1 order by id desc limit 1', [
      own,
    ]);
    expect(last).toEqual({ actor: 'auditor', node: cell.id, persons: [member] });
  });
});

describe('the workbook of an auditor', () => {
  const taken = async (account: string, nodeId: string, more: object = {}) => {
    const { fileId } = await world.person(account).do(exportAuditOfMeetings, { nodeId, to: '2026-04-01T00:00:00Z', ...more });
    const bytes = await world.service.app.get(Files).read(fileId);
    const folder = await mkdtemp(join(tmpdir(), 'vungmanh-audit-'));
    await writeFile(join(folder, 'x.xlsx'), Buffer.concat((await bytes?.toArray()) ?? []));
    const read = await readWorkbook(join(folder, 'x.xlsx'));
    await rm(folder, { recursive: true });
    return read.ok ? read.value[0]?.rows.map((r) => r.cells.map((c) => c.value)) : read.refusal;
  };

  it('holds what the page shows, and no more', async () => {
    expect(await taken('auditor', commune.id)).toEqual([
      expect.arrayContaining(['Thời điểm (giờ Việt Nam)', 'Việc', 'Người thực hiện']),
      expect.arrayContaining(['Tải văn bản của cuộc họp']),
      expect.arrayContaining(['Xem danh sách điểm danh', 'Xem', secretary.displayName, cell.name, '2']),
      expect.arrayContaining(['Xem biên bản', '09:00:00 1/3/2026', '0']),
    ]);
    expect(await taken('chief', province.id)).toHaveLength(6);
    expect(await taken('auditor', commune.id, { operation: 'meetings.minutes.get' })).toHaveLength(2);
  });

  it('is on record before it leaves, under its own name', async () => {
    const stranger = randomUUID();
    await taken('auditor', cell.id, { personId: stranger });
    const [last] = await db().query('select actor_id as actor, operation, node_id as node, persons from audit order by id desc limit 1');
    expect(last).toEqual({ actor: 'auditor', operation: 'meetings.audit.export', node: cell.id, persons: [stranger] });
  });

  it('is closed like the page', async () => {
    expect(await world.person('reader').refused(exportAuditOfMeetings, { nodeId: commune.id })).toBe('request/forbidden');
    expect(await world.person('auditor').refused(exportAuditOfMeetings, { nodeId: elsewhere.id })).toBe('request/not-found');
  });

  it('refuses what is too long to be one', async () => {
    await db().write(
      `insert into audit (id, at, actor_id, operation, node_id, persons, trace) select uuidv7(), '2027-01-01', 'x', 'meetings.note.list', $1, '{}', 't' from generate_series(1, 20001)`,
      [elsewhere.id],
    );
    const all = { nodeId: province.id, from: '2026-12-31T00:00:00Z' };
    expect(await world.person('chief').refused(exportAuditOfMeetings, all)).toBe('audit/too-long');
  }, 30_000);
});

describe('who has read of me', () => {
  it('names the accounts, and leaves out my own reading and everybody else', async () => {
    const { items } = await world.person('m', member).do(readersInMeetings, {});
    expect(items.filter((i) => i.act !== 'Xem nhật ký truy cập').map(({ id: _id, ...line }) => line)).toEqual([
      { at: '2026-03-03T02:00:00.000Z', kind: 'CHANGE', act: 'Không tiến hành buổi sinh hoạt', who: secretary.displayName, nodeName: elsewhere.name },
      { at: '2026-03-02T02:00:00.000Z', kind: 'READ', act: 'Xem danh sách điểm danh', who: secretary.displayName, nodeName: cell.name },
    ]);
  });

  it('is answered without names too, and to nobody who is no person', async () => {
    known = [];
    const { items } = await world.person('m', member).do(readersInMeetings, { limit: 200 });
    expect(items.at(-1)?.who).toBe('Tài khoản không còn tên');
    expect((await world.person('o', other).do(readersInMeetings, {})).items[0]?.who).toBe('Phần mềm');
    expect(await world.person('unbound').refused(readersInMeetings, {})).toBe('request/forbidden');
  });
});
