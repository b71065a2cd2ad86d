import { Injectable } from '@nestjs/common';
import type { EditorFactor, FactorNeed } from '@vungmanh/contracts/identity/second-factor';
import type { CodeAsked, CodeWay } from '@vungmanh/contracts/identity/sign-in';
import type { Permission } from '@vungmanh/contracts/permission';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import { allowedSql } from '../grant/held.js';
import { needOf } from './need.rules.js';
import { type CodeKind, digestOf } from './numbered-codes.js';
import { codeAt, SIMULATED_SECRET, stepOf } from './totp.js';

/** What an account has, besides a password, and what it needs. */
export interface Standing {
  readonly accountId: string;
  readonly need: FactorNeed;
  readonly ruled: EditorFactor;
  /** The secret of its own app, or the one that everybody knows. */
  readonly secret: string | undefined;
  readonly simulated: boolean;
  /** The lowest number on its card that was not used; undefined where there is none left. */
  readonly cardNext: number | undefined;
  /** It has been given a card, be it used up. */
  readonly hasCard: boolean;
  readonly cardLeft: number;
  readonly recoveryLeft: number;
  readonly recoveryUsedAt: string | undefined;
}

interface Row {
  secret: string | null;
  ruled: EditorFactor;
  simulated: boolean;
  grants: { permissions: Permission[]; below: boolean }[];
  card_next: number | null;
  has_card: boolean;
  card_left: number;
  recovery_left: number;
  recovery_used_at: Date | null;
}

/** Where a secret lies sealed: the one that counts, and the one whose first code is waited for. */
export const totpPlace = (column: 'secret' | 'pending', accountId: string): string => `totp_factor.${column}:${accountId}`;

/** Second factors as they stand, and whether a code is right. */
@Injectable()
export class Factors {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  millis(): number {
    return this.clock.millis();
  }

  async of(accountId: string): Promise<Standing> {
    const [row] = await this.db.query<Row>(
      `select t.secret, (select editors from second_factor_rule) as ruled, exists (select 1 from simulated_data) as simulated,
         coalesce((select jsonb_agg(jsonb_build_object('permissions', ${allowedSql}, 'below', g.below))
           from account_grant g join role r on r.code = g.role_code
           where g.account_id = a.id and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)), '[]') as grants,
         min(c.position) filter (where c.kind = 'CARD' and c.used_at is null) as card_next,
         coalesce(bool_or(c.kind = 'CARD'), false) as has_card,
         count(*) filter (where c.kind = 'CARD' and c.used_at is null)::integer as card_left,
         count(*) filter (where c.kind = 'RECOVERY' and c.used_at is null)::integer as recovery_left,
         (select n.used_at from recovery_notice n where n.account_id = a.id) as recovery_used_at
       from account a left join totp_factor t on t.account_id = a.id left join one_time_code c on c.account_id = a.id
       where a.id = $1 group by a.id, t.account_id`,
      [accountId, this.clock.today()],
    );
    if (!row) throw refuse('request/not-found');
    const need = needOf(row.grants);
    const own = row.secret === null ? undefined : this.sealer.open(totpPlace('secret', accountId), row.secret);
    const simulated = own === undefined && row.simulated && need !== 'NONE';
    return {
      accountId,
      need,
      ruled: row.ruled,
      secret: own ?? (simulated ? SIMULATED_SECRET : undefined),
      simulated,
      cardNext: row.card_next ?? undefined,
      hasCard: row.has_card,
      cardLeft: row.card_left,
      recoveryLeft: row.recovery_left,
      recoveryUsedAt: row.recovery_used_at?.toISOString(),
    };
  }

  /** What is asked for besides the password; undefined where there is nothing that could be. */
  asked({ secret, simulated, hasCard, cardNext }: Standing): CodeAsked | undefined {
    if (secret === undefined && !hasCard) return undefined;
    return {
      totp: secret !== undefined,
      ...(cardNext === undefined ? {} : { cardNumber: cardNext }),
      ...(simulated ? { simulatedCode: codeAt(SIMULATED_SECRET, this.clock.millis()) } : {}),
    };
  }

  /** By what a code is right, which it is once; undefined when it is not. */
  async take(standing: Standing, typed: string): Promise<CodeWay | undefined> {
    const code = plain(typed);
    if (/^\d{6}$/.test(code)) return (await this.takeTotp(standing, code)) ? 'TOTP' : undefined;
    const kind: CodeKind = /^\d{8}$/.test(code) ? 'CARD' : 'RECOVERY';
    const taken = await this.db.write(
      `with taken as (
         update one_time_code set used_at = $4 where account_id = $1 and kind = $2 and code_hash = $3 and used_at is null
           and (kind = 'RECOVERY' or position = $5) returning account_id, kind),
       noticed as (
         insert into recovery_notice (account_id, used_at) select account_id, $4::timestamptz from taken where kind = 'RECOVERY'
         on conflict (account_id) do update set used_at = excluded.used_at)
       select 1 as taken from taken`,
      [standing.accountId, kind, digestOf(this.sealer, kind, standing.accountId, code), this.clock.now(), standing.cardNext ?? null],
    );
    return taken.length > 0 ? kind : undefined;
  }

  private async takeTotp({ secret, simulated, accountId }: Standing, code: string): Promise<boolean> {
    const step = secret === undefined ? undefined : stepOf(secret, code, this.clock.millis());
    if (step === undefined) return false;
    // Who knows a secret that everybody knows needs no used code.
    if (simulated) return true;
    const taken = await this.db.write('update totp_factor set last_step = $2 where account_id = $1 and last_step < $2 returning 1 as taken', [
      accountId,
      step,
    ]);
    return taken.length > 0;
  }
}

/** As it was made, however it was typed. */
export const plain = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();
