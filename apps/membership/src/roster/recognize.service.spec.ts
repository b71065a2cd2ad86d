import { enterMember } from '@vungmanh/contracts/membership/member-change';
import { personFacts, recognizePeople, type Described } from '@vungmanh/contracts/membership/recognize';
import type { InputOf, Operation, OutputOf } from '@vungmanh/contracts/operation';
import type { ServiceName } from '@vungmanh/contracts/service';
import { certificateSnapshot } from '@vungmanh/contracts/training/certificate';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Problem } from '@vungmanh/platform/problem';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { membership } from '../service.js';

const commune = committeeNode('Đảng bộ xã Mô Phỏng', province);
const upper = cellNode('Chi bộ bản Trên', commune);
const lower = cellNode('Chi bộ bản Dưới', commune);

let world: World;
let known: string;
let namesakes: string[];
beforeAll(async () => {
  world = await World.start(
    membership,
    { now: '2026-12-10T02:00:00.000Z', nodes: [commune, upper, lower], grants: [grantAt(commune, 'officer')] },
    (w) => w.owns(certificateSnapshot, []),
  );
  const entered = async (name: string, nodeId: string, cardNumber?: string): Promise<string> =>
    (
      await world.person('officer').do(enterMember, {
        name,
        birthDate: '1980-05-19',
        sex: 'FEMALE',
        nodeId,
        status: 'OFFICIAL',
        admittedOn: '2010-02-03',
        officialOn: '2011-02-03',
        enrolledOn: '2012-01-01',
        ...(cardNumber === undefined ? {} : { cardNumber }),
      })
    ).id;
  known = await entered('Lò Thị Mô Phỏng', upper.id, '10000001');
  namesakes = [await entered('Hà Văn Trùng', lower.id), await entered('Hà Văn Trùng', lower.id)];
});
afterAll(() => world?.stop());

const asked = async <O extends Operation>(contract: O, input: InputOf<O>, service: ServiceName = 'training'): Promise<OutputOf<O>> =>
  world.rpc.call(contract, input as never, {
    actor: await new ActorTokens(await readKeys(world.keysDir, service), service, world.clock).forService(),
  });
const found = async (...rows: Omit<Described, 'row'>[]) =>
  (await asked(recognizePeople, { rows: rows.map((one, i) => ({ ...one, row: i + 1 })) })).rows;

describe('whom the rows of a sheet speak of', () => {
  it('is found by card, by id, and by name in a cell, in any writing of it', async () => {
    const rows = await found(
      { card: '10000001', name: 'Tên khác' },
      { personId: known },
      { name: 'lo thi mo phong', nodeId: upper.id },
      { name: 'Lò Thị Mô Phỏng', nodeId: upper.id, birthDate: '1980-05-19' },
    );
    expect(rows.map((row) => [row.row, row.personId, row.birthDate])).toEqual([1, 2, 3, 4].map((row) => [row, known, '1980-05-19']));
  });

  it('is nobody in another cell, under another day of birth or another card', async () => {
    expect(
      await found(
        { name: 'Lò Thị Mô Phỏng', nodeId: lower.id },
        { name: 'Lò Thị Mô Phỏng', nodeId: upper.id, birthDate: '1981-05-19' },
        { card: '10000009' },
      ),
    ).toEqual([]);
  });

  it('is more than one where nothing tells them apart', async () => {
    expect(await found({ name: 'Hà Văn Trùng', nodeId: lower.id })).toEqual([{ row: 1, many: true }]);
    expect(await found({ personId: namesakes[0] ?? '' })).toMatchObject([{ personId: namesakes[0] }]);
  });
});

it('tells what ages are judged by, to training alone', async () => {
  const wanted = { personId: known, birthDate: '1980-05-19', sex: 'FEMALE', admittedOn: '2010-02-03', officialOn: '2011-02-03' };
  expect(await asked(personFacts, { personIds: [known] })).toEqual({ people: [wanted] });
  for (const contract of [personFacts, recognizePeople]) {
    const input = contract === personFacts ? { personIds: [known] } : { rows: [{ row: 1, personId: known }] };
    const code = await asked(contract as Operation, input, 'meetings').catch((error: unknown) => (error instanceof Problem ? error.code : error));
    expect(code).toBe('request/forbidden');
  }
});
