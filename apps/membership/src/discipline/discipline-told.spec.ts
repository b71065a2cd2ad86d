import { disciplineEnded, disciplineInEffect } from '@vungmanh/contracts/inspection/discipline-event';
import { suspensionChanged } from '@vungmanh/contracts/inspection/suspension';
import { getMember, type Member } from '@vungmanh/contracts/membership/member';
import { changeStatus, enterMember, type MemberVersion } from '@vungmanh/contracts/membership/member-change';
import { certificateIssued, certificateSnapshot, type CertificateRow } from '@vungmanh/contracts/training/certificate';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { rosterSnapshot } from '@vungmanh/contracts/membership/roster';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { systemDb } from '@vungmanh/testing/system-db';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { membership } from '../service.js';

const commune = committeeNode('Đảng bộ xã Tam Lư', province);
const cell = cellNode('Chi bộ bản Hậu', commune);

const certificates: CertificateRow[] = [];

let world: World;
beforeAll(async () => {
  world = await World.start(membership, { now: '2026-11-22T03:00:00.000Z', nodes: [commune, cell], grants: [grantAt(commune, 'officer')] }, (w) =>
    w.owns(certificateSnapshot, certificates),
  );
}, 60_000);
afterAll(() => world?.stop());

const officer = () => world.person('officer');
const read = (personId: string): Promise<Member> => officer().do(getMember, { personId });

let serial = 0;
function entered(): Promise<MemberVersion> {
  serial += 1;
  return officer().do(enterMember, {
    name: `Lò Văn Kỷ ${serial}`,
    nodeId: cell.id,
    status: 'OFFICIAL',
    admittedOn: '2010-02-03',
    officialOn: '2011-02-03',
    enrolledOn: '2012-01-01',
  });
}

/** The record once it holds what was told. */
async function until(personId: string, holds: (member: Member) => boolean): Promise<Member> {
  for (let i = 0; i < 80; i += 1) {
    const member = await read(personId);
    if (holds(member)) return member;
    await new Promise((done) => setTimeout(done, 50));
  }
  return read(personId);
}

const statusesOf = (member: Member) => member.statuses.map((one) => [one.status, one.from]);

describe('discipline that inspection tells of', () => {
  it('stands in the record by its form and its day, until its end', async () => {
    const { id: personId } = await entered();
    const about = { id: randomUUID(), personId, nodeId: cell.id };
    await world.publish(disciplineInEffect, [{ ...about, version: 5, form: 'WARNING', from: '2026-11-20' }]);
    expect((await until(personId, (m) => m.disciplines.length > 0)).disciplines).toEqual([{ form: 'WARNING', from: '2026-11-20' }]);
    await world.publish(disciplineEnded, [{ ...about, version: 7, on: '2026-11-21', annulled: false }]);
    const ended = await until(personId, (m) => m.disciplines[0]?.to !== undefined);
    expect(ended.disciplines).toEqual([{ form: 'WARNING', from: '2026-11-20', to: '2026-11-21' }]);
    expect(ended.status).toBe('OFFICIAL');
  });

  it('ends membership by expulsion, and gives it back where it is annulled', async () => {
    const { id: personId } = await entered();
    const about = { id: randomUUID(), personId, nodeId: cell.id };
    await world.publish(disciplineInEffect, [{ ...about, version: 6, form: 'EXPULSION', from: '2026-11-20' }]);
    const expelled = await until(personId, (m) => m.status === 'EXPELLED');
    expect(statusesOf(expelled).at(-1)).toEqual(['EXPELLED', '2026-11-20']);
    expect(expelled.enrollments).toMatchObject([{ nodeId: cell.id, to: '2026-11-20' }]);
    await world.publish(disciplineEnded, [{ ...about, version: 8, on: '2026-11-22', annulled: true }]);
    const back = await until(personId, (m) => m.status === 'OFFICIAL');
    expect(statusesOf(back).at(-1)).toEqual(['OFFICIAL', '2026-11-22']);
    expect(back.enrollments.at(-1)).toMatchObject({ kind: 'OFFICIAL', nodeId: cell.id, from: '2026-11-22' });
    expect(back.disciplines).toEqual([]);
  });

  it('becomes a lighter form by an appeal: whoever was expelled is a member again', async () => {
    const { id: personId } = await entered();
    const about = { id: randomUUID(), personId, nodeId: cell.id };
    await world.publish(disciplineInEffect, [{ ...about, version: 6, form: 'EXPULSION', from: '2026-11-19' }]);
    await until(personId, (m) => m.status === 'EXPELLED');
    await world.publish(disciplineInEffect, [{ ...about, version: 9, form: 'WARNING', from: '2026-11-21' }]);
    const back = await until(personId, (m) => m.status === 'OFFICIAL');
    expect(back.disciplines).toEqual([{ form: 'WARNING', from: '2026-11-19' }]);
  });

  it('comes in any order: an annulled expulsion that is told of late expels nobody', async () => {
    const { id: personId } = await entered();
    const about = { id: randomUUID(), personId, nodeId: cell.id };
    const stored = () => systemDb(world.service).query<{ form: string | null }>('select form from discipline_effect where case_id = $1', [about.id]);
    await world.publish(disciplineEnded, [{ ...about, version: 9, on: '2026-11-22', annulled: true }]);
    for (let i = 0; i < 80 && (await stored()).length === 0; i += 1) await new Promise((done) => setTimeout(done, 50));
    await world.publish(disciplineInEffect, [{ ...about, version: 6, form: 'EXPULSION', from: '2026-11-20' }]);
    for (let i = 0; i < 80 && (await stored())[0]?.form === null; i += 1) await new Promise((done) => setTimeout(done, 50));
    expect(await stored()).toEqual([{ form: 'EXPULSION' }]);
    expect(await read(personId)).toMatchObject({ status: 'OFFICIAL', disciplines: [] });
  });

  it('takes back only what came from it: an expulsion entered by hand stays', async () => {
    const made = await entered();
    const personId = made.id;
    await officer().do(changeStatus, { personId, status: 'EXPELLED', from: '2026-11-10', decision: '12-QĐ/ĐU', reason: 'Theo hồ sơ giấy' }, made);
    await world.publish(disciplineInEffect, [{ id: randomUUID(), version: 3, personId, nodeId: cell.id, form: 'REPRIMAND', from: '2026-11-20' }]);
    expect((await until(personId, (m) => m.disciplines.length > 0)).status).toBe('EXPELLED');
  });
});

it('a suspension stands in the record, as it was told of last', async () => {
  const { id: personId } = await entered();
  const id = randomUUID();
  await world.publish(suspensionChanged, [{ id, version: 3, personId, from: '2026-11-01', to: '2026-11-20' }]);
  await until(personId, (m) => m.suspensions.length > 0);
  await world.publish(suspensionChanged, [{ id, version: 2, personId, from: '2026-11-01', to: '2027-02-01' }]);
  const other = { id: randomUUID(), version: 1, personId, kind: 'COMMITTEE' as const, from: '2026-11-21', to: '2026-11-22' };
  await world.publish(suspensionChanged, [other]);
  expect((await until(personId, (m) => m.suspensions.length > 1)).suspensions).toEqual([
    { kind: 'ACTIVITIES', from: '2026-11-01', to: '2026-11-20' },
    { kind: 'COMMITTEE', from: '2026-11-21', to: '2026-11-22' },
  ]);
  const [row] = (await world.rpc.call(rosterSnapshot, { ids: [personId] }, { actor: await world.service.app.get(ActorTokens).forService() })).items;
  expect(row?.suspensions).toHaveLength(2);
});

it('a certificate stands in the record, and what became of it', async () => {
  const { id: personId } = await entered();
  const row = {
    id: randomUUID(),
    version: 1,
    personId,
    courseCode: 'PARTY_AWARENESS',
    courseLabel: 'Bồi dưỡng nhận thức về Đảng',
    number: '07/2026/GCN',
  };
  const issued: CertificateRow = { ...row, issuedOn: '2026-11-20', expiresOn: '2031-11-20', state: 'VALID' };
  const told = { id: row.id, personId, courseId: randomUUID() };
  certificates.push(issued);
  await world.publish(certificateIssued, [{ ...told, version: 1, state: 'VALID' }]);
  const known = { course: row.courseLabel, number: row.number, issuedOn: '2026-11-20', expiresOn: '2031-11-20' };
  expect((await until(personId, (m) => m.certificates.length > 0)).certificates).toEqual([{ ...known, state: 'VALID' }]);
  certificates[0] = { ...issued, version: 2, state: 'WITHDRAWN' };
  await world.publish(certificateIssued, [{ ...told, version: 2, state: 'WITHDRAWN' }]);
  expect((await until(personId, (m) => m.certificates[0]?.state !== 'VALID')).certificates).toEqual([{ ...known, state: 'WITHDRAWN' }]);
});
