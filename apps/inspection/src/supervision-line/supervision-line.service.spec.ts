import { gradeSheet, importGrades, previewGrades, recordGrades } from '@vungmanh/contracts/inspection/labor-grade';
import { closeSupervision, drawUpSupervision, openSupervision, setGradeScale } from '@vungmanh/contracts/inspection/member-supervision';
import {
  answerSupervision,
  getSupervisionLine,
  listSupervisionLines,
  memberReferred,
  mySupervisions,
  noteMonth,
  proposeForMember,
  remindMember,
  reportMember,
  type Proposal,
} from '@vungmanh/contracts/inspection/supervision-line';
import { bodyChanged } from '@vungmanh/contracts/organization/body';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { asSystem, within } from '@vungmanh/platform/db/reach';
import { Files } from '@vungmanh/platform/files';
import { systemDb } from '@vungmanh/testing/system-db';
import { randomUUID } from 'node:crypto';
import { NOW, Prosecutors, QUARTER, sheetOf } from '../../test/prosecutors.js';
import { GradeExpiry } from '../labor-grade/expiry.js';

let p: Prosecutors;
let supervisionId: string;
beforeAll(async () => {
  p = await Prosecutors.start();
  supervisionId = (await p.opened()).id;
}, 40_000);
afterAll(() => p.world.stop());
afterEach(() => p.world.clock.set(NOW));

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A sheet of grades as somebody sends it. */
async function sent(rows: [name: string, ...grades: string[]][], account: string = p.accounts.secretary): Promise<string> {
  const columns = ['Họ và tên', 'Tháng 10', 'Tháng 11'].map((header) => ({ header, width: 20, kind: 'text' as const }));
  const { fileId } = await p.world.service.app.get(Files).put(streamOfWorkbook([{ name: 'Bình xét', columns, rows }]), { by: account, type: XLSX });
  return fileId;
}
const nameOf = (place: number): string => p.at(place).name;

describe('the quarter of a cell of nine prosecutors (story 7)', () => {
  it('is drawn up from the tasks that the cell gave each of them, counted where they stand', async () => {
    const [late, twice] = [randomUUID(), randomUUID()];
    await p.task(late, 5, { state: 'DONE', result: 'LATE', due: '2026-10-20' });
    await p.task(twice, 5, { state: 'DONE', result: 'LATE' });
    await p.task(randomUUID(), 5, { due: '2026-09-30', state: 'DONE', result: 'NOT_DONE' });
    await p.task(randomUUID(), 3, { state: 'DONE', result: 'EXCEEDED' });
    await p.task(randomUUID(), 3, { due: '2026-11-19' });
    await p.task(randomUUID(), 3, { due: '2026-11-20' });
    await p.task(randomUUID(), 3, { due: '2026-11-01', reported: true });
    await p.task(randomUUID(), 3, { state: 'CANCELLED' });
    const dropped = randomUUID();
    await p.task(dropped, 4);
    await p.task(dropped, 4, { state: 'CANCELLED' });
    const rows = await p.until(
      () => p.lines(),
      (all) => all.reduce((sum, row) => sum + row.tasks.given, 0) === 6,
    );
    expect(rows).toHaveLength(9);
    const of = (place: number) => rows.find((row) => row.personId === p.at(place).id);
    expect(of(5)).toMatchObject({ tasks: { given: 2, onTime: 0, late: 2, notDone: 0, overdue: 0, running: 0 }, managedAbove: false });
    expect(of(3)?.tasks).toEqual({ given: 4, onTime: 1, late: 0, notDone: 0, overdue: 1, running: 2 });
    expect(of(4)?.tasks.given).toBe(0);
    expect(of(0)).toMatchObject({ post: 'SECRETARY', own: true });
    expect(of(8)).toMatchObject({ managedAbove: true });
    const [mine] = (await p.person(5).do(mySupervisions, {})).items;
    expect(mine).toMatchObject({ quarter: QUARTER, state: 'OPEN', tasks: { late: 2 }, reminders: 0 });
  });

  it('takes the monthly grades from a sheet, all or nothing, after a look at every cell', async () => {
    const { secretary } = p;
    const standing = await p.supervision();
    const wrong = await sent([
      [nameOf(3), 'A', 'A'],
      [nameOf(5), 'B', 'F'],
    ]);
    const preview = await secretary.do(previewGrades, { supervisionId, fileId: wrong });
    expect(preview).toMatchObject({ wrong: 1, changes: 3 });
    expect(preview.items[1]?.cells.map((cell) => cell.state)).toEqual(['NEW', 'WRONG']);
    expect(await secretary.refused(importGrades, { supervisionId, fileId: wrong }, standing)).toBe('inspection/sheet-has-errors');
    expect((await p.lines()).flatMap((row) => row.grades)).toEqual([]);

    const right = await sent(p.nine.map((one, i) => [one.name, i === 5 ? 'B' : 'A', i === 5 ? 'C' : 'A']));
    const imported = await secretary.do(importGrades, { supervisionId, fileId: right }, standing);
    expect(await p.line(5)).toMatchObject({
      grades: [
        { month: '2026-10', grade: 'B' },
        { month: '2026-11', grade: 'C' },
      ],
    });
    expect((await secretary.do(previewGrades, { supervisionId, fileId: right })).changes).toBe(0);
    expect(await secretary.refused(importGrades, { supervisionId, fileId: await sent([], 'somebody else') }, imported)).toBe(
      'inspection/file-unknown',
    );
    const none = await sent([]);
    expect(await secretary.do(previewGrades, { supervisionId, fileId: none })).toEqual({ items: [], wrong: 0, changes: 0 });
    expect(await p.person(5).refused(previewGrades, { supervisionId, fileId: right })).toBe('request/not-found');
    expect(await p.person(5).refused(importGrades, { supervisionId, fileId: right }, imported)).toBe('request/not-found');
  });

  it('gives out the sheet to be filled in, with what stands', async () => {
    const { fileId, name } = await p.secretary.do(gradeSheet, { supervisionId });
    expect(name).toBe('Bình xét lao động Quý IV năm 2026, Chi bộ 4.xlsx');
    const rows = await sheetOf(p, fileId);
    expect(rows[0]).toEqual(['Họ và tên', 'Năm sinh', 'Tháng 10', 'Tháng 11', 'Tháng 12']);
    expect(rows).toContainEqual([nameOf(5), 1970, 'B', 'C']);
    expect(await p.officer.refused(gradeSheet, { supervisionId })).toBe('request/not-found');
  });

  it('takes grades typed in a grid; only marks of the scale, and no month ahead', async () => {
    const { id: supervisionLineId } = await p.line(3);
    const standing = await p.supervision();
    const record = (month: string, grade?: string) =>
      p.secretary.refused(recordGrades, { supervisionId, cells: [{ lineId: supervisionLineId, month, ...(grade ? { grade } : {}) }] }, standing);
    expect(await record('2026-12', 'A')).toBe('inspection/month-out-of-quarter');
    expect(await record('2026-09', 'A')).toBe('inspection/month-out-of-quarter');
    expect(await record('2026-11', 'D')).toBe('inspection/grade-unknown');
    expect(
      await p.secretary.refused(recordGrades, { supervisionId, cells: [{ lineId: randomUUID(), month: '2026-11', grade: 'A' }] }, standing),
    ).toBe('request/not-found');
    await p.grade(3, '2026-11');
    expect((await p.line(3)).grades).toEqual([{ month: '2026-10', grade: 'A' }]);
    await p.grade(3, '2026-11', 'B');
    expect((await p.line(3)).grades[1]).toEqual({ month: '2026-11', grade: 'B' });
    const now = await p.supervision();
    expect(await p.secretary.refused(setGradeScale, { supervisionId, marks: ['A', 'B'] }, now)).toBe('inspection/grade-in-use');
  });

  it('leads one late twice from a reminder in the meeting to a referral, heard on the way', async () => {
    const { secretary } = p;
    const member = p.person(5);
    const before = await p.line(5);
    const supervisionLineId = before.id;
    const noted = await p.person(1).do(noteMonth, { supervisionLineId, month: '2026-10', note: 'Chậm báo cáo hai việc được giao' }, before);
    expect(await secretary.refused(noteMonth, { supervisionLineId, month: '2026-12', note: 'Trước' }, noted)).toBe('inspection/month-out-of-quarter');
    expect(await secretary.refused(remindMember, { supervisionLineId, on: '2026-11-21', place: 'MEETING', text: 'x' }, noted)).toBe(
      'inspection/day-refused',
    );
    const reminded = await secretary.do(
      remindMember,
      { supervisionLineId, on: '2026-11-03', place: 'MEETING', text: 'Hoàn thành đúng hạn các việc được giao' },
      noted,
    );

    const seen = await member.do(getSupervisionLine, { supervisionLineId });
    expect(seen).toMatchObject({
      own: true,
      may: ['answer'],
      months: [
        { month: '2026-10', grade: 'B', note: 'Chậm báo cáo hai việc được giao' },
        { month: '2026-11', grade: 'C' },
      ],
      given: [{ on: '2026-11-03', place: 'MEETING', text: 'Hoàn thành đúng hạn các việc được giao', by: nameOf(0) }],
      offered: { proposals: [], report: false },
    });
    const answered = await member.do(answerSupervision, { supervisionLineId, text: 'Tôi nhận khuyết điểm, xin khắc phục' }, reminded);

    const offered = await secretary.do(getSupervisionLine, { supervisionLineId });
    expect(offered).toMatchObject({ said: [{ text: 'Tôi nhận khuyết điểm, xin khắc phục' }], may: ['note', 'remind', 'propose'] });
    expect(offered.offered.proposals).toContain('REFER');
    const reason = 'Chậm hai nhiệm vụ đã được nhắc nhở';
    expect(await secretary.refused(reportMember, { supervisionLineId, to: 'Đảng ủy', on: '2026-11-20', text: reason }, answered)).toBe(
      'inspection/not-managed-above',
    );
    const helped = await secretary.do(proposeForMember, { supervisionLineId, kind: 'HELP', reason }, answered);
    const referred = await secretary.do(proposeForMember, { supervisionLineId, kind: 'REFER', reason }, helped);
    expect(await secretary.refused(proposeForMember, { supervisionLineId, kind: 'COMMEND', reason }, referred)).toBe('inspection/referred-already');
    expect(await member.do(getSupervisionLine, { supervisionLineId })).toMatchObject({
      proposed: { kind: 'REFER', reason, by: nameOf(0), on: '2026-11-20' },
    });

    const told = await systemDb(p.world.service).query<{ item: unknown }>(
      `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item) where o.name = $1`,
      [memberReferred.name],
    );
    const { nodeId, id: bodyId } = p.body;
    expect(told.map((one) => one.item)).toEqual([
      { id: supervisionLineId, version: referred.version, supervisionId, nodeId, bodyId, personId: p.at(5).id, quarter: QUARTER },
    ]);
  });

  it('offers for a member managed above only the report in writing', async () => {
    const { secretary } = p;
    const before = await p.line(8);
    const supervisionLineId = before.id;
    const seen = await secretary.do(getSupervisionLine, { supervisionLineId });
    expect(seen).toMatchObject({
      managedAbove: true,
      managedBy: p.committee.name,
      may: ['note', 'remind', 'propose', 'report'],
      offered: {
        proposals: ['COMMEND', 'HELP', 'REMIND'],
        report: true,
        says: expect.stringContaining('áo cáo bằng văn bản với cấp ủy có thẩm quyền'),
      },
    });
    expect(await secretary.refused(proposeForMember, { supervisionLineId, kind: 'REFER', reason: 'Có dấu hiệu' }, before)).toBe(
      'inspection/report-in-writing',
    );
    const report = { supervisionLineId, to: 'Đảng ủy Viện kiểm sát', on: '2026-11-18', text: 'Chi bộ báo cáo việc thực hiện nhiệm vụ' };
    expect(await secretary.refused(reportMember, { ...report, on: '2026-09-30' }, before)).toBe('inspection/day-refused');
    const reported = await secretary.do(reportMember, report, before);
    expect(await secretary.refused(reportMember, report, reported)).toBe('inspection/reported-already');
    expect(await p.person(8).do(getSupervisionLine, { supervisionLineId })).toMatchObject({
      report: { to: report.to, on: report.on, text: report.text, by: nameOf(0) },
      may: ['answer'],
    });
    // Once the committee above has let go of them, the cell is competent as for anybody.
    await p.changed({ ...p.at(8), version: 2, managed: [{ nodeId: p.committee.id, from: '2020-01-01', to: '2026-11-20' }] });
    const free = await p.until(
      () => secretary.do(getSupervisionLine, { supervisionLineId }),
      (line) => !line.managedAbove,
    );
    expect(free.offered.proposals).toContain('REFER');
    await p.changed({ ...p.at(8), version: 3 });
    await p.until(
      () => secretary.do(getSupervisionLine, { supervisionLineId }),
      (line) => line.managedAbove,
    );
  });
});

describe('a line', () => {
  it('is found by the member and by who sits in the committee of the cell today, and by nobody else', async () => {
    const { id: supervisionLineId } = await p.line(5);
    const strangers = {
      fellow: p.person(6),
      beside: p.besides,
      officer: p.officer,
      everything: p.everything,
      nobody: p.world.person(randomUUID(), randomUUID()),
    };
    for (const [who, person] of Object.entries(strangers)) {
      expect([who, await person.refused(getSupervisionLine, { supervisionLineId })]).toEqual([who, 'request/not-found']);
      expect([who, await person.refused(listSupervisionLines, { supervisionId })]).toEqual([who, 'request/not-found']);
      expect([who, await person.refused(remindMember, { supervisionLineId, on: '2026-11-03', place: 'MEETING', text: 'x' }, { version: 1 })]).toEqual(
        [who, 'request/not-found'],
      );
    }
    expect(await p.person(5).refused(listSupervisionLines, { supervisionId })).toBe('request/not-found');
    expect(await p.lines(p.person(2))).toHaveLength(9);
    // A seat that has ended opens nothing, though its holder may once have written here.
    p.body.seats[2] = { ...p.body.seats[2], personId: p.at(2).id, post: 'MEMBER', from: '2010-01-01', to: '2026-11-01' };
    const ended = { ...p.body, version: 2 };
    Object.assign(p.body, ended);
    await p.world.publish(bodyChanged, [{ id: p.body.id, version: 2 }]);
    const refused = await p.until(
      async () =>
        p
          .person(2)
          .refused(getSupervisionLine, { supervisionLineId })
          .catch(() => 'found'),
      (answer) => answer === 'request/not-found',
    );
    expect(refused).toBe('request/not-found');
  });

  it('lies behind a policy of its own, which no reach from above opens', async () => {
    const db = p.world.service.app.get(Db);
    const rows = (reach: object): Promise<number[]> =>
      Promise.all(
        ['supervision_line', 'supervision_month', 'supervision_reminder', 'supervision_answer'].map(
          async (table) => (await within({ trees: [], nodes: [], ...reach }, () => db.query(`select 1 from ${table}`))).length,
        ),
      );
    expect(await rows({ everything: 'province' })).toEqual([0, 0, 0, 0]);
    expect(await rows({ trees: [p.committee.id, p.root.id] })).toEqual([0, 0, 0, 0]);
    expect(await rows({ person: p.at(6).id })).toEqual([1, 2, 0, 0]);
    expect(await rows({ person: p.at(5).id })).toEqual([1, 2, 1, 1]);
    expect((await rows({ person: p.at(1).id }))[0]).toBe(9);
  });

  it('is written by nobody about themselves, and answered by nobody else', async () => {
    const own = await p.line(0);
    const about = { supervisionLineId: own.id };
    expect((await p.secretary.do(getSupervisionLine, about)).may).toEqual(['answer']);
    expect(await p.secretary.refused(noteMonth, { ...about, month: '2026-11', note: 'Tốt' }, own)).toBe('inspection/own-line');
    expect(await p.secretary.refused(proposeForMember, { ...about, kind: 'COMMEND', reason: 'Tốt' }, own)).toBe('inspection/own-line');
    expect(await p.person(1).refused(answerSupervision, { ...about, text: 'Thay' }, own)).toBe('inspection/not-own-line');
    const commended = await p.person(1).do(proposeForMember, { ...about, kind: 'COMMEND', reason: 'Gương mẫu' }, own);
    expect(await p.person(1).refused(proposeForMember, { ...about, kind: 'HELP', reason: 'Cũ' }, own)).toBe('request/stale');
    expect(commended.version).toBe(own.version + 1);
    expect(
      await p.person(5).refused(proposeForMember, { supervisionLineId: (await p.line(5)).id, kind: 'COMMEND', reason: 'Tôi' }, { version: 1 }),
    ).toBe('inspection/own-line');
  });

  it('holds nothing in clear of what was written, and tells who has read it', async () => {
    const db = systemDb(p.world.service);
    const texts = await db.query<{ row: string }>(
      `select l::text as row from supervision_line l union all select m::text from supervision_month m union all select r::text from supervision_reminder r
       union all select a::text from supervision_answer a union all select i.answer::text from idempotency i union all select o.payload::text from outbox o
       union all select a::text from audit a`,
    );
    const clear = texts.filter(({ row }) => /nhận khuyết điểm|Chậm hai|Chậm báo cáo|Hoàn thành đúng hạn|Chi bộ báo cáo việc|Gương mẫu/.test(row));
    expect(clear).toEqual([]);
    const { id: supervisionLineId } = await p.line(5);
    await p.person(1).do(getSupervisionLine, { supervisionLineId });
    const read = await db.query(`select 1 from audit where operation = $1 and target_id = $2 and $3 = any(persons) and actor_id = 'account 1'`, [
      getSupervisionLine.subject,
      supervisionLineId,
      p.at(5).id,
    ]);
    expect(read.length).toBeGreaterThan(0);
  });
});

describe('an ended quarter', () => {
  it('keeps its counts and its words, takes no more of the committee, and still the member’s own', async () => {
    const before = await p.line(3);
    const closed = await p.secretary.do(closeSupervision, { supervisionId }, await p.supervision());
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2026-11-20', may: [] });
    await p.task(p.tasks.find((t) => t.state === 'OPEN' && t.due === '2026-11-19')?.id ?? '', 3, { state: 'DONE', result: 'LATE' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await p.line(3);
    expect(after.tasks).toEqual(before.tasks);
    const about = { supervisionLineId: after.id };
    const acts: [string, () => Promise<string>][] = [
      ['note', () => p.secretary.refused(noteMonth, { ...about, month: '2026-11', note: 'x' }, after)],
      ['remind', () => p.secretary.refused(remindMember, { ...about, on: '2026-11-03', place: 'MEETING', text: 'x' }, after)],
      ['propose', () => p.secretary.refused(proposeForMember, { ...about, kind: 'HELP' satisfies Proposal, reason: 'x' }, after)],
      ['report', () => p.secretary.refused(reportMember, { ...about, to: 'x', on: '2026-11-03', text: 'x' }, after)],
      ['record', () => p.secretary.refused(recordGrades, { supervisionId, cells: [{ lineId: after.id, month: '2026-11', grade: 'A' }] }, closed)],
      ['open', () => p.secretary.refused(openSupervision, { supervisionId }, closed)],
      ['scale', () => p.secretary.refused(setGradeScale, { supervisionId, marks: [] }, closed)],
      ['draw up', () => p.secretary.refused(drawUpSupervision, { nodeId: p.cell.id, quarter: QUARTER })],
    ];
    for (const [act, refused] of acts) expect([act, await refused()]).toEqual([act, 'inspection/supervision-not-in-state']);
    expect(await p.person(3).do(answerSupervision, { ...about, text: 'Tôi có ý kiến' }, after)).toMatchObject({ state: 'CLOSED' });
  });

  it('loses its grades and notes when the rule says so, and nothing else', async () => {
    const kept = async () => systemDb(p.world.service).query<{ month: string }>('select distinct month from supervision_month order by month');
    expect((await kept()).map((one) => one.month)).toEqual(['2026-10', '2026-11']);
    // The jobs of the days between are made up for by the one that runs.
    p.world.clock.set('2028-11-01T03:00:00.000Z');
    const run = {
      id: randomUUID(),
      trace: 't',
      attempt: 1,
      stopping: new AbortController().signal,
      progress: async () => {},
      result: async () => {},
    };
    const expire = () => asSystem(() => p.world.service.app.get(GradeExpiry).expire({ day: '2028-11-01' }, run));
    await expire();
    expect((await kept()).map((one) => one.month)).toEqual(['2026-11']);
    await expire();
    expect((await kept()).map((one) => one.month)).toEqual(['2026-11']);
    p.world.clock.set('2028-12-01T03:00:00.000Z');
    await expire();
    expect(await kept()).toEqual([]);
    const mine = (await p.person(5).do(mySupervisions, {})).items[0];
    const line = await p.person(5).do(getSupervisionLine, { supervisionLineId: mine?.id ?? '' });
    expect(line).toMatchObject({ grades: [], months: [], tasks: { late: 2 }, proposed: { kind: 'REFER' } });
    expect(line.given).toHaveLength(1);
  });
});
