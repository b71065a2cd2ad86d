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
/** A cell's meeting is an evening: longer no page keeps a session for it. */
const HELD_MS = 4 * 3600 * 1000;
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
  /** With a second factor. */
  readonly strong: boolean;
}

interface Row {
  id: string;
  account_id: string;
  person_id: string | null;
  last_seen: Date;
  ends_at: Date;
  second_at: Date | null;
}

/** What this process trusts of a session for a moment. */
interface Known {
  readonly session: OpenSession;
  readonly until: number;
  /** When somebody was last seen in it, as the database has it. */
  seenAt: number;
}

/** What is on its way while the cookie changes still comes with the one before. */
const FORMER_MS = 20_000;

const hashOf = (reference: string): Buffer => createHash('sha256').update(reference).digest();

/** The sessions of everybody who is signed in. The browser holds a random reference, the database its digest. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, Known>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and answers the reference for its cookie: 256 random bits, base64url. */
  async begin({ accountId, personId, agent, address, strong }: Opened): Promise<{ reference: string; session: OpenSession }> {
    const reference = randomBytes(32).toString('base64url');
    const now = this.clock.millis();
    const row: Row = {
      id: newId(now),
      account_id: accountId,
      person_id: personId ?? null,
      last_seen: new Date(now),
      ends_at: new Date(now + ABSOLUTE_MS),
      second_at: strong ? new Date(now) : null,
    };
    await this.db.write('delete from session where ends_at < $1 or greatest(last_seen, held_seen) < $2', [row.last_seen, new Date(now - IDLE_MS)]);
    await this.db.write(
      `insert into session (reference_hash, id, account_id, person_id, created_at, last_seen, ends_at, agent, address, second_at)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
      [hashOf(reference), row.id, accountId, row.person_id, row.last_seen, row.ends_at, agent.slice(0, AGENT_LENGTH), address, row.second_at],
    );
    return { reference, session: opened(row) };
  }

  /**
   * The session of a reference, if it is open; being asked for keeps it from falling idle. One that has fallen idle is open still for
   * the meeting whose page holds it, and for nothing else. `quiet`: what asks is no person: a page
   * by itself, or our own counting of requests.
   */
  async of(reference: string, meetingId?: string, quiet = false): Promise<OpenSession | undefined> {
    const now = this.clock.millis();
    const known = await this.known(reference, now);
    if (!known) return meetingId === undefined ? undefined : this.held(hashOf(reference), meetingId, now);
    if (!quiet && now - known.seenAt > SEEN_MS) {
      known.seenAt = now;
      await this.db.write('update session set last_seen = $2 where id = $1', [known.session.id, new Date(now)]);
    }
    return known.session;
  }

  private async known(reference: string, now: number): Promise<Known | undefined> {
    const trusted = this.cache.get(reference);
    if (trusted && trusted.until > now) return trusted;
    this.cache.delete(reference);
    const row = await this.open(hashOf(reference), now);
    if (!row) return undefined;
    const known = { session: opened(row), until: Math.min(now + CACHE_MS, row.ends_at.getTime()), seenAt: row.last_seen.getTime() };
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(reference, known);
    return known;
  }

  /** The page of a meeting that is being held keeps the session for it. */
  async hold({ id }: OpenSession, meetingId: string): Promise<void> {
    await this.db.write(
      `update session set held_seen = $3, held_meeting = $2,
         held_since = case when held_meeting = $2 then held_since else $3 end where id = $1`,
      [id, meetingId, new Date(this.clock.millis())],
    );
  }

  /** Does not count as being seen: the rest of the session stays idle. */
  private async held(hash: Buffer, meetingId: string, now: number): Promise<OpenSession | undefined> {
    const [row] = await this.db.query<Row>(
      `select id, account_id, person_id, last_seen, ends_at, second_at from session
       where reference_hash = $1 and ends_at > $2 and held_meeting::text = $3 and held_since > $4 and held_seen > $5`,
      [hash, new Date(now), meetingId, new Date(now - HELD_MS), new Date(now - IDLE_MS)],
    );
    return row && opened(row);
  }

  /** A second factor was given: the session is strong from now on, and has another reference (reliability.md F24). Answers it. */
  async strengthen(reference: string): Promise<string> {
    const next = randomBytes(32).toString('base64url');
    const now = this.clock.millis();
    await this.db.write(
      `update session set second_at = $3, reference_hash = $2, former_hash = $1, former_until = $4
       where reference_hash = $1 or (former_hash = $1 and former_until > $3)`,
      [hashOf(reference), hashOf(next), new Date(now), new Date(now + FORMER_MS)],
    );
    this.forget();
    return next;
  }

  /** Ends the session of a reference. */
  async end(reference: string): Promise<void> {
    this.forget();
    await this.db.write('delete from session where $1 in (reference_hash, former_hash)', [hashOf(reference)]);
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

  private async open(hash: Buffer, now: number): Promise<Row | undefined> {
    const [row] = await this.db.hot<Row>(
      `select id, account_id, person_id, last_seen, ends_at, second_at from session
       where (reference_hash = $1 or (former_hash = $1 and former_until > $2)) and ends_at > $2 and last_seen > $3`,
      [hash, new Date(now), new Date(now - IDLE_MS)],
    );
    return row;
  }
}

function opened(row: Row): OpenSession {
  return {
    id: row.id,
    actor: {
      id: row.account_id,
      session: row.id,
      ...(row.person_id ? { person: row.person_id } : {}),
      ...(row.second_at ? { secondAt: row.second_at.getTime() } : {}),
    },
    endsAt: row.ends_at.toISOString(),
  };
}
