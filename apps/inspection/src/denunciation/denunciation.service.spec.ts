import { auditOfInspection } from '@vungmanh/contracts/audit';
import { exportInspectionBook, readInspectionBook } from '@vungmanh/contracts/inspection/book';
import { getDenunciation, myDenunciations, registerDenunciation, type DenunciationStanding } from '@vungmanh/contracts/inspection/denunciation';
import {
  acceptDenunciation,
  explainDenunciation,
  extendDenunciation,
  forwardDenunciation,
  keepDenunciation,
  settleDenunciation,
  shareDenunciation,
  tellDenounced,
} from '@vungmanh/contracts/inspection/denunciation-act';
import { downloadDenunciationPaper, type DenunciationPaperKind } from '@vungmanh/contracts/inspection/denunciation-paper';
import { askOpening, confirmOpening, readDenunciant } from '@vungmanh/contracts/inspection/vault';
import type { SentOf } from '@vungmanh/contracts/operation';
import { within } from '@vungmanh/platform/db/reach';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import { addDays } from '@vungmanh/regulations/calendar';
import { eachValue } from '@vungmanh/testing/dump';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { Disciplining, TODAY } from '../../test/disciplining.js';
import { docxText } from '@vungmanh/testing/docx-text';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

const WHO = { name: 'Canary Đinh Thị Mật', contact: '0987000111, bản Kín', about: 'Canary: hàng xóm' };
const ITEM = 'Thu tiền không có phiếu thu';
const DUE = '2027-01-20';

const letter = (over: Partial<SentOf<typeof registerDenunciation>> = {}): SentOf<typeof registerDenunciation> => ({
  nodeId: d.commune.id,
  actor: 'INSPECTION_COMMISSION',
  personId: d.idOf(4),
  receivedOn: '2026-11-20',
  way: 'LETTER',
  items: [ITEM, 'Cho thuê đất của nhà văn hóa'],
  denunciant: WHO,
  ...over,
});
const registered = (over: Partial<SentOf<typeof registerDenunciation>> = {}) => d.commission.do(registerDenunciation, letter(over));
const read = (id: string, by: Person = d.commission) => by.do(getDenunciation, { denunciationId: id });
const accepting = { on: TODAY, dueOn: DUE, note: 'Có ký tên, nội dung cụ thể' };
async function accepted(): Promise<DenunciationStanding> {
  const one = await registered();
  return d.commission.do(acceptDenunciation, { denunciationId: one.id, ...accepting }, one);
}
const share = (one: DenunciationStanding, personId: string, part: 'VAULT_KEEPER' | 'READER' = 'VAULT_KEEPER', on = true) =>
  d.commission.do(shareDenunciation, { denunciationId: one.id, personId, part, on }, one);

/** Read past everybody, for a reading would stand in the trails. */
const openingOf = async (denunciationId: string): Promise<string> => {
  const [opening] = await d.db.query<{ id: string }>('select id from vault_opening where denunciation_id = $1', [denunciationId]);
  return opening?.id ?? '';
};

/** The text of a paper and the name of its file. */
async function paperOf(denunciationId: string, kind: DenunciationPaperKind, by: Person = d.commission): Promise<string> {
  const { fileId, name } = await by.do(downloadDenunciationPaper, { denunciationId, kind, format: 'docx' });
  const chunks: Buffer[] = [];
  for await (const chunk of (await d.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return `${await docxText(Buffer.concat(chunks))}${name}`;
}
const issued = async (denunciationId: string, kinds: readonly DenunciationPaperKind[]): Promise<void> => {
  for (const since = Date.now(); Date.now() - since < 10_000; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { papers } = await read(denunciationId);
    if (kinds.every((kind) => papers.some((paper) => paper.kind === kind && paper.number !== undefined))) return;
  }
  throw new Error(`${kinds.join(', ')} are not issued`);
};

describe('a denunciation', () => {
  it('is entered, classified, settled item by item; whoever is denounced is told the items and explains', async () => {
    const one = await accepted();
    const denunciationId = one.id;
    await expect(read(one.id, d.at(4))).rejects.toMatchObject({ code: 'request/not-found' });
    const told = await d.commission.do(tellDenounced, { denunciationId }, one);
    const seen = await read(one.id, d.at(4));
    expect(seen).toMatchObject({ parts: ['SUBJECT'], may: ['explain'], items: [{ text: ITEM }, {}], people: [], notes: [], told: true });
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['way']));
    expect(seen.signed).toBeUndefined();
    const explained = await d.at(4).do(explainDenunciation, { denunciationId, text: 'Tôi có phiếu thu' }, told);
    const items = (await read(one.id)).items;
    const results = items.map((item, i) => ({ itemId: item.id, result: i === 0 ? ('VIOLATION' as const) : ('UNFOUNDED' as const) }));
    const settlement = { denunciationId, on: TODAY, note: 'Kết luận từng nội dung', results };
    expect(await d.commission.refused(settleDenunciation, { ...settlement, results: results.slice(1) }, explained)).toBe('inspection/result-missing');
    await d.commission.do(settleDenunciation, settlement, explained);
    const shown = await read(one.id);
    expect(shown).toMatchObject({ state: 'SETTLED', settledOn: TODAY, items: [{ result: 'VIOLATION' }, { result: 'UNFOUNDED' }], overdue: false });
    expect(shown.notes.map((note) => note.kind)).toEqual(['CLASSIFICATION', 'EXPLANATION', 'SETTLEMENT']);
    expect((await read(one.id, d.at(4))).notes.map((note) => note.text)).toEqual(['Tôi có phiếu thu']);
    await issued(denunciationId, ['ACCEPTANCE', 'CONCLUSION', 'RESULT']);
    for (const by of [d.commission, d.at(4)]) {
      const conclusion = await paperOf(denunciationId, 'CONCLUSION', by);
      for (const said of ['KẾT LUẬN', ITEM, 'Tố cáo đúng, có vi phạm', 'đã giải trình', 'Kết luận từng nội dung']) expect(conclusion).toContain(said);
    }
    const result = await paperOf(denunciationId, 'RESULT');
    for (const said of ['Kết luận giải quyết tố cáo Số 05-KL/CB ngày 23/11/2026', 'Nội dung 2: Không có cơ sở']) expect(result).toContain(said);
    // What was denounced is not said again in what leaves to whoever denounces, nor who they are.
    for (const said of [ITEM, 'Canary', 'Đinh Thị Mật']) expect(result).not.toContain(said);
    // The register has a line for who works on it, and none for whoever is denounced.
    const book = { book: 'DENUNCIATIONS' as const, year: 2026 };
    const { items: lines } = await d.commission.do(readInspectionBook, book);
    expect(lines.find((line) => line.id === denunciationId)).toMatchObject({
      matter: '2 nội dung',
      answer: 'Số 05-KL/CB',
      closedOn: TODAY,
      late: false,
    });
    expect(JSON.stringify(lines)).not.toMatch(/Canary|Đinh Thị Mật|Thu tiền/);
    for (const by of [d.at(4), d.secretary]) expect((await by.do(readInspectionBook, book)).items).toEqual([]);
    expect(await d.commission.do(exportInspectionBook, book)).toMatchObject({ name: 'Sổ theo dõi tố cáo năm 2026.xlsx' });
    // Whoever is denounced is told of no paper that goes to the other side.
    expect((await read(one.id, d.at(4))).papers.map((paper) => paper.kind)).toEqual(['ACCEPTANCE', 'CONCLUSION']);
    expect(await d.at(4).refused(downloadDenunciationPaper, { denunciationId, kind: 'RESULT', format: 'pdf' })).toBe('inspection/paper-not-ready');
    const trail = `select 1 from audit where target_id = $1 and operation = 'inspection.denunciation.download-paper' and $2 = any(persons)`;
    const seenBy = await d.db.query(trail, [denunciationId, d.idOf(4)]);
    await paperOf(denunciationId, 'RESULT');
    expect(await d.db.query(trail, [denunciationId, d.idOf(4)])).toEqual(seenBy);
  });

  it.each<[string, () => Partial<SentOf<typeof registerDenunciation>>, string]>([
    ['by a cell', () => ({ nodeId: d.cell.id, actor: 'CELL' }), 'inspection/actor-unfit'],
    ['by an advisory organ', () => ({ actor: 'ADVISORY_ORGAN' }), 'inspection/actor-unfit'],
    ['about whoever enters it', () => ({ personId: d.officer.id }), 'inspection/own-case'],
    ['about nobody', () => ({ personId: randomUUID() }), 'inspection/subject-outside'],
    ['of tomorrow', () => ({ receivedOn: addDays(TODAY, 1) }), 'inspection/in-the-future'],
  ])('is not entered %s', async (_what, over, code) => {
    expect(await d.commission.refused(registerDenunciation, letter(over()))).toBe(code);
  });

  it('that nobody has signed is information for planning, and has no identity to open', async () => {
    const { denunciant: _nobody, ...anonymous } = letter();
    const one = await d.commission.do(registerDenunciation, anonymous);
    const denunciationId = one.id;
    expect((await read(one.id)).may).not.toContain('accept');
    expect(await d.commission.refused(acceptDenunciation, { denunciationId, ...accepting }, one)).toBe('inspection/denunciation-anonymous');
    expect(await d.commission.refused(askOpening, { denunciationId, reason: 'x' }, one)).toBe('inspection/denunciation-anonymous');
    expect(await d.commission.refused(readDenunciant, { denunciationId })).toBe('inspection/denunciation-anonymous');
    expect(await d.commission.do(keepDenunciation, { denunciationId, note: 'Không ký tên' }, one)).toMatchObject({ state: 'KEPT' });
  });

  it('is not settled before whoever is denounced could explain, unless the reason is on record', async () => {
    const one = await accepted();
    const { items } = await read(one.id);
    const results = items.map((item) => ({ itemId: item.id, result: 'UNFOUNDED' as const }));
    const settlement = { denunciationId: one.id, on: TODAY, note: 'Không có cơ sở', results };
    expect(await d.commission.refused(settleDenunciation, settlement, one)).toBe('inspection/denounced-untold');
    await d.commission.do(settleDenunciation, { ...settlement, untold: 'Đồng chí đã mất ngày 20/11' }, one);
    // Both of one moment, in no order.
    const { notes } = await read(one.id);
    expect(notes.map(({ kind, text }) => [kind, text])).toEqual(
      expect.arrayContaining([
        ['CLASSIFICATION', accepting.note],
        ['UNTOLD', 'Đồng chí đã mất ngày 20/11'],
        ['SETTLEMENT', 'Không có cơ sở'],
      ]),
    );
    expect(notes).toHaveLength(3);
  });

  it('has a day by which it is settled, extended once; late shows', async () => {
    const one = await registered();
    const denunciationId = one.id;
    const { dueOn: _none, ...open } = accepting;
    expect(await d.commission.refused(acceptDenunciation, { denunciationId, ...open }, one)).toBe('inspection/due-missing');
    const at = await d.commission.do(acceptDenunciation, { denunciationId, ...accepting }, one);
    const longer = { denunciationId, until: addDays(DUE, 30), note: 'Vụ việc phức tạp' };
    expect(await d.commission.refused(extendDenunciation, { ...longer, until: DUE }, at)).toBe('inspection/due-too-late');
    await issued(denunciationId, ['ACCEPTANCE']);
    const before = await paperOf(denunciationId, 'ACCEPTANCE');
    const extended = await d.commission.do(extendDenunciation, longer, at);
    await issued(denunciationId, ['EXTENSION']);
    expect(await paperOf(denunciationId, 'EXTENSION')).toContain('ghi tại Thông báo thụ lý tố cáo Số 05-TB/CB ngày 23/11/2026');
    expect(await paperOf(denunciationId, 'ACCEPTANCE')).toBe(before);
    expect(await d.commission.refused(extendDenunciation, longer, extended)).toBe('inspection/extended-already');
    const now = d.world.clock.now();
    d.world.clock.set(`${addDays(DUE, 31)}T03:00:00.000Z`);
    try {
      expect(await read(one.id)).toMatchObject({ dueOn: longer.until, overdue: true });
      expect((await d.commission.do(myDenunciations, {})).items.find((line) => line.id === one.id)).toMatchObject({ overdue: true });
    } finally {
      d.world.clock.set(now);
    }
    expect(await d.commission.do(forwardDenunciation, { denunciationId, note: 'Chuyển cấp trên' }, extended)).toMatchObject({ state: 'FORWARDED' });
  });

  it('is there for the people on its list alone; their trail tells whoever is denounced nothing before they are told', async () => {
    const one = await accepted();
    const others = [d.secretary, d.deputy, d.at(4), d.world.person('province', d.stranger.id)];
    for (const other of others) {
      await expect(read(one.id, other)).rejects.toMatchObject({ code: 'request/not-found' });
      expect(await other.refused(explainDenunciation, { denunciationId: one.id, text: 'x' }, one)).toBe('request/not-found');
      expect((await other.do(myDenunciations, {})).items).toEqual([]);
    }
    await read(one.id);
    const trail = () =>
      d.db.query<{ n: number }>('select count(*)::int as n from audit where target_id = $1 and $2 = any(persons)', [one.id, d.idOf(4)]);
    expect(await trail()).toEqual([{ n: 0 }]);
    const told = await d.commission.do(tellDenounced, { denunciationId: one.id }, one);
    expect(await trail()).toEqual([{ n: 1 }]);
    expect(await d.commission.refused(shareDenunciation, { denunciationId: one.id, personId: d.idOf(4), part: 'READER', on: true }, told)).toBe(
      'inspection/own-case',
    );
    const handler = { denunciationId: one.id, personId: d.officer.id, part: 'HANDLER' as const, on: false };
    expect(await d.commission.refused(shareDenunciation, handler, told)).toBe('inspection/last-handler');
  });
});

describe('who denounces', () => {
  it('is read by two people together, with a reason on record, for a short time, and by nobody else', async () => {
    const one = await share(await accepted(), d.managed.id);
    const denunciationId = one.id;
    expect(await d.commission.refused(readDenunciant, { denunciationId })).toBe('inspection/second-person-missing');
    expect(await d.commission.refused(confirmOpening, { denunciationId, openingId: one.id }, one)).toBe('inspection/opening-not-asked');
    expect(await d.commission.refused(askOpening, { denunciationId, reason: ' ' }, one)).toBe('request/invalid');
    expect(await d.deputy.refused(askOpening, { denunciationId, reason: 'Tò mò' }, one)).toBe('inspection/not-your-part');
    const asked = await d.commission.do(askOpening, { denunciationId, reason: 'Canary: cần làm rõ ngày thu tiền' }, one);
    // Whoever is denounced sees the version: it tells nothing of the vault.
    expect(asked.version).toBe(one.version);
    const openingId = (await read(denunciationId, d.deputy)).opening?.id ?? '';
    expect(await d.commission.refused(confirmOpening, { denunciationId, openingId }, asked)).toBe('inspection/same-person');
    expect(await d.deputy.refused(confirmOpening, { denunciationId, openingId: one.id }, asked)).toBe('inspection/opening-replaced');
    expect(await d.commission.refused(readDenunciant, { denunciationId })).toBe('inspection/second-person-missing');
    expect(await read(one.id, d.deputy)).toMatchObject({
      may: ['confirm-opening'],
      opening: { reason: 'Canary: cần làm rõ ngày thu tiền', mine: false },
    });
    const opened = await d.deputy.do(confirmOpening, { denunciationId, openingId }, asked);
    expect(opened.version).toBe(one.version);
    for (const one of [d.commission, d.deputy]) expect(await one.do(readDenunciant, { denunciationId })).toEqual(WHO);
    // A third one who also stands on the list has no part in it.
    const reader = d.world.person('handler above', d.idOf(9));
    await share(opened, d.idOf(9));
    expect(await reader.refused(readDenunciant, { denunciationId })).toBe('inspection/second-person-missing');
    const trail = await d.db.query<{ actor_id: string }>(
      `select actor_id from audit where operation = 'inspection.denunciation.read-denunciant' and target_id = $1 order by id`,
      [one.id],
    );
    expect(trail.map((row) => row.actor_id)).toEqual(['commission', 'deputy']);
    const now = d.world.clock.now();
    d.world.clock.set(new Date(d.world.clock.millis() + 16 * 60_000).toISOString());
    try {
      expect(await d.commission.refused(readDenunciant, { denunciationId })).toBe('inspection/opening-over');
    } finally {
      d.world.clock.set(now);
    }
  });

  it('is given away by no door that stands beside it: what is entered, the trail of whoever is denounced, a reader, an auditor, a number', async () => {
    const named = letter({ items: ['Bà CANARY ĐINH THỊ MẬT thấy thu tiền'] });
    expect(await d.commission.refused(registerDenunciation, named)).toBe('inspection/denunciant-named');
    const one = await accepted();
    const denunciationId = one.id;
    const shared = await share(await share(one, d.managed.id), d.idOf(9), 'READER');
    const told = await d.commission.do(tellDenounced, { denunciationId }, shared);
    const mine = () => d.db.query(`select operation from audit where target_id = $1 and $2 = any(persons) order by id`, [denunciationId, d.idOf(4)]);
    const before = await mine();
    const asked = await d.commission.do(askOpening, { denunciationId, reason: 'Canary: hỏi lại ngày gửi đơn' }, told);
    await d.deputy.do(confirmOpening, { denunciationId, openingId: await openingOf(denunciationId) }, asked);
    await d.commission.do(readDenunciant, { denunciationId });
    // That the vault was opened stands in no trail that whoever is denounced could read, nor its reason before a reader.
    expect(await mine()).toEqual(before);
    expect(JSON.stringify(await read(denunciationId, d.at(4)))).not.toMatch(/opening|Canary/);
    expect((await read(denunciationId, d.world.person('handler above', d.idOf(9)))).opening).not.toHaveProperty('reason');
    // An auditor of the commune learns who worked, and neither on what nor about whom.
    const auditor = d.world.person('auditor', d.stranger.id);
    const { items } = await auditor.do(auditOfInspection, { nodeId: d.commune.id });
    const seen = items.filter((line) => line.operation.startsWith('inspection.denunciation.'));
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((line) => line.persons.length > 0 || line.targetId !== undefined)).toEqual([]);
    const about = await auditor.do(auditOfInspection, { nodeId: d.commune.id, personId: d.idOf(4) });
    expect(about.items.filter((line) => /discipline|denunciation|appeal/.test(line.operation))).toEqual([]);
    // What the register of numbers knows leads to no file.
    expect(d.numbered.map((asked) => asked.documentId)).not.toContain(denunciationId);
  });

  it('is there for nobody else whom the database knows: not for the service itself, nor for one of the two alone', async () => {
    const { id } = await accepted();
    const rows = (db: Pick<Db, 'query'>) => db.query('select identity_sealed from denunciant_vault where denunciation_id = $1', [id]);
    expect(await rows(d.db)).toEqual([]);
    const plain = d.world.service.app.get(Db);
    for (const reach of [
      { everything: 'province' as const, trees: [], nodes: [], person: d.officer.id },
      { trees: [d.commune.id], nodes: [], person: d.officer.id },
    ]) {
      expect(await within(reach, () => rows(plain))).toEqual([]);
    }
  });

  it('lies open nowhere: in no table, event, stored answer, trail or paper, and in no answer to anybody', async () => {
    const one = await share(await accepted(), d.managed.id);
    const denunciationId = one.id;
    const told = await d.commission.do(tellDenounced, { denunciationId }, one);
    const asked = await d.commission.do(askOpening, { denunciationId, reason: 'Làm rõ' }, told);
    await d.deputy.do(confirmOpening, { denunciationId, openingId: await openingOf(denunciationId) }, asked);
    await d.commission.do(readDenunciant, { denunciationId });
    const words = ['Canary', 'Đinh Thị Mật', '0987000111', 'bản Kín', 'hàng xóm'];
    const places: string[] = [];
    let seen = 0;
    await eachValue(d.world.databaseUrl, ({ table, column }, text) => {
      seen += 1;
      if (words.some((word) => text.includes(word))) places.push(`${table}.${column}`);
    });
    expect(seen).toBeGreaterThan(100);
    expect(places).toEqual([]);
    const answers: unknown[] = [];
    for (const by of [d.commission, d.deputy, d.at(4)]) {
      answers.push(await read(one.id, by), await by.do(myDenunciations, {}), await by.do(myDenunciations, { about: 'true' }));
    }
    const paper = await paperOf(denunciationId, 'ACCEPTANCE');
    expect(paper).toContain(ITEM);
    const said = `${JSON.stringify(answers)}${paper}`;
    expect(words.filter((word) => said.includes(word) && !(word === 'Canary' && said.includes('Canary: cần làm rõ')))).toEqual([]);
  });
});
