import {
  addAddendum,
  confirmMinutes,
  declareSigned,
  getMinutes,
  readBackMinutes,
  writeMinutes,
  type Minutes,
} from '@vungmanh/contracts/meetings/minutes';
import { getMeeting } from '@vungmanh/contracts/meetings/meeting';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { adoptResolution, draftResolution, getResolution } from '@vungmanh/contracts/meetings/resolution';
import { closeRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import { listVotes, recordVote, withdrawVote } from '@vungmanh/contracts/meetings/vote';
import { Files } from '@vungmanh/platform/files';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { cell, committee, DAY, idOf, Sessions } from '../../test/session.js';

/** What must never be found outside the sealed column. */
const CANARY = 'Đồng chí Hoàng Yến nói điều chỉ có trong biên bản';
const ADDED = 'Bổ sung có chữ chim hoàng yến';
const content = {
  items: [{ agendaIndex: 0, account: CANARY, conclusion: 'Nhất trí' }],
  ideology: 'Ổn định',
  speakers: 9,
  concerns: [{ topic: 'Đường liên thôn', count: 3, answer: 'Đã báo cáo' }],
};
const ballot = {
  matter: 'RESOLUTION' as const,
  subject: 'Thông qua nghị quyết tháng 12',
  method: 'SHOW_OF_CARD' as const,
  inFavor: 24,
  against: 0,
  noOpinion: 0,
};

// domain.md §11.3, story 1: 27 members, 26 official and 1 probationary; 2 are excused.
const village = cell('Chi bộ bản Máy', 26, 1);
const small = cell('Chi bộ hai người', 2);
const board = committee('Đảng ủy xã', 5);
const elsewhere = cell('Chi bộ khác', 3);

let at: Sessions;
let secretary: Person;
let taker: Person;
beforeAll(async () => {
  at = await Sessions.start(
    [village, small, board, elsewhere],
    [
      ['taker', village, ['meetings:read', 'meetings:take-minutes', 'meetings:confirm']],
      ['member', village],
    ],
  );
  secretary = at.secretary(village);
  taker = at.world.person('taker', idOf(village, 1));
}, 40_000);
afterAll(() => at.stop());

const read = (meetingId: string): Promise<Minutes> => secretary.do(getMinutes, { meetingId });

/** Minutes that were written, read back, and whose meeting is over. */
async function finished(): Promise<Minutes> {
  const meeting = await at.session(village, [24, 25]);
  const meetingId = meeting.id;
  const written = await taker.do(writeMinutes, { meetingId, content }, await read(meetingId));
  await taker.do(readBackMinutes, { meetingId }, written);
  await at.close(village, meeting);
  return read(meetingId);
}

const confirm = async (who: Person, seen: Minutes) =>
  who.do(confirmMinutes, { meetingId: seen.id, contentHash: seen.contentHash ?? '' }, await read(seen.id));

describe('minutes', () => {
  it('are written over the version that was seen, and answered without their text', async () => {
    const { id: meetingId } = await at.session(village);
    const empty = await read(meetingId);
    expect(empty).toMatchObject({ id: meetingId, version: 1, content: { items: [], speakers: 0, concerns: [] }, editable: true, confirmations: [] });
    const written = await taker.do(writeMinutes, { meetingId, content }, empty);
    expect(JSON.stringify(written)).not.toContain(CANARY);
    expect(await taker.refused(writeMinutes, { meetingId, content }, empty)).toBe('request/stale');
    const now = await read(meetingId);
    expect(now).toMatchObject({ version: written.version, content });
    expect(now.contentHash).toBeUndefined();
  });

  it('have to be read back again when they were changed', async () => {
    const { id: meetingId } = await at.session(village);
    const back = await taker.do(readBackMinutes, { meetingId }, await read(meetingId));
    expect(back.readBackAt).toBeDefined();
    expect((await taker.do(writeMinutes, { meetingId, content }, back)).readBackAt).toBeUndefined();
  });

  it('cannot be found in another cell, and not be written before the meeting is opened', async () => {
    const { id: meetingId } = await at.session(village);
    const stranger = at.secretary(elsewhere);
    expect(await stranger.refused(getMinutes, { meetingId })).toBe('request/not-found');
    expect(await stranger.refused(writeMinutes, { meetingId, content }, { version: 1 })).toBe('request/not-found');
    expect(await stranger.refused(listVotes, { meetingId })).toBe('request/not-found');
    expect(await stranger.refused(recordVote, { meetingId, ...ballot })).toBe('request/not-found');
    expect(await stranger.refused(getResolution, { meetingId })).toBe('request/not-found');
    expect(await stranger.refused(adoptResolution, { meetingId, voteId: randomUUID() }, { version: 1 })).toBe('request/not-found');
    const added = await secretary.do(addMeeting, { nodeId: village.node.id, bodyId: village.body.id, kind: 'EXTRAORDINARY', plannedOn: DAY });
    expect(await taker.refused(writeMinutes, { meetingId: added.id, content }, { version: 1 })).toBe('meetings/not-in-state');
  });
});

describe('confirming', () => {
  it('needs minutes that were read back, of a meeting that is over', async () => {
    const meeting = await at.session(village);
    const sent = { meetingId: meeting.id, contentHash: 'a'.repeat(64) };
    expect(await secretary.refused(confirmMinutes, sent, await read(meeting.id))).toBe('meetings/not-in-state');
    await taker.do(writeMinutes, { meetingId: meeting.id, content }, await read(meeting.id));
    await at.close(village, meeting);
    const seen = await read(meeting.id);
    expect(await secretary.refused(confirmMinutes, { ...sent, contentHash: seen.contentHash ?? '' }, seen)).toBe('meetings/not-read-back');
  });

  it('is for the chair and the minute-taker alone, once each, of what they have seen', async () => {
    const seen = await finished();
    const sent = { meetingId: seen.id, contentHash: seen.contentHash ?? '' };
    const member = at.world.person('member', idOf(village, 5));
    const nobody = at.world.person('member');
    expect(await member.refused(confirmMinutes, sent, seen)).toBe('meetings/not-yours-to-confirm');
    expect(await nobody.refused(confirmMinutes, sent, seen)).toBe('meetings/not-yours-to-confirm');
    expect(await secretary.refused(confirmMinutes, { ...sent, contentHash: '0'.repeat(64) }, seen)).toBe('meetings/content-changed');
    const once = await confirm(secretary, seen);
    expect(once).toMatchObject({
      contentHash: seen.contentHash,
      editable: false,
      confirmations: [{ personId: idOf(village, 0), as: 'CHAIR', name: village.people[0]?.name }],
    });
    expect(await secretary.refused(confirmMinutes, sent, once)).toBe('meetings/confirmed-already');
    expect(await secretary.refused(declareSigned, { meetingId: seen.id, how: 'PAPER_IN_BOOK' }, once)).toBe('meetings/not-confirmed');
    expect((await confirm(taker, seen)).confirmations.map((c) => c.as)).toEqual(['CHAIR', 'MINUTE_TAKER']);
  });

  it('finds out when the database was changed behind its back', async () => {
    const seen = await finished();
    await confirm(secretary, seen);
    await at.db.write(`update meeting set place = 'Nơi khác' where id = $1`, [seen.id]);
    const sent = { meetingId: seen.id, contentHash: seen.contentHash ?? '' };
    expect(await taker.refused(confirmMinutes, sent, await read(seen.id))).toBe('meetings/content-changed');
  });

  it('ends every way to change what was confirmed; after it there are only addenda', async () => {
    const seen = await finished();
    const meetingId = seen.id;
    expect(await secretary.refused(addAddendum, { meetingId, text: ADDED }, seen)).toBe('meetings/minutes-not-locked');
    await confirm(taker, seen);
    const locked = await read(meetingId);
    const draft = await secretary.do(getResolution, { meetingId });
    const routes = {
      write: await taker.refused(writeMinutes, { meetingId, content: { ...content, speakers: 10 } }, locked),
      readBack: await taker.refused(readBackMinutes, { meetingId }, locked),
      mark: await taker.refused(markRoll, {
        meetingId,
        events: [{ type: 'guest', id: randomUUID(), at: '2026-12-03T12:30:00.000Z', name: 'Khách' }],
      }),
      closeRoll: await taker.refused(closeRoll, { meetingId }, await secretary.do(getMeeting, { meetingId })),
      vote: await taker.refused(recordVote, { meetingId, ...ballot }),
      withdraw: await taker.refused(withdrawVote, { meetingId, voteId: randomUUID(), reason: 'Ghi nhầm' }),
      draft: await taker.refused(draftResolution, { meetingId, content: { items: [] } }, draft),
      adopt: await secretary.refused(adoptResolution, { meetingId, voteId: randomUUID() }, draft),
    };
    expect(routes).toEqual({
      write: 'meetings/minutes-locked',
      readBack: 'meetings/minutes-locked',
      mark: expect.stringMatching(/^meetings\/(roll-closed|not-in-state)$/),
      closeRoll: expect.stringMatching(/^meetings\/(roll-closed|not-in-state)$/),
      vote: 'meetings/not-in-state',
      withdraw: 'meetings/not-in-state',
      draft: 'meetings/not-in-state',
      adopt: 'meetings/not-in-state',
    });
    await secretary.do(addAddendum, { meetingId, text: ADDED }, locked);
    const added = await read(meetingId);
    expect(added).toMatchObject({ content, contentHash: seen.contentHash, addenda: [{ text: ADDED, by: village.people[0]?.name }] });
  });

  it('is followed by the scan of the signed paper, which must be a picture that the same person has uploaded', async () => {
    const seen = await finished();
    const meetingId = seen.id;
    await confirm(secretary, seen);
    const both = await confirm(taker, seen);
    const upload = (by: string, type: string) => at.world.service.app.get(Files).put([Buffer.from('scan')], { by, type });
    const [word, anothers, scan] = [
      await upload(secretary.actor.id, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
      await upload('taker', 'application/pdf'),
      await upload(secretary.actor.id, 'application/pdf'),
    ];
    for (const { fileId } of [word, anothers]) {
      expect(await secretary.refused(declareSigned, { meetingId, how: 'SCAN', fileId }, both)).toBe('meetings/scan-missing');
    }
    expect((await secretary.do(declareSigned, { meetingId, how: 'SCAN', fileId: scan.fileId }, both)).signed).toMatchObject({ how: 'SCAN' });
  });

  it('by both and the paper signed ends in MINUTES_SIGNED; still nothing changes', async () => {
    const seen = await finished();
    const meetingId = seen.id;
    await confirm(secretary, seen);
    const both = await confirm(taker, seen);
    expect(await secretary.refused(declareSigned, { meetingId, how: 'SCAN' }, both)).toBe('meetings/scan-missing');
    expect(await secretary.refused(declareSigned, { meetingId, how: 'SCAN', fileId: randomUUID() }, both)).toBe('meetings/scan-missing');
    const signed = await secretary.do(declareSigned, { meetingId, how: 'PAPER_IN_BOOK' }, both);
    expect(signed.signed).toMatchObject({ how: 'PAPER_IN_BOOK' });
    expect(await secretary.do(getMeeting, { meetingId })).toMatchObject({ state: 'MINUTES_SIGNED' });
    expect(await taker.refused(writeMinutes, { meetingId, content }, signed)).toBe('meetings/minutes-locked');
    expect(await secretary.refused(declareSigned, { meetingId, how: 'PAPER_IN_BOOK' }, signed)).toBe('meetings/not-in-state');
    await secretary.do(addAddendum, { meetingId, text: ADDED }, signed);
  });
});

describe('votes', () => {
  it('are counted against the closed roll: 24 of 26 official members, as story 1 says', async () => {
    const { id: meetingId } = await at.session(village, [24, 25]);
    // 24 official members are there, and the probationary one: their vote would be the twenty-fifth.
    expect(await taker.refused(recordVote, { meetingId, ...ballot, noOpinion: 1 })).toBe('meetings/more-votes-than-voters');
    const vote = await taker.do(recordVote, { meetingId, ...ballot });
    expect(vote).toMatchObject({ denominator: 26, passed: true, printed: '24/26 (92,3%)' });
    const lost = await taker.do(recordVote, { meetingId, ...ballot, matter: 'ADMISSION', inFavor: 17, against: 7 });
    expect(lost).toMatchObject({ passed: false, printed: '17/26 (65,4%)' });
    expect((await secretary.do(listVotes, { meetingId })).items).toEqual([vote, lost]);
    // Written down wrongly: taken back with the reason, and gone from the page.
    const withdrawal = { meetingId, voteId: lost.id, reason: 'Ghi nhầm' };
    expect(await taker.do(withdrawVote, withdrawal)).toEqual({ items: [vote] });
    expect(await taker.refused(withdrawVote, withdrawal)).toBe('request/not-found');
    expect(await at.secretary(elsewhere).refused(withdrawVote, { ...withdrawal, voteId: vote.id })).toBe('request/not-found');
  });

  it('are taken of the seats where a committee meets', async () => {
    const { id: meetingId } = await at.session(board, [4]);
    const vote = await at.secretary(board).do(recordVote, { meetingId, ...ballot, inFavor: 3, against: 1 });
    expect(vote).toMatchObject({ denominator: 5, passed: true, printed: '3/5 (60%)' });
  });

  it('are none where two official members are left: such a cell adopts nothing', async () => {
    const { id: meetingId } = await at.session(small);
    const two = at.secretary(small);
    expect(await two.refused(recordVote, { meetingId, ...ballot, inFavor: 2 })).toBe('meetings/too-few-official');
    expect(await two.refused(adoptResolution, { meetingId, voteId: randomUUID() }, { version: 1 })).toBe('meetings/too-few-official');
  });
});

describe('what the database holds', () => {
  it('not a word of the minutes in any table, beside the sealed ones', async () => {
    const seen = await finished();
    await confirm(secretary, seen);
    await secretary.do(addAddendum, { meetingId: seen.id, text: ADDED }, await read(seen.id));
    const tables = await at.db.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    expect(tables.map((t) => t.name)).toEqual(expect.arrayContaining(['minutes', 'minutes_addendum', 'audit', 'outbox', 'idempotency', 'job']));
    const holding = async (words: string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await at.db.query(`select 1 from ${name} r where r::text like any($1) limit 1`, [words.map((w) => `%${w}%`)]);
        if (rows.length > 0) found.push(name);
      }
      return found;
    };
    expect(await holding(['Nhà văn hóa thôn'])).toEqual(expect.arrayContaining(['meeting', 'idempotency']));
    expect(await holding(['Hoàng Yến', 'hoàng yến', 'Đường liên thôn'])).toEqual([]);
    const [sealedRow] = await at.db.query<{ text: string }>('select content_sealed as text from minutes where id = $1', [seen.id]);
    expect(sealedRow?.text).toMatch(new RegExp(`^1\\.minutes\\.content:${seen.id}\\.`));
  });
});
