import { auditOfMembership } from '@vungmanh/contracts/audit';
import { listAccounts } from '@vungmanh/contracts/identity/account';
import { markRoll, getRoll } from '@vungmanh/contracts/meetings/roll';
import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { addAddendum } from '@vungmanh/contracts/meetings/minutes';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { listTasks, reportTaskFor } from '@vungmanh/contracts/meetings/task';
import { getMember, listMembers, rosterOf } from '@vungmanh/contracts/membership/member';
import { correctMember, enterMember } from '@vungmanh/contracts/membership/member-change';
import type { Operation } from '@vungmanh/contracts/operation';
import { downloadExport, getExport, startExport } from '@vungmanh/contracts/organization/export';
import { personalData } from '@vungmanh/contracts/privacy/register';
import type { PersonalField } from '@vungmanh/contracts/privacy/field';
import { behindTheBack } from '@vungmanh/testing/dump';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningPlatform } from '../../../../infra/local/platform.mjs';
import { startProvince } from '../../setup/province.mjs';
import { Canaries } from '../../src/canaries/canaries.js';
import { openCases } from '../../src/canaries/cases.js';
import { huntDatabase, huntFolder, note, type Found } from '../../src/canaries/hunt.js';
import { enterPeople, importPeople, nameOf, openAccounts } from '../../src/canaries/plant.js';
import { MeetingWalk } from '../../src/meeting-walk.js';
import { Person } from '../../src/person.js';
import { staffOf } from '../../src/staff.js';
import { eventually } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const services = ['identity', 'organization', 'membership', 'meetings', 'inspection', 'training', 'gateway'] as const;
const register: readonly PersonalField[] = personalData;
const canaries = new Canaries();
const dataDir = mkdtempSync(join(tmpdir(), 'vungmanh-canaries-'));

/** reliability.md F36, F37; ASVS 14.2.1, 16.2.5: ten thousand values go in by every door, and are looked for where they have no business. */
describe('what is held of people', () => {
  let platform: RunningPlatform;
  let officer: Person;
  let village: Village;
  let anybody: string;
  /** Bodies of refusals, and the addresses that were asked. */
  const problems: string[] = [];
  const addresses: string[] = [];
  let inTables: Found;

  beforeAll(async () => {
    const started = await startProvince(dataDir, { LOG_LEVEL: 'debug' });
    platform = started.platform;
    const where = { baseUrl: platform.baseUrl, provinceId: started.provinceId };
    officer = await Person.signedIn('canbo.tinh', platform.baseUrl);
    const { communeId, cells } = await importPeople(officer, started.provinceId, canaries);
    const [entered = ''] = await enterPeople(officer, cells, canaries);
    anybody = entered;
    const accounts = await openAccounts(officer, cells[0] ?? '', canaries);
    village = await foundVillage({ number: '651', official: 5, probationary: 0, termFrom: '2025-08-01' }, where);
    await holdMeeting();
    for (const { status, text } of await openCases(officer, village, canaries)) keep(status, text);
    await read(communeId, cells);
    await fail(cells[0] ?? '', accounts);
    addresses.push(...officer.asked);
    inTables = await tables();
  }, 240_000);
  afterAll(async () => {
    await platform?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A whole month with a canary wherever somebody writes. */
  async function holdMeeting(): Promise<void> {
    process.env['TEST_BASE_URL'] = platform.baseUrl;
    const staff = await staffOf(village);
    const nodeId = village.cell.id;
    await officer.doOnceKnown(generatePlan, { nodeId, year: 2026 });
    const { items } = await officer.do(listMeetings, { nodeId, from: '2026-10', to: '2026-10', kind: 'REGULAR' });
    const walk = new MeetingWalk(items[0]?.id ?? '', village, staff);
    const { meetingId } = walk;
    await walk.prepare({ startsAt: '2026-10-01T00:30:00Z' });
    await walk.notice('Họp sớm');
    await walk.open('2026-10-01T00:40:00Z');
    const at = '2026-10-01T00:45:00Z';
    const guest = { type: 'guest' as const, id: randomUUID(), at, name: `Lò ${canaries.word('guest')}`, office: canaries.word('guest') };
    const [person] = village.members.slice(3);
    const mark = {
      type: 'mark' as const,
      id: randomUUID(),
      at,
      personId: person?.id ?? '',
      state: 'ABSENT_EXCUSED' as const,
      reason: 'ILLNESS' as const,
    };
    await staff.minuteTaker.do(markRoll, { meetingId, events: [guest, { ...mark, note: canaries.word('attendance') }] });
    await staff.minuteTaker.do(getRoll, { meetingId });
    await walk.roll(at, [person?.id ?? '']);
    await walk.minutes({
      items: [{ agendaIndex: 0, account: canaries.word('minutes'), conclusion: canaries.word('minutes') }],
      ideology: canaries.word('minutes'),
      selfCriticism: canaries.word('minutes'),
      praise: canaries.word('minutes'),
      otherConclusion: canaries.word('minutes'),
      speakers: 1,
      concerns: [{ topic: canaries.word('minutes'), count: 1, answer: canaries.word('minutes') }],
    });
    const { id } = await walk.vote(4);
    const doer = village.minuteTaker.id;
    await walk.draft([
      {
        id: randomUUID(),
        content: 'Làm đường',
        requirement: 'Đủ',
        measure: 'Đo',
        deadline: '2026-10-30',
        doerIds: [doer],
        doerIsBody: false,
        checkerId: village.secretary.id,
        degree: '100%',
      },
    ]);
    await walk.adopt(id);
    await walk.close('2026-10-01T00:59:00Z', 'Ít việc');
    await walk.confirm();
    const { items: tasks } = await eventually(
      () => staff.secretary.do(listTasks, { nodeId }),
      (list) => list.items.length > 0,
    );
    const [task] = tasks;
    await staff.secretary.do(reportTaskFor, { taskId: task?.id ?? '', text: canaries.word('task') }, { version: task?.version ?? 0 });
    const minutes = await staff.secretary.send(addAddendum, { meetingId, text: canaries.word('minutes') }, { version: 1 });
    keep(minutes.status, minutes.text);
    addresses.push(...staff.secretary.asked, ...staff.minuteTaker.asked);
  }

  /** Lists, searches, records and exports. */
  async function read(communeId: string, cells: readonly string[]): Promise<void> {
    const list = await officer.do(listMembers, { nodeId: communeId, limit: 200 });
    expect(list.items).toHaveLength(200);
    await officer.do(listMembers, { nodeId: communeId, limit: 200, cursor: list.next });
    for (const { name } of list.items.slice(0, 5)) {
      const found = await officer.do(listMembers, { nodeId: communeId, q: name });
      expect(found.items.map((m) => m.name)).toContain(name);
      await officer.do(listAccounts, { search: name });
    }
    for (const { id } of list.items.slice(0, 5)) await officer.do(getMember, { personId: id });
    await officer.do(rosterOf, { nodeId: cells[0] ?? '' });
    const run = await officer.do(startExport, { nodeId: communeId });
    await eventually(
      () => officer.do(getExport, { exportId: run.id }),
      (e) => e.state === 'DONE',
      60_000,
    );
    const { bytes } = await officer.download(downloadExport, { exportId: run.id });
    expect(bytes.length).toBeGreaterThan(50_000);
    const auditor = await officer.send(auditOfMembership, { nodeId: communeId });
    keep(auditor.status, auditor.text);
  }

  /** Every kind of mistake, with something personal in the wrong place. */
  async function fail(cellId: string, accounts: readonly { username: string; password: string }[]): Promise<void> {
    const about = { nodeId: cellId, status: 'OFFICIAL', admittedOn: '2010-02-03', enrolledOn: '2026-09-01' };
    const wrong: readonly [Operation, object, number?][] = [
      [enterMember, { ...about, name: nameOf(canaries), cardNumber: `${canaries.number('cardNumber')}9` }],
      [enterMember, { ...about, name: nameOf(canaries), citizenNumber: `x${canaries.number('citizenNumber')}` }],
      [enterMember, { ...about, name: nameOf(canaries), phone: canaries.number('phone').repeat(4) }],
      [enterMember, { ...about, name: `${nameOf(canaries)}\u0000` }],
      [enterMember, { ...about, name: nameOf(canaries), admittedOn: canaries.word('membership') }],
      [enterMember, { ...about, name: nameOf(canaries), [canaries.word('name')]: canaries.word('name') }],
      [enterMember, { ...about, name: { text: canaries.word('name') } }],
      [enterMember, { ...about, name: nameOf(canaries), status: canaries.word('membership') }],
      [enterMember, { ...about, name: nameOf(canaries), nodeId: canaries.word('membership') }],
      [enterMember, { ...about, name: nameOf(canaries), nodeId: randomUUID() }],
      [correctMember, { personId: anybody, name: nameOf(canaries), reason: canaries.word('reasons') }, 999],
      [correctMember, { personId: randomUUID(), name: nameOf(canaries), reason: canaries.word('reasons') }, 1],
    ];
    for (const [operation, input, version] of wrong) {
      const { status, text } = await officer.send(operation, input, version === undefined ? {} : { version });
      expect(status).toBeGreaterThanOrEqual(400);
      keep(status, text);
    }
    // A number that somebody has already.
    const citizenNumber = canaries.number('citizenNumber');
    const twice = { ...about, status: 'OFFICIAL' as const, citizenNumber };
    await officer.do(enterMember, { ...twice, name: nameOf(canaries) });
    const second = await officer.send(enterMember, { ...twice, name: nameOf(canaries) });
    expect(second.status).toBe(409);
    keep(second.status, second.text);
    for (const body of [`{"name":"${canaries.word('name')}`, canaries.word('name'), `["${canaries.word('name')}"]`]) {
      const answer = await fetch(`${platform.baseUrl}/api/members`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-requested-with': 'vungmanh',
          cookie: officer.sessionCookie,
          'idempotency-key': randomUUID(),
        },
      });
      keep(answer.status, await answer.text());
    }
    const upload = await officer.sendFile(Buffer.from(`%PNG ${canaries.word('name')}`));
    keep(upload.status, upload.text);
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: Error) => keep(401, error.message),
      );
    for (const { username, password } of accounts) {
      await Person.signedIn(username, platform.baseUrl, password);
      await refused(Person.signedIn(username, platform.baseUrl, canaries.word('password')));
      // The password in the field of the name.
      await refused(Person.signedIn(password, platform.baseUrl, canaries.word('password')));
    }
  }

  const keep = (status: number, text: string): void => {
    if (status >= 400) problems.push(text);
  };

  async function tables(): Promise<Found> {
    const found: Found = new Map();
    for (const service of services) {
      const hunted = await huntDatabase(service, platform.services[service].ownerUrl, canaries);
      for (const [place, kinds] of hunted.found) found.set(place, kinds);
      expect(hunted.rows).toBeGreaterThan(0);
    }
    return found;
  }

  it('was ten thousand values and more, and the search finds them where they belong', () => {
    expect(canaries.count).toBeGreaterThan(10_000);
    for (const place of ['membership.person.name', 'membership.person.home_town', 'meetings.person_name.name', 'identity.account.username'])
      expect([place, inTables.has(place)]).toEqual([place, true]);
  });

  it('stands readable in the columns that the register names, and nowhere else', () => {
    const stray: string[] = [];
    for (const [place, kinds] of inTables) {
      for (const kind of kinds) {
        const field = register.find((f) => f.key === kind);
        if (field?.stored !== 'CLEAR' || !field.columns.some((c) => c === place)) stray.push(`${kind} in ${place}`);
      }
    }
    expect(stray.toSorted()).toEqual([]);
  });

  it('is in no log, though every service says all that it can', () => {
    const { found, bytes } = huntFolder(platform.directories.logs, canaries);
    expect([...found.keys()]).toEqual([]);
    expect(bytes).toBeGreaterThan(1000);
  });

  it('is in no event: neither on its way nor in the stream', () => {
    const { found, bytes } = huntFolder(join(dataDir, 'jetstream'), canaries);
    expect([...found.keys()]).toEqual([]);
    expect(bytes).toBeGreaterThan(10_000);
    // What is kept there can be read, and would be found: the ids of these very people stand in it.
    const person = { in: (text: string) => new Map(text.includes(anybody) ? [['name' as const, anybody]] : []) };
    expect([...huntFolder(join(dataDir, 'jetstream'), Object.assign(Object.create(canaries), person)).found.keys()].length).toBeGreaterThan(0);
  });

  it('is in no file of the store: workbooks and papers lie there sealed', () => {
    const { found, bytes } = huntFolder(platform.directories.files, canaries);
    expect([...found.keys()]).toEqual([]);
    expect(bytes).toBeGreaterThan(100_000);
  });

  it('is in no refusal and in no address', () => {
    expect(problems.length).toBeGreaterThan(20);
    const found: Found = new Map();
    for (const body of problems) note(found, body.slice(0, 200), canaries.in(body));
    expect([...found.keys()]).toEqual([]);
    expect(addresses.length).toBeGreaterThan(100);
    for (const address of addresses) note(found, address, canaries.in(decodeURIComponent(address)));
    expect([...found.keys()]).toEqual([]);
  });

  it('would be found if it leaked: into a log, an event, a column that is sealed', async () => {
    const leaked = canaries.number('citizenNumber');
    appendFileSync(join(platform.directories.logs, 'planted.log'), `{"msg":"Số ${leaked} đã có"}\n`);
    appendFileSync(
      join(dataDir, 'jetstream', 'planted.blk'),
      Buffer.from(`\u0000\u0001{"items":[{"name":"${canaries.word('name').toUpperCase()}"}]}`),
    );
    expect([...huntFolder(platform.directories.logs, canaries).found.keys()]).toEqual(['planted.log']);
    expect([...huntFolder(join(dataDir, 'jetstream'), canaries).found.keys()]).toEqual(['planted.blk']);
    const { ownerUrl } = platform.services.membership;
    await behindTheBack(ownerUrl, 'update person set phone = $1, card_index = $2 where id = $3', [leaked, Buffer.from(leaked), anybody]);
    const event = `insert into outbox (id, name, payload, trace, created_at) values (uuidv7(), 'x', jsonb_build_object('said', $1::text), '', now())`;
    await behindTheBack(ownerUrl, event, [leaked]);
    const { found } = await huntDatabase('membership', ownerUrl, canaries);
    for (const column of ['person.phone', 'person.card_index', 'outbox.payload'])
      expect(found.get(`membership.${column}`)?.has('citizenNumber')).toBe(true);
    const cursor = Buffer.from(JSON.stringify([canaries.word('name')])).toString('base64url');
    expect(canaries.in(`/api/members?cursor=${cursor}`).has('name')).toBe(true);
  });
});
