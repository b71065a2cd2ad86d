import { Injectable } from '@nestjs/common';
import type { MySession } from '@vungmanh/contracts/gateway/session';
import { newId } from '@vungmanh/contracts/new-id';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { createHash, randomBytes } from 'node:crypto';

/** ASVS 7.3: documented limits of a session. */
export const IDLE_MINUTES = 30;
const ABSOLUTE_MS = 12 * 3600 * 1000;
const IDLE_MS = IDLE_MINUTES * 60 * 1000;
/** How long this process may go on trusting a session that another one has ended. */
const CACHE_MS = 2000;
/** Being seen is written at most so often: a session ends up to this much early, never late. */
const SEEN_MS = 60_000;
const CACHE_SIZE = 20_000;
const AGENT_LENGTH = 200;

/** An open session: who asks in it, ready to be signed into a token. */
export interface OpenSession {
  readonly id: string;
  readonly actor: Actor;
  /** ISO 8601. */
  readonly endsAt: string;
}

/** Whose session begins, and from where. */
export interface Opened {
  readonly accountId: string;
  readonly personId?: string | undefined;
  readonly agent: string;
  readonly address: string;
}

interface Row {
  id: string;
  account_id: string;
  person_id: string | null;
  last_seen: Date;
  ends_at: Date;
}

const hashOf = (reference: string): Buffer => createHash('sha256').update(reference).digest();

/** The sessions of everybody who is signed in. The browser holds a random reference, the database its digest. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, { session: OpenSession; until: number }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and answers the reference for its cookie: 256 random bits, base64url. */
  async begin({ accountId, personId, agent, address }: Opened): Promise<{ reference: string; session: OpenSession }> {
    const reference = randomBytes(32).toString('base64url');
    const now = this.clock.millis();
    const row: Row = {
      id: newId(now),
      account_id: accountId,
      person_id: personId ?? null,
      last_seen: new Date(now),
      ends_at: new Date(now + ABSOLUTE_MS),
    };
    await this.db.write('delete from session where ends_at < $1 or last_seen < $2', [row.last_seen, new Date(now - IDLE_MS)]);
    await this.db.write(
      `insert into session (reference_hash, id, account_id, person_id, created_at, last_seen, ends_at, agent, address)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [hashOf(reference), row.id, accountId, row.person_id, row.last_seen, row.ends_at, agent.slice(0, AGENT_LENGTH), address],
    );
    return { reference, session: opened(row) };
  }

  /** The session of a reference, if it is open; being asked for keeps it from falling idle. */
  async of(reference: string): Promise<OpenSession | undefined> {
    const now = this.clock.millis();
    const known = this.cache.get(reference);
    if (known && known.until > now) return known.session;
    this.cache.delete(reference);
    const row = await this.seen(hashOf(reference), now);
    if (!row) return undefined;
    const session = opened(row);
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(reference, { session, until: Math.min(now + CACHE_MS, row.ends_at.getTime()) });
    return session;
  }

  /** Ends the session of a reference. */
  async end(reference: string): Promise<void> {
    this.cache.delete(reference);
    await this.db.write('delete from session where reference_hash = $1', [hashOf(reference)]);
  }

  /** The open sessions of the account that this one is of. */
  async besides(own: OpenSession): Promise<MySession[]> {
    const now = this.clock.millis();
    const rows = await this.db.query<Row & { agent: string; address: string; created_at: Date }>(
      `select id, agent, address, created_at, last_seen from session
       where account_id = $1 and ends_at > $2 and last_seen > $3 order by last_seen desc, id desc`,
      [own.actor.id, new Date(now), new Date(now - IDLE_MS)],
    );
    return rows.map(({ id, agent, address, created_at, last_seen }) => ({
      id,
      agent,
      address,
      current: id === own.id,
      beganAt: created_at.toISOString(),
      lastSeen: last_seen.toISOString(),
    }));
  }

  /** Ends that session of the same account or, without one, all but its own. Answers how many. */
  async endOf(own: OpenSession, id: string | undefined): Promise<number> {
    const ended = await this.db.write(
      'delete from session where account_id = $1 and (id = $2 or ($2::uuid is null and id <> $3)) returning 1 as ended',
      [own.actor.id, id ?? null, own.id],
    );
    this.forget();
    return ended.length;
  }

  /** Forgets what this process trusts: sessions were ended elsewhere. */
  forget(): void {
    this.cache.clear();
  }

  private async seen(hash: Buffer, now: number): Promise<Row | undefined> {
    const [row] = await this.db.hot<Row>(
      `select id, account_id, person_id, last_seen, ends_at from session
       where reference_hash = $1 and ends_at > $2 and last_seen > $3`,
      [hash, new Date(now), new Date(now - IDLE_MS)],
    );
    if (row && now - row.last_seen.getTime() > SEEN_MS) {
      await this.db.write('update session set last_seen = $2 where reference_hash = $1', [hash, new Date(now)]);
    }
    return row;
  }
}

function opened(row: Row): OpenSession {
  return {
    id: row.id,
    actor: { id: row.account_id, session: row.id, ...(row.person_id ? { person: row.person_id } : {}) },
    endsAt: row.ends_at.toISOString(),
  };
}
