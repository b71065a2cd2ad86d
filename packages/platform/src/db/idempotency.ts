import { createHash, hash } from 'node:crypto';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import { refuse } from '../problem.js';
import type { Call } from '../rpc/call.js';
import { REACH_SQL } from './reach.js';
import type { Tx } from './tx.js';

const hashes = new WeakMap<object, Buffer>();

/**
 * SHA-256 of an input as its contract has parsed it: the parser writes the keys in the contract's own order, so that the order in
 * which a client wrote them does not matter. Made once for each input, which nobody changes once it is parsed.
 */
export function hashOfInput(parsed: unknown): Buffer {
  const input = typeof parsed === 'object' ? parsed : null;
  const known = input && hashes.get(input);
  if (known) return known;
  const made = hash('sha256', JSON.stringify(parsed), 'buffer');
  if (input) hashes.set(input, made);
  return made;
}

/** SHA-256 of any value with its keys in order: what a database gives back has them in an order of its own. */
export function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(canonical(value)).digest();
}

/** An import hashes a hundred kilobytes a call: what is flat and in order already goes through the engine's own JSON. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) return JSON.stringify(value);
    for (const each of value) text += `${text && ','}${canonical(each)}`;
    return `[${text}]`;
  }
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.every(([key, each], i) => typeof each !== 'object' && (i === 0 || (entries[i - 1]?.[0] ?? '') < key))) return JSON.stringify(value);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, each] of entries) if (each !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(each)}`;
  return `{${text}}`;
}

/**
 * Takes the key for this transaction; waits while another request holds it. False when an earlier one has answered already. Being a
 * transaction's first statement it also declares its reach, whose parameters are `reach`.
 */
export async function claimKey(tx: Tx, call: Call<Command>, reach: readonly string[]): Promise<boolean> {
  const rows = await tx.query(
    `with reached as materialized (${REACH_SQL})
     insert into idempotency (actor_id, operation, key, input_hash)
     select $5, $6, $7, $8::bytea where not exists (select from reached)
     on conflict do nothing returning 1 as taken`,
    [...reach, call.actor.id, call.contract.subject, call.key, hashOfInput(call.input)],
  );
  return rows.length > 0;
}

/** What the first request with this key was answered; throws `request/key-reused` when there was none, or it asked for something else. */
export async function answerOfEarlier<O extends Command>(reader: Pick<Tx, 'query'>, call: Call<O>): Promise<OutputOf<O>> {
  const earlier = await earlierAnswer(reader, call);
  if (!earlier) throw refuse('request/key-reused');
  return earlier.answer;
}

/** The same, undefined when the key has not been used. */
export async function earlierAnswer<O extends Command>(reader: Pick<Tx, 'query'>, call: Call<O>): Promise<{ answer: OutputOf<O> } | undefined> {
  const [row] = await reader.query<{ input_hash: Buffer; answer: OutputOf<O> }>(
    'select input_hash, answer from idempotency where actor_id = $1 and operation = $2 and key = $3',
    [call.actor.id, call.contract.subject, call.key],
  );
  if (!row) return undefined;
  if (!row.input_hash.equals(hashOfInput(call.input))) throw refuse('request/key-reused');
  // It was narrowed when it was given; nothing is read anew for it.
  call.scope.used = true;
  return { answer: row.answer };
}
