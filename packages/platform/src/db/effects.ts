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

interface Effects {
  at: string;
  trace: string;
  audit?: AuditRow;
  outbox: readonly OutboxRow[];
  answered?: { actor: string; operation: string; key: string; answer: unknown };
}

/** Audit row, outbox rows and the stored answer of a command as one statement: accountability costs one round trip. */
export function effectsStatement(effects: Effects): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const parts = effectsParts(effects, params);
  const last = parts.length - 1;
  return {
    sql: `${
      last > 0
        ? `with ${parts
            .slice(0, last)
            .map((p, i) => `effect_${i} as (${p})`)
            .join(', ')} `
        : ''
    }${parts[last] ?? 'select 1'}`,
    params,
  };
}

/**
 * The same effects as common table expressions for a hot command that writes everything in one statement of its own.
 * Appends to `params`. With `fresh`, the idempotency row is inserted (and breaks the statement when it is there already)
 * instead of completed.
 */
export function effectsParts(effects: Effects, params: unknown[], fresh?: { inputHash: Buffer }): string[] {
  const p = (value: unknown): string => `$${params.push(value)}`;
  const parts: string[] = [];
  const { at, trace, audit, outbox, answered } = effects;
  if (audit) {
    parts.push(
      `insert into audit (id, at, actor_id, person_id, on_behalf_of, operation, node_id, target_id, persons, trace) values
       (uuidv7(), ${p(at)}, ${p(audit.actor)}, ${p(audit.person ?? null)}, ${p(audit.onBehalfOf ?? null)}, ${p(audit.operation)},
        ${p(audit.node ?? null)}, ${p(audit.target ?? null)}, ${p(audit.persons ?? [])}::uuid[], ${p(trace)})`,
    );
  }
  if (outbox.length > 0) {
    parts.push(
      `insert into outbox (id, name, payload, trace, created_at)
       select uuidv7(), o.name, o.payload, ${p(trace)}, ${p(at)}::timestamptz
       from unnest(${p(outbox.map((o) => o.name))}::text[], ${p(outbox.map((o) => JSON.stringify(o.payload)))}::jsonb[]) with ordinality as o(name, payload, n)
       order by o.n`,
    );
  }
  if (answered) {
    parts.push(
      fresh
        ? `insert into idempotency (actor_id, operation, key, input_hash, created_at, answer) values
           (${p(answered.actor)}, ${p(answered.operation)}, ${p(answered.key)}, ${p(fresh.inputHash)}, ${p(at)}, ${p(JSON.stringify(answered.answer))}::jsonb)`
        : `update idempotency set answer = ${p(JSON.stringify(answered.answer))}::jsonb
           where actor_id = ${p(answered.actor)} and operation = ${p(answered.operation)} and key = ${p(answered.key)}`,
    );
  }
  return parts;
}
