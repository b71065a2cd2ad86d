import { type Pool, Query, type QueryResultRow } from 'pg';
import { REACH_SQL, reachParams } from './reach.js';

const NAME = 'reach';

/** For a new connection of a pool: what each of its statements begins with is parsed once. */
export const prepareReach = async (client: {
  query: (config: { name: string; text: string; values: string[] }) => Promise<unknown>;
}): Promise<void> => {
  await client.query({ name: NAME, text: REACH_SQL, values: ['', '', '', ''] });
};

interface Statement {
  readonly text: string;
  readonly name?: string;
  readonly values: unknown[];
}

/**
 * Runs one statement within the reach of the work that asks for it. Both are sent as one message and are one transaction, which ends
 * with them: no round trip more, and nothing of one request is left on the connection for the next.
 * @param pool one whose connections were prepared with {@link prepareReach}
 */
export async function reaching<Row>(pool: Pool, statement: Statement): Promise<Row[]> {
  const reach = reachParams();
  const client = await pool.connect();
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      // Always the extended protocol: a simple query would be a transaction of its own.
      const query = new Query<Row & QueryResultRow>({ ...statement, queryMode: 'extended' } as Statement, (error, result) => {
        if (error) reject(error);
        // The reach has a result too, before that of the statement.
        else resolve([result].flat().at(-1)?.rows ?? []);
      });
      const { submit } = query;
      query.submit = (connection) => {
        connection.stream.cork();
        connection.bind({ statement: NAME, values: reach }, true);
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
