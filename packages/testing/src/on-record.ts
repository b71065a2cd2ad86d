import { Dispatcher } from '@vungmanh/platform/rpc/dispatcher';
import type { RunningService } from '@vungmanh/platform/start';
import { appendFile } from 'node:fs/promises';
import pg from 'pg';

/** A command that was done: asked once or, under the same key, again. */
interface Act {
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
  readonly traces: string[];
}

/** What keeps no answer under its key, so that nothing of it can be replayed: whom its row names is found only in the doing. */
const ANSWERS_NOT_KEPT: ReadonlySet<string> = new Set([
  'identity.account.authenticate',
  'identity.account.enter',
  'identity.invitation.accept',
  'identity.second-factor.answer',
  'identity.second-factor.check',
]);

const WRONG = `
  select a.operation, count(r.id)::int as rows,
    count(r.id) filter (where a.kept and r.xmin::text is distinct from i.xmin::text)::int as apart
  from jsonb_to_recordset($1) as a(actor text, operation text, key text, traces text[], kept boolean)
    left join audit r on r.operation = a.operation and r.trace = any(a.traces) and (r.actor_id = a.actor or not a.kept)
    left join idempotency i on i.actor_id = a.actor and i.operation = a.operation and i.key = a.key
  group by a.actor, a.operation, a.key, a.traces, a.kept, i.xmin::text`;

/**
 * Follows the commands of a service of a world. Whatever spec does one proves with it that the command left one row in the audit,
 * naming who asked for what, by the transaction that stored its answer; a command may name others in rows beside. A whole run proves
 * it of every command that the service has (`jest/teardown.mjs`).
 */
export class OnRecord {
  private readonly acts = new Map<string, Act>();
  private readonly commands: readonly string[];

  constructor(service: Pick<RunningService, 'app'>) {
    const all = [...service.app.get(Dispatcher).useCases.values()].filter(({ contract }) => contract.type === 'command');
    this.commands = all.map(({ contract }) => contract.subject);
    for (const useCase of all) {
      const { run } = useCase;
      useCase.run = async (call) => {
        const answer = await run(call);
        this.did({ actor: call.actor.id, operation: call.contract.subject, key: call.key ?? '' }, call.trace);
        return answer;
      };
    }
  }

  private did(what: Omit<Act, 'traces'>, trace: string): void {
    const name = JSON.stringify(what);
    const act = this.acts.get(name) ?? { ...what, traces: [] };
    act.traces.push(trace);
    this.acts.set(name, act);
  }

  /** What was done and is not on record as it should be, as sentences. What is proven goes to the list of the run. */
  async wrong(databaseUrl: string): Promise<string[]> {
    const acts = [...this.acts.values()].map((act) => ({ ...act, kept: !ANSWERS_NOT_KEPT.has(act.operation) }));
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ operation: string; rows: number; apart: number }>(WRONG, [JSON.stringify(acts)]);
    await client.end();
    const wrong = rows.flatMap(({ operation, rows: left, apart }) => {
      if (left !== 1) return [`${operation} was done and left ${left} audit rows of whoever asked`];
      return apart > 0 ? [`${operation} left its audit row in another transaction than its answer`] : [];
    });
    await this.tell(acts.map(({ operation }) => operation));
    return [...new Set(wrong)];
  }

  private async tell(proven: readonly string[]): Promise<void> {
    const file = process.env['TEST_ON_RECORD'];
    if (file !== undefined) await appendFile(file, `${JSON.stringify({ commands: this.commands, proven: [...new Set(proven)] })}\n`);
  }
}
