import { type Pool, Query, type QueryConfig, type QueryResultRow } from 'pg';
import { PREPARED, reachStatement } from './reach.js';

interface Connection {
  readonly query: (config: QueryConfig) => Promise<unknown>;
}

/** For a new connection of a pool: what its statements begin with is parsed once. */
export async function prepareReach(client: Connection): Promise<void> {
  for (const [name, text] of Object.entries(PREPARED)) await client.query({ name, text, values: Array.from(text.matchAll(/\$\d/g), () => '') });
}

/**
 * Runs one statement within the reach of the work that asks for it. Both are sent as one message and are one transaction, which ends
 * with them: no round trip more, and nothing of one request is left on the connection for the next.
 * @param pool one whose connections were prepared with {@link prepareReach}
 */
export async function reaching<Row>(pool: Pool, statement: QueryConfig<unknown[]>): Promise<Row[]> {
  // Before anything is waited for: another's work may be what gives us the connection.
  const reach = reachStatement();
  if (!reach) return (await pool.query<Row & QueryResultRow>(statement)).rows;
  const client = await pool.connect();
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      // Always the extended protocol: a simple query would be a transaction of its own.
      const extended = { ...statement, queryMode: 'extended' };
      const query = new Query<Row & QueryResultRow>(extended, (error, result) => {
        if (error) reject(error);
        // The reach has a result too, before that of the statement.
        else resolve([result].flat().at(-1)?.rows ?? []);
      });
      const { submit } = query;
      query.submit = (connection) => {
        connection.stream.cork();
        connection.bind({ statement: reach.name, values: reach.values }, true);
        connection.execute({}, true);
        const wrong: unknown = submit.call(query, connection);
        connection.stream.uncork();
        return wrong;
      };
      client.query(query);
    });
  } finally {
    client.release();
  }
}
