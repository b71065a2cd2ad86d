export interface AuditRow {
  actor: string;
  person?: string | undefined;
  onBehalfOf?: string | undefined;
  operation: string;
  node?: string;
  target?: string;
  persons?: string[];
}

export interface OutboxRow {
  name: string;
  payload: unknown;
}

interface Answered {
  actor: string;
  operation: string;
  key: string;
  answer: unknown;
}

interface Effects {
  at: string;
  trace: string;
  audit?: AuditRow;
  outbox: readonly OutboxRow[];
  answered?: Answered;
}

/** Audit row, outbox rows and the stored answer of a command as one statement: accountability costs one round trip. */
export function effectsStatement({ at, trace, audit, outbox, answered }: Effects): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const parts = [
    ...(audit ? [auditPart([{ ...audit, trace }], at, params)] : []),
    ...(outbox.length > 0 ? [outboxPart(outbox, { at, trace }, params)] : []),
    ...(answered ? [answerPart(answered, params)] : []),
  ];
  const [last = 'select 1', ...others] = parts.toReversed();
  const before = others.map((part, i) => `effect_${i} as (${part})`).join(', ');
  return { sql: before === '' ? last : `with ${before} ${last}`, params };
}

/** Inserts audit rows, at `at` unless they say when. Appends to `params`, as the others here do. */
export function auditPart(rows: readonly (AuditRow & { trace: string; at?: string })[], at: string, params: unknown[]): string {
  const all = rows.map(({ persons = [], ...row }) => ({ ...row, persons }));
  return `insert into audit (id, at, actor_id, person_id, on_behalf_of, operation, node_id, target_id, persons, trace)
    select uuidv7(), coalesce(a.at, $${params.push(at)}::timestamptz), a.actor, a.person, a."onBehalfOf", a.operation, a.node, a.target, a.persons, a.trace
    from json_to_recordset($${params.push(JSON.stringify(all))}::json)
      as a(at timestamptz, actor text, person uuid, "onBehalfOf" text, operation text, node uuid, target uuid, persons uuid[], trace text)`;
}

/** Inserts events in their order. */
export function outboxPart(outbox: readonly OutboxRow[], { at, trace }: { at: string; trace: string }, params: unknown[]): string {
  const p = (value: unknown): string => `$${params.push(value)}`;
  return `insert into outbox (id, name, payload, trace, created_at)
    select uuidv7(), o.name, o.payload, ${p(trace)}, ${p(at)}::timestamptz
    from unnest(${p(outbox.map((o) => o.name))}::text[], ${p(outbox.map((o) => JSON.stringify(o.payload)))}::jsonb[]) with ordinality as o(name, payload, n)
    order by o.n`;
}

/** Completes the row of a key that was claimed before the work. */
function answerPart({ actor, operation, key, answer }: Answered, params: unknown[]): string {
  const p = (value: unknown): string => `$${params.push(value)}`;
  return `update idempotency set answer = ${p(JSON.stringify(answer))}::jsonb
    where actor_id = ${p(actor)} and operation = ${p(operation)} and key = ${p(key)}`;
}

/** Inserts keys with their answers; breaks the statement when one of them is there already. */
export function keysPart(rows: readonly (Answered & { inputHash: Buffer })[], params: unknown[]): string {
  const all = rows.map(({ inputHash, ...row }) => ({ ...row, inputHash: `\\x${inputHash.toString('hex')}` }));
  return `insert into idempotency (actor_id, operation, key, input_hash, answer)
    select k.actor, k.operation, k.key, k."inputHash", k.answer
    from json_to_recordset($${params.push(JSON.stringify(all))}::json) as k(actor text, operation text, key text, "inputHash" bytea, answer jsonb)`;
}
