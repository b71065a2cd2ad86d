import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import {
  numbersOf,
  recordNumber,
  registerOf,
  takeNumber,
  voidNumber,
  type PaperIssuer,
  type PaperNumber,
  type PaperType,
  type RegisterLine,
} from '@vungmanh/contracts/organization/register';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { broke } from '@vungmanh/platform/db/broke';
import { present } from '@vungmanh/platform/db/present';
import { PaperNumberEntity } from './paper-number.entity.js';
import { printedNumber, symbolOf } from './register.rules.js';

interface Asked {
  bodyId: string;
  issuer?: PaperIssuer | undefined;
  type: PaperType;
  documentId: string;
  date: string;
  number?: number;
}

type NumberRow = Omit<PaperNumber, 'issuer' | 'voidedBecause'> & { issuer: PaperIssuer | null; voidedBecause: string | null };

const numberColumns = `n.id, n.version, n.body_id as "bodyId", n.issuer, n.type, n.term, n.number, n.document_id as "documentId", n.date::text as date, n.printed,
  n.voided_because as "voidedBecause"`;

/** The register of papers: numbers per body, type and term, none given twice. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(takeNumber)
  async take(call: Call<typeof takeNumber>): Promise<PaperNumber> {
    return this.db.commit(call, (tx) => this.enter(tx, call.input));
  }

  @Rpc(recordNumber)
  async record(call: Call<typeof recordNumber>): Promise<PaperNumber> {
    try {
      return await this.db.commit(call, (tx) => this.enter(tx, call.input));
    } catch (error) {
      throw broke(error, 'paper_number_once') ? fail(recordNumber, 'organization/number-taken') : error;
    }
  }

  @Rpc(voidNumber)
  async void(call: Call<typeof voidNumber>): Promise<PaperNumber> {
    const { documentId, reason } = call.input;
    return this.db.commit(call, async (tx) => {
      const number = await tx.manager.findOneBy(PaperNumberEntity, { documentId });
      if (!number) throw refuse('request/not-found');
      number.void(reason);
      await tx.update(number);
      tx.about({ target: number.id });
      return this.wire(number);
    });
  }

  @Rpc(numbersOf)
  async list({ input }: Call<typeof numbersOf>): Promise<OutputOf<typeof numbersOf>> {
    const rows = await this.db.query<NumberRow>(`select ${numberColumns} from paper_number n where n.document_id = any($1::uuid[]) order by n.id`, [
      input.documentIds,
    ]);
    return { items: rows.map(present) };
  }

  @Rpc(registerOf)
  async page({ input }: Call<typeof registerOf>): Promise<OutputOf<typeof registerOf>> {
    const params: unknown[] = [input.nodeId, input.limit + 1];
    const after = readCursor(input.cursor, 4);
    const p = (value: unknown): string => `$${params.push(value)}`;
    const afterSql = after
      ? `and (r.term < ${p(after[0])} or (r.term = $${params.length} and (coalesce(r.issuer, ''), r.type, -r.number) > (${p(after[1])}, ${p(after[2])}, ${p(after[3])}::int)))`
      : '';
    const typeSql = input.type ? `and n.type = $${params.push(input.type)}` : '';
    const termSql = input.term === undefined ? '' : `and n.term = $${params.push(input.term)}`;
    const rows = await this.db.query<NumberRow & { gapBefore: number }>(
      `select r.* from (
         select ${numberColumns}, n.number - 1 - coalesce(lag(n.number) over (partition by n.body_id, n.issuer, n.type, n.term order by n.number), 0) as "gapBefore"
         from paper_number n join body b on b.id = n.body_id where b.node_id = $1 ${typeSql} ${termSql}) r
       where true ${afterSql} order by r.term desc, coalesce(r.issuer, ''), r.type, r.number desc limit $2`,
      params,
    );
    return pageOf<RegisterLine>(rows.map(present), input.limit, (r) => [r.term, r.issuer ?? '', r.type, String(-r.number)]);
  }

  /**
   * The number of a document: the one it has, the one given on paper, or the next. The counter's row is taken first, so that all
   * who ask for the same book, type and term come one after another, and a transaction that fails leaves no gap.
   */
  private async enter(tx: Tx, asked: Asked): Promise<PaperNumber> {
    const [body] = await tx.query<{ node_id: string; symbol: string; term: string | null }>(
      `select b.node_id, b.symbol, (select t.number from term t
         where t.body_id = b.id and t.valid_from <= $2 and (t.valid_to is null or t.valid_to > $2)) as term
       from body_view b where b.id = $1`,
      [asked.bodyId, asked.date],
    );
    if (!body) throw refuse('request/not-found');
    const term = body.term ?? '';
    const issuer = asked.issuer ?? null;
    const book = [asked.bodyId, issuer, asked.type, term];
    const [counter] = await tx.query<{ last: number }>(
      `insert into register_counter as c (body_id, issuer, type, term, last) values ($1, $2, $3, $4, 0)
       on conflict (body_id, issuer, type, term) do update set last = c.last returning last`,
      book,
    );
    const known = await tx.manager.findOneBy(PaperNumberEntity, { documentId: asked.documentId });
    if (known) return this.wire(known);
    const last = counter?.last ?? 0;
    const number = asked.number ?? last + 1;
    const entry = Object.assign(new PaperNumberEntity(), {
      id: newId(this.clock.millis()),
      bodyId: asked.bodyId,
      issuer,
      type: asked.type,
      term,
      number,
      documentId: asked.documentId,
      date: asked.date,
      printed: printedNumber(number, asked.type, symbolOf(body.symbol, asked.issuer)),
      voidedBecause: null,
    });
    await tx.insert(entry);
    await tx.query(
      'update register_counter set last = greatest(last, $5) where body_id = $1 and issuer is not distinct from $2 and type = $3 and term = $4',
      [...book, number],
    );
    tx.about({ node: body.node_id, target: entry.id });
    return this.wire(entry);
  }

  private wire(n: PaperNumberEntity): PaperNumber {
    const { id, version, bodyId, issuer, type, term, number, documentId, date, printed, voidedBecause } = n;
    const optional = { ...(issuer === null ? {} : { issuer }), ...(voidedBecause === null ? {} : { voidedBecause }) };
    return { id, version, bodyId, type, term, number, documentId, date, printed, ...optional };
  }
}
