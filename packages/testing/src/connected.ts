import pg from 'pg';

/** A connection of a test's own, as one role of a database. */
export class Connected {
  private constructor(private readonly client: pg.Client) {}

  /** Connects, works, leaves. */
  static async as<T>(url: string, work: (as: Connected) => Promise<T>): Promise<T> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return await work(new Connected(client));
    } finally {
      await client.end();
    }
  }

  async rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.client.query<Row>(sql)).rows;
  }

  /** Whether the role may run the statement; whatever it would do is undone. Throws when it fails for another reason. */
  async allowed(sql: string): Promise<boolean> {
    await this.client.query("begin; set local lock_timeout = '5s'");
    try {
      await this.client.query(sql);
      return true;
    } catch (error) {
      // Not permitted, or a role that only reads.
      if (error instanceof pg.DatabaseError && ['42501', '25006'].includes(error.code ?? '')) return false;
      throw error;
    } finally {
      await this.client.query('rollback');
    }
  }
}
