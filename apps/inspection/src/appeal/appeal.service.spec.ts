import {
  acceptAppeal,
  deliverAnswer,
  listAppeals,
  refuseAppeal,
  settleAppeal,
  submitAppeal,
  takeUpAppeal,
} from '@vungmanh/contracts/inspection/appeal';
import type { AppealState } from '@vungmanh/contracts/inspection/appeal-state';
import { AppealState as States } from '@vungmanh/contracts/inspection/appeal-state';
import { readInspectionBook } from '@vungmanh/contracts/inspection/book';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { deliverDiscipline, endDiscipline } from '@vungmanh/contracts/inspection/discipline-act';
import { downloadDisciplinePaper, type DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-paper';
import { Files } from '@vungmanh/platform/files';
import { addDays } from '@vungmanh/regulations/calendar';
import { due } from '@vungmanh/regulations/due';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import type { Person } from '@vungmanh/testing/person';
import { Disciplining, TODAY } from '../../test/disciplining.js';
import { docxText } from '@vungmanh/testing/docx-text';
import { isRunning, transitions } from './appeal.rules.js';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

const CANARY = 'Canary khiếu nại: mức này nặng quá';

/** A warning that was handed over today. */
async function delivered(place = 4): Promise<DisciplineStanding> {
  const warned = await d.warned({ personId: d.idOf(place) });
  return d.secretary.do(deliverDiscipline, { disciplineId: warned.id, on: TODAY, how: 'RECEIVED' }, warned);
}
const appealed = async (place = 4): Promise<DisciplineStanding> => {
  const given = await delivered(place);
  return d.at(place).do(submitAppeal, { disciplineId: given.id, on: TODAY, text: CANARY }, given);
};
/** Taken up by the commission of the commune; with the version that it has. */
async function taken(place = 4): Promise<DisciplineStanding> {
  const { id } = await appealed(place);
  await d.commission.do(takeUpAppeal, { nodeId: d.commune.id, disciplineId: id });
  return d.read(id, d.commission);
}
const accepted = async (place = 4): Promise<DisciplineStanding> => {
  const at = await taken(place);
  return d.commission.do(acceptAppeal, { disciplineId: at.id, on: TODAY }, at);
};
const ended = 'inspection.discipline.ended.v1';
const inEffect = 'inspection.discipline.in-effect.v1';

it.each(States.options.flatMap((from) => States.options.map((to) => [from, to] as const)))('an appeal %s → %s', (from, to) => {
  const allowed: Partial<Record<AppealState, AppealState[]>> = { SUBMITTED: ['ACCEPTED', 'REFUSED'], ACCEPTED: ['SETTLED', 'REFUSED'] };
  expect(transitions[from].includes(to)).toBe(allowed[from]?.includes(to) ?? false);
  expect(isRunning(from)).toBe(from in allowed);
});

describe('an appeal', () => {
  it('goes from the member to the commission above, with both clocks, and waits there without a name', async () => {
    const given = await delivered();
    const before = await d.read(given.id, d.at(4));
    expect(before).toMatchObject({ appeal: { until: addDays(TODAY, ruleAt('appeal.days', TODAY)?.value ?? Number.NaN), open: true }, appeals: [] });
    expect(before.may).toContain('appeal');
    const sent = { disciplineId: given.id, on: TODAY, text: CANARY };
    expect(await d.at(5).refused(submitAppeal, sent, given)).toBe('request/not-found');
    expect(await d.at(4).refused(submitAppeal, { ...sent, on: addDays(TODAY, -1) }, given)).toBe('inspection/in-the-future');
    const waits = await d.at(4).do(submitAppeal, sent, given);
    expect(await d.at(4).refused(submitAppeal, sent, waits)).toBe('inspection/appeal-running');
    expect(await d.secretary.refused(endDiscipline, { disciplineId: given.id, on: TODAY, reason: 'Hết hạn' }, waits)).toBe(
      'inspection/appeal-running',
    );
    const { items } = await d.commission.do(listAppeals, { nodeId: d.commune.id });
    const term = due('appeal.settle_wd', TODAY)?.until;
    expect(items.find((one) => one.disciplineId === given.id)).toEqual({
      disciplineId: given.id,
      fromNodeName: d.cell.name,
      actor: 'CELL',
      form: 'WARNING',
      on: TODAY,
      due: term,
      overdue: false,
    });
    expect((await d.read(given.id)).appeals).toMatchObject([
      { state: 'SUBMITTED', to: 'Ủy ban kiểm tra Đảng ủy xã Mô Phỏng', due: term, late: false },
    ]);
  });

  it('is taken up by who holds the right there, and by nobody who had a part in the decision or whom it is about', async () => {
    const { id } = await appealed();
    const there = { nodeId: d.commune.id, disciplineId: id };
    await expect(d.read(id, d.commission)).rejects.toMatchObject({ code: 'request/not-found' });
    expect(await d.secretary.refused(takeUpAppeal, there)).toBe('request/not-found');
    expect(await d.world.person('province', d.stranger.id).refused(takeUpAppeal, there)).toBe('request/not-found');
    expect(await d.world.person('accused', d.idOf(4)).refused(takeUpAppeal, there)).toBe('inspection/own-case');
    // The secretary with the right at the commune too is still the one who handled it.
    expect(await d.world.person('handler above', d.idOf(0)).refused(takeUpAppeal, there)).toBe('inspection/own-decision');
    await d.commission.do(takeUpAppeal, there);
    await d.commission.do(takeUpAppeal, there);
    const read = await d.read(id, d.commission);
    expect(read).toMatchObject({ parts: ['APPEAL_JUDGE'], may: ['accept-appeal', 'refuse-appeal'] });
    expect(read.people.filter((one) => one.part === 'APPEAL_JUDGE')).toHaveLength(1);
    expect(await d.secretary.refused(acceptAppeal, { disciplineId: id, on: TODAY }, read)).toBe('inspection/not-your-part');
  });

  it('that is upheld changes nothing, and may go one level higher from its answer on', async () => {
    const at = await accepted();
    const upheld = { disciplineId: at.id, on: TODAY, outcome: 'UPHELD' as const, reason: 'Đúng quy định' };
    expect(await d.commission.refused(settleAppeal, { ...upheld, form: 'REPRIMAND' }, at)).toBe('inspection/form-missing');
    await d.commission.do(settleAppeal, upheld, at);
    const shown = await d.read(at.id, d.at(4));
    expect(shown).toMatchObject({
      state: 'IN_EFFECT',
      form: 'WARNING',
      appeals: [{ state: 'SETTLED', outcome: 'UPHELD', closedOn: TODAY }],
      appeal: { open: true, to: 'Ủy ban kiểm tra Đảng ủy tỉnh' },
    });
    expect((await d.told(inEffect, at.id)).length).toBe(1);
    expect(shown.notes.slice(-2).map((note) => [note.kind, note.text])).toEqual([
      ['APPEAL', CANARY],
      ['APPEAL_ANSWER', 'Đúng quy định'],
    ]);
    // Until the answer is in their hands no day has come from which the time for the next one runs.
    expect(shown.appeal).toMatchObject({ level: 2 });
    expect(shown.appeal?.until).toBeUndefined();
    expect(await d.deputy.refused(deliverAnswer, { disciplineId: at.id, on: TODAY, how: 'RECEIVED' }, shown)).toBe('request/not-found');
    expect((await d.read(at.id, d.commission)).may).toContain('deliver-answer');
    const given = await d.commission.do(deliverAnswer, { disciplineId: at.id, on: TODAY, how: 'RECEIVED' }, shown);
    expect(await d.commission.refused(deliverAnswer, { disciplineId: at.id, on: TODAY, how: 'RECEIVED' }, given)).toBe('inspection/no-appeal');
    const rule = ruleAt('appeal.next_days', TODAY);
    const last = addDays(TODAY, rule?.value ?? Number.NaN);
    const running = await d.read(at.id, d.at(4));
    expect(running).toMatchObject({ appeal: { level: 2, since: TODAY, until: last, says: rule?.says, open: true } });
    const now = d.world.clock.now();
    d.world.clock.set(`${addDays(last, 1)}T03:00:00.000Z`);
    try {
      const late = { disciplineId: at.id, on: addDays(last, 1), text: CANARY };
      expect(await d.at(4).refused(submitAppeal, late, running)).toBe('inspection/appeal-too-late');
    } finally {
      d.world.clock.set(now);
    }
    const again = await d.at(4).do(submitAppeal, { disciplineId: at.id, on: TODAY, text: CANARY }, running);
    expect((await d.commission.do(listAppeals, { nodeId: d.commune.id })).items.map((one) => one.disciplineId)).not.toContain(at.id);
    expect(again.state).toBe('IN_EFFECT');
  });

  it('that changes the form tells the others of the new one, from its day', async () => {
    const at = await accepted();
    const change = { disciplineId: at.id, on: TODAY, outcome: 'CHANGED' as const, reason: 'Có tình tiết giảm nhẹ' };
    expect(await d.commission.refused(settleAppeal, change, at)).toBe('inspection/form-missing');
    expect(await d.commission.refused(settleAppeal, { ...change, form: 'WARNING' }, at)).toBe('inspection/form-missing');
    expect(await d.commission.refused(settleAppeal, { ...change, form: 'DISBANDMENT' }, at)).toBe('inspection/form-unfit');
    const changed = await d.commission.do(settleAppeal, { ...change, form: 'REPRIMAND' }, at);
    expect(await d.told(inEffect, at.id)).toMatchObject([
      { form: 'WARNING' },
      { version: changed.version, form: 'REPRIMAND', from: TODAY, personId: d.idOf(4) },
    ]);
    expect(await d.read(at.id)).toMatchObject({
      form: 'REPRIMAND',
      decision: { form: 'WARNING' },
      appeals: [{ outcome: 'CHANGED', form: 'REPRIMAND' }],
    });
  });

  it('that dismisses names the posts that it takes', async () => {
    const at = await accepted(2);
    const change = { disciplineId: at.id, on: TODAY, outcome: 'CHANGED' as const, form: 'DISMISSAL' as const, reason: 'Giấu sổ quỹ' };
    const { seats } = await d.read(at.id, d.commission);
    const dismissedFrom = seats.map((seat) => seat.bodyId);
    expect(dismissedFrom).toHaveLength(1);
    expect(await d.commission.refused(settleAppeal, change, at)).toBe('inspection/seats-missing');
    expect(await d.commission.refused(settleAppeal, { ...change, dismissedFrom: [d.commune.id] }, at)).toBe('inspection/seats-missing');
    const changed = await d.commission.do(settleAppeal, { ...change, dismissedFrom }, at);
    expect(await d.told(inEffect, at.id)).toMatchObject([{}, { version: changed.version, form: 'DISMISSAL', dismissedFrom }]);
  });

  it('that annuls the decision ends the case: it should never have counted', async () => {
    const at = await accepted();
    const annulled = await d.commission.do(settleAppeal, { disciplineId: at.id, on: TODAY, outcome: 'ANNULLED', reason: 'Không có vi phạm' }, at);
    expect(annulled.state).toBe('ANNULLED');
    expect(await d.told(ended, at.id)).toEqual([
      { id: at.id, version: annulled.version, personId: d.idOf(4), nodeId: d.cell.id, on: TODAY, annulled: true },
    ]);
  });

  it('is not settled where there is a reason of those that there are, before or after it was accepted', async () => {
    const at = await taken();
    const settled = { disciplineId: at.id, on: TODAY, outcome: 'UPHELD' as const, reason: 'Đúng' };
    expect(await d.commission.refused(settleAppeal, settled, at)).toBe('inspection/no-appeal');
    const refused = await d.commission.do(refuseAppeal, { disciplineId: at.id, on: TODAY, ground: 'BY_PROXY', reason: 'Người nhà gửi' }, at);
    expect(await d.read(at.id, d.at(4))).toMatchObject({ appeals: [{ state: 'REFUSED', ground: 'BY_PROXY' }], appeal: { to: /xã Mô Phỏng/ } });
    expect(await d.commission.refused(acceptAppeal, { disciplineId: at.id, on: TODAY }, refused)).toBe('inspection/no-appeal');
    expect(await paperOf(at.id, 'APPEAL_REFUSAL')).toMatch(/Khiếu nại hộ[^]*Người nhà gửi/);
  });

  it('comes in time or not at all; on paper the day on which it was sent counts', async () => {
    const given = await delivered();
    const now = d.world.clock.now();
    const late = addDays(TODAY, (ruleAt('appeal.days', TODAY)?.value ?? Number.NaN) + 1);
    d.world.clock.set(`${late}T03:00:00.000Z`);
    try {
      const own = { disciplineId: given.id, on: late, text: CANARY };
      expect(await d.at(4).refused(submitAppeal, own, given)).toBe('inspection/appeal-too-late');
      expect((await d.read(given.id, d.at(4))).may).not.toContain('appeal');
      expect(await d.secretary.refused(submitAppeal, own, given)).toBe('inspection/appeal-too-late');
      await d.secretary.do(submitAppeal, { ...own, on: addDays(late, -1) }, given);
    } finally {
      d.world.clock.set(now);
    }
  });

  it('has a notice of acceptance that names the decision and the last day, and a decision that says what came of it and where next', async () => {
    const at = await accepted();
    const notice = await paperOf(at.id, 'APPEAL_NOTICE');
    for (const part of ['ỦY BAN KIỂM TRA', 'thụ lý giải quyết khiếu nại', 'cảnh cáo', 'của Chi bộ bản Trên']) expect(notice).toContain(part);
    const change = { disciplineId: at.id, on: TODAY, outcome: 'CHANGED' as const, form: 'REPRIMAND' as const, reason: 'Có tình tiết giảm nhẹ' };
    await d.commission.do(settleAppeal, change, at);
    const answer = await paperOf(at.id, 'APPEAL_DECISION', d.at(4));
    for (const part of [
      'Thay đổi hình thức kỷ luật cảnh cáo đối với đồng chí Nguyễn Văn E5',
      'bằng hình thức khiển trách',
      'Lý do: Có tình tiết giảm nhẹ.',
      'Ủy ban kiểm tra Đảng ủy tỉnh',
      ruleAt('appeal.next_days', TODAY)?.says ?? '?',
    ]) {
      expect(answer).toContain(part);
    }
    const { items } = await d.commission.do(readInspectionBook, { book: 'APPEALS', year: 2026 });
    expect(items.find((line) => line.id === at.id)).toMatchObject({
      name: 'Nguyễn Văn E5',
      body: 'Ủy ban kiểm tra Đảng ủy xã Mô Phỏng',
      matter: 'Cảnh cáo, quyết định của Chi bộ bản Trên',
      outcome: 'Thay đổi hình thức kỷ luật: Khiển trách',
    });
    expect((await d.at(4).do(readInspectionBook, { book: 'APPEALS', year: 2026 })).items).toEqual([]);
    // The decision itself stays what it was, and where its appeal went first.
    expect(await paperOf(at.id, 'DECISION')).toContain('Ủy ban kiểm tra Đảng ủy xã Mô Phỏng');
  });
});

async function paperOf(disciplineId: string, kind: DisciplinePaperKind, by: Person = d.commission): Promise<string> {
  const { fileId } = await by.do(downloadDisciplinePaper, { disciplineId, kind, format: 'docx' });
  const chunks: Buffer[] = [];
  for await (const chunk of (await d.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return docxText(Buffer.concat(chunks));
}
