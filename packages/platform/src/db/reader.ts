/** What can answer a read statement: the database itself, or an open transaction that must see its own writes. */
export interface Reader {
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
}
