import { listMeetings } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { getRoll } from '@vungmanh/contracts/meetings/roll';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { correctMember, enterMember } from '@vungmanh/contracts/membership/member-change';
import type { Operation, OutputOf, SentOf } from '@vungmanh/contracts/operation';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPlatform } from '../../../../infra/local/platform.mjs';
import { startProvince } from '../../setup/province.mjs';
import { Person } from '../../src/person.js';
import { eventually } from '../../src/time.js';
import { foundVillage, type Village } from '../../src/village.js';

const WRITERS = 3;
const AGREED_WITHIN_MS = 60_000;

/** reliability.md F1–F6: JetStream is a delivery cache; a process may die at any moment. Judged by what was acknowledged to the clients. */
describe('while members are written', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vungmanh-faults-'));
  let platform: RunningPlatform;
  let officer: Person;
  let village: Village;
  let meetingId: string;
  /** Person id → the name that was last acknowledged. */
  const ledger = new Map<string, string>();
  let writing = true;

  beforeAll(async () => {
    const started = await startProvince(dataDir);
    platform = started.platform;
    const where = { baseUrl: platform.baseUrl, provinceId: started.provinceId };
    village = await foundVillage({ number: '401', official: 3, probationary: 0, termFrom: '2025-08-01' }, where);
    officer = await Person.signedIn('canbo.tinh', platform.baseUrl);
    const nodeId = village.cell.id;
    await officer.doOnceKnown(generatePlan, { nodeId, year: 2026 });
    const { items } = await officer.do(listMeetings, { nodeId, from: '2026-11', to: '2026-11', kind: 'REGULAR' });
    meetingId = items[0]?.id ?? '';
  });
  afterAll(async () => {
    writing = false;
    await platform?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** As a client that does not give up: the same request under the same key until it is answered. */
  async function insist<O extends Operation>(contract: O, input: SentOf<O>, version?: number): Promise<OutputOf<O>> {
    for (const key = randomUUID(); ; await sleep(50)) {
      const response = await officer.send(contract, input, { key, ...(version === undefined ? {} : { version }) }).catch(() => undefined);
      if (response?.ok) return response.body as OutputOf<O>;
      if (response && response.status < 500) throw new Error(`${contract.subject}: ${response.status} ${response.text}`);
    }
  }

  async function write(writer: number): Promise<void> {
    for (let n = 0; writing; n++) {
      const about = { nodeId: village.cell.id, birthDate: '1980-01-01', sex: 'MALE' as const, status: 'OFFICIAL' as const };
      const dates = { admittedOn: '2010-02-03', officialOn: '2011-02-03', enrolledOn: '2026-09-01' };
      const name = `Lò Mô Phỏng ${letters(writer)} ${letters(n)}`;
      const entered = await insist(enterMember, { ...about, ...dates, name });
      ledger.set(entered.id, name);
      const corrected = `Vi Mô Phỏng ${letters(writer)} ${letters(n)}`;
      await insist(correctMember, { personId: entered.id, name: corrected, reason: 'Ghi nhầm họ' }, entered.version);
      ledger.set(entered.id, corrected);
    }
  }

  const acknowledged = async (more: number): Promise<void> => {
    const from = ledger.size;
    await eventually(
      async () => ledger.size,
      (size) => size >= from + more,
      AGREED_WITHIN_MS,
    );
  };

  it('the broker loses its whole store and every service is killed once; then all copies agree and nothing acknowledged is lost', async () => {
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i)));
    await acknowledged(5);

    killBroker(join(dataDir, 'jetstream'));
    await acknowledged(5);
    for (const name of ['meetings', 'inspection', 'training', 'membership', 'identity', 'organization', 'gateway'] as const) {
      const { pid } = platform.services[name];
      process.kill(pid, 'SIGKILL');
      await eventually(
        async () => platform.services[name].pid,
        (now) => now !== pid,
        AGREED_WITHIN_MS,
      );
      // Whoever needs the service is answered again.
      await acknowledged(3);
    }
    writing = false;
    await writers;

    const expected = [...ledger, ...village.members.map((m) => [m.id, m.name] as const)].map(([id, name]) => `${id} ${name}`).sort();
    const owner = await eventually(
      () => officer.do(rosterOf, { nodeId: village.cell.id, asOf: '2026-11-03' }),
      (r) => r.items.length >= expected.length,
    );
    expect(owner.items.map((m) => `${m.id} ${m.name}`).sort()).toEqual(expected);
    const copy = await eventually(
      async () => (await officer.do(getRoll, { meetingId })).lines.map((l) => `${l.personId} ${l.name}`).sort(),
      (lines) => JSON.stringify(lines) === JSON.stringify(expected),
      AGREED_WITHIN_MS,
    );
    expect(copy).toEqual(expected);
  }, 240_000);
});

/** The broker comes back by itself, with nothing of what it had. No other work of this process comes between the two. */
function killBroker(store: string): void {
  const pid = Number(
    readdirSync(store)
      .map((f) => /^nats-server_(\d+)\.ports$/.exec(f)?.[1])
      .find(Boolean),
  );
  process.kill(pid, 'SIGKILL');
  rmSync(store, { recursive: true });
}

/** A, B, … Z, BA, BB …: names hold no digits. */
const letters = (n: number): string => (n >= 26 ? letters(Math.floor(n / 26)) : '') + String.fromCharCode(65 + (n % 26));
