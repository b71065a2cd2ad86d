import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';

export type CodeKind = 'RECOVERY' | 'CARD';
type AnyKind = CodeKind | 'INVITATION';

/** Ten for an emergency; a card lasts a cell's secretary for a year and more. */
const HOW_MANY: Record<AnyKind, number> = { RECOVERY: 10, CARD: 40, INVITATION: 1 };
/** Without those that are taken for one another on paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CARD_DIGITS = 8;
const LETTERS_LONG = 10;

/** The digest by which a code is found. The key is not in the database: who has only that cannot try codes. */
export const digestOf = (sealer: Sealer, kind: AnyKind, accountId: string, code: string): Buffer =>
  sealer.indexOf('one-time-code', `${kind}:${accountId}:${code}`);

/**
 * Codes from a seed that is used once. The same seed makes the same codes: an answer that was lost on the way is answered again
 * without being kept anywhere.
 */
export function codesOf(sealer: Sealer, kind: AnyKind, seed: string): string[] {
  return Array.from({ length: HOW_MANY[kind] }, (_, i) => {
    const bytes = sealer.indexOf('code-seed', `${kind}:${seed}:${i}`);
    if (kind === 'CARD') return String(bytes.readUIntBE(0, 6) % 10 ** CARD_DIGITS).padStart(CARD_DIGITS, '0');
    return Array.from({ length: LETTERS_LONG }, (_letter, j) => LETTERS.charAt(bytes.readUInt16BE(2 * j) % LETTERS.length)).join('');
  });
}

/** Puts new codes in the place of whatever the account had of that kind. */
export async function placeCodes(
  tx: Tx,
  sealer: Sealer,
  kind: CodeKind,
  { accountId, codes }: { accountId: string; codes: string[] },
): Promise<void> {
  await tx.query('delete from one_time_code where account_id = $1 and kind = $2', [accountId, kind]);
  await tx.query(
    `insert into one_time_code (account_id, kind, position, code_hash)
     select $1, $2, n, h from unnest($3::bytea[]) with ordinality as of_code(h, n)`,
    [accountId, kind, codes.map((code) => digestOf(sealer, kind, accountId, code))],
  );
}
