import { extendSuspension, liftSuspension, recordDisciplineVote, suspendMember } from '@vungmanh/contracts/inspection/discipline-act';
import { type DisciplinePaper, downloadDisciplinePaper, type DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-paper';
import { addDays } from '@vungmanh/regulations/calendar';
import { createHash } from 'node:crypto';
import { Files } from '@vungmanh/platform/files';
import type { Person } from '@vungmanh/testing/person';
import { Disciplining, TODAY } from '../../test/disciplining.js';
import { docxText } from '@vungmanh/testing/docx-text';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

async function textOf(disciplineId: string, kind: DisciplinePaperKind, by: Person = d.secretary): Promise<string> {
  const { fileId, name, type } = await by.do(downloadDisciplinePaper, { disciplineId, kind, format: 'docx' });
  expect(type).toContain('wordprocessingml');
  // Whoever is disciplined is in no name of a file.
  expect(name).not.toContain(d.people[4]?.name);
  const chunks: Buffer[] = [];
  for await (const chunk of (await d.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return docxText(Buffer.concat(chunks));
}

/** Asks again until it is so: numbers are taken after what makes a paper has been committed. */
async function until<T>(ask: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (const since = Date.now(); ;) {
    const found = await ask();
    if (isSo(found)) return found;
    if (Date.now() - since > 10_000) throw new Error(`still ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function issued(disciplineId: string, kind: DisciplinePaperKind, by: Person = d.secretary): Promise<DisciplinePaper> {
  const found = await until(
    async () => (await d.read(disciplineId, by)).papers.findLast((paper) => paper.kind === kind),
    (paper) => paper?.number !== undefined,
  );
  if (!found) throw new Error(`${kind} is not issued`);
  return found;
}
const bytesOf = async (disciplineId: string, asked: { kind: DisciplinePaperKind; format: 'pdf' | 'docx'; documentId?: string }, by = d.secretary) => {
  const { fileId } = await by.do(downloadDisciplinePaper, { disciplineId, ...asked });
  const chunks: Buffer[] = [];
  for await (const chunk of (await d.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the papers of discipline', () => {
  it('are there when their step is, with the sums of the count and the rights of the member', async () => {
    const opened = await d.open();
    const asked = { disciplineId: opened.id, format: 'pdf' as const };
    for (const kind of ['BALLOT', 'COUNT', 'DECISION'] as const) {
      expect(await d.secretary.refused(downloadDisciplinePaper, { ...asked, kind })).toBe('inspection/paper-not-ready');
    }
    const heard = await d.heard(opened);
    const ballot = await textOf(opened.id, 'BALLOT');
    for (const said of ['PHIẾU BIỂU QUYẾT', 'Khiển trách', 'Khai trừ', 'Không kỷ luật', 'Nguyễn Văn E5']) expect(ballot).toContain(said);
    const votes = { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 };
    await d.secretary.do(recordDisciplineVote, { disciplineId: opened.id, ...d.ballot(votes) }, heard);
    const count = await textOf(opened.id, 'COUNT');
    for (const said of ['khai trừ 2; +3 = 5; +7 = 12', '12/20 (60%)', 'Nhà văn hóa bản', 'quyết định kỷ luật']) expect(count).toContain(said);
    expect(await d.secretary.refused(downloadDisciplinePaper, { ...asked, kind: 'DECISION' })).toBe('inspection/paper-not-ready');
  });

  it('say the decision with its form, its day and where an appeal goes, to the member too and to nobody else', async () => {
    const { id } = await d.warned();
    const decision = await textOf(id, 'DECISION', d.at(4));
    for (const said of ['QUYẾT ĐỊNH', 'cảnh cáo', 'sinh năm 1970', 'công bố kết quả biểu quyết', 'Ủy ban kiểm tra Đảng ủy xã Mô Phỏng']) {
      expect(decision).toContain(said);
    }
    expect(await d.at(5).refused(downloadDisciplinePaper, { disciplineId: id, kind: 'DECISION', format: 'docx' })).toBe('request/not-found');
  });
});

describe('a paper that has its number', () => {
  it('is kept as it was issued, with its hash, whatever is called otherwise later', async () => {
    const { id } = await d.warned();
    const decision = await issued(id, 'DECISION');
    expect(decision).toMatchObject({ number: 'Số 05-QĐ/CB', on: '2026-11-22', awaited: false, replaced: false });
    const name = d.people[4]?.name;
    // Nobody has asked for it before the name was changed: what it says was fixed with its number.
    await d.db.write(`update person_name set name = 'Tên Đã Đổi' where person_id = $1`, [d.idOf(4)]);
    try {
      const first = await bytesOf(id, { kind: 'DECISION', format: 'pdf' });
      expect((await bytesOf(id, { kind: 'DECISION', format: 'pdf' }, d.at(4))).equals(first)).toBe(true);
      expect((await issued(id, 'DECISION')).sha256).toBe(sha256(first));
      expect(await textOf(id, 'DECISION')).toContain('Nguyễn Văn E5');
    } finally {
      await d.db.write(`update person_name set name = $2 where person_id = $1`, [d.idOf(4), name]);
    }
  });

  it('is replaced by another one that names it where the ballot is entered again', async () => {
    const voted = await d.voted({ REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 });
    const first = await issued(voted.id, 'COUNT');
    const asPdf = await bytesOf(voted.id, { kind: 'COUNT', format: 'pdf' });
    const former = await bytesOf(voted.id, { kind: 'COUNT', format: 'docx' });
    await d.secretary.do(recordDisciplineVote, { disciplineId: voted.id, ...d.ballot({ REPRIMAND: 15, WARNING: 5 }) }, await d.read(voted.id));
    await until(
      async () => (await d.read(voted.id)).papers.filter((paper) => paper.number !== undefined),
      (papers) => papers.length === 2,
    );
    expect((await d.read(voted.id)).papers.filter((paper) => paper.kind === 'COUNT')).toMatchObject([
      { documentId: first.documentId, sha256: sha256(asPdf), replaced: true },
      { replaced: false },
    ]);
    expect(await textOf(voted.id, 'COUNT')).toContain('thay thế Biên bản kiểm phiếu Số 05-BB/CB ngày 20/11/2026');
    const again = { kind: 'COUNT' as const, format: 'docx' as const, ...(first.documentId === undefined ? {} : { documentId: first.documentId }) };
    expect((await bytesOf(voted.id, again)).equals(former)).toBe(true);
  });

  it('suspends a member, for longer, and no more, each naming the one before it', async () => {
    const opened = await d.open();
    const { id: disciplineId } = opened;
    const suspended = await d.secretary.do(suspendMember, { disciplineId, from: TODAY }, opened);
    await issued(disciplineId, 'SUSPENSION');
    expect(await textOf(disciplineId, 'SUSPENSION', d.at(4))).toContain('đến hết ngày 20 tháng 02 năm 2027');
    const [one] = (await d.read(disciplineId)).suspensions;
    const longer = await d.secretary.do(extendSuspension, { disciplineId, until: one?.extensibleTo ?? '' }, suspended);
    await issued(disciplineId, 'SUSPENSION_EXTENSION');
    expect(await textOf(disciplineId, 'SUSPENSION_EXTENSION')).toContain('Căn cứ Quyết định Số 05-QĐ/CB ngày 23/11/2026');
    expect(await textOf(disciplineId, 'SUSPENSION')).toContain('đến hết ngày 20 tháng 02 năm 2027');
    const now = d.world.clock.now();
    d.world.clock.set(`${addDays(TODAY, 1)}T03:00:00.000Z`);
    try {
      await d.secretary.do(liftSuspension, { disciplineId, on: addDays(TODAY, 1) }, longer);
      await issued(disciplineId, 'SUSPENSION_END');
      expect(await textOf(disciplineId, 'SUSPENSION_END')).toContain('sinh hoạt đảng trở lại từ ngày 24 tháng 11 năm 2026');
    } finally {
      d.world.clock.set(now);
    }
  });
});
