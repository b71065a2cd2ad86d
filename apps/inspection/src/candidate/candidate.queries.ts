import { Injectable } from '@nestjs/common';
import { listCandidates, type Candidate } from '@vungmanh/contracts/inspection/candidate';
import { inspectorLabel, type InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { searchText } from '@vungmanh/contracts/text';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { addMonths } from '@vungmanh/regulations/calendar';
import { conflictSql } from '../line/line-page.js';
import { readProgram, type KnownProgram } from '../program/find-program.js';
import { clashesSql, doneSql, helpSql, poolSql } from './candidate-sql.js';

type Nulled = 'last' | 'sensitive' | 'managedBy' | 'conflict';
type Row = Omit<Candidate, Nulled | 'clashes'> & {
  [K in Nulled]: NonNullable<Candidate[K]> | null;
} & { clashes: { kind: InspectionKind; actor: ProgramActor; name: string | null }[]; place: string; sort_key: string };

/** Five years: a term of a committee (domain.md §2.2), where nobody has written down when the running one began. */
const TERM_MONTHS = 60;

/** Whom a program could take up: two statements a page, however much they tell. */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  @Rpc(listCandidates)
  async list(call: Call<typeof listCandidates>): Promise<Page<Candidate>> {
    const { input } = call;
    const program = await readProgram(this.db, call, input.programId);
    const { items, ...rest } = pageOf(await this.rows(call, program), input.limit, (row) => [row.place, row.sort_key, row.subjectId]);
    const persons = input.subject === 'MEMBER' ? items.map((row) => row.subjectId) : [];
    await this.trail.recordPage(call, { persons, node: program.nodeId, target: program.id });
    return { items: items.map(shown), ...rest };
  }

  private async rows(call: Call<typeof listCandidates>, { id, nodeId, year }: KnownProgram): Promise<Row[]> {
    const { subject, quarter, search, never, leaderId, cursor, limit } = call.input;
    const today = this.clock.today();
    const params: unknown[] = [nodeId, today, id, year, quarter, await this.termFrom(nodeId, today)];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const readableSql = (await this.grants.scope(call.actor, 'inspection:read')).within('l.actor_node_id', params);
    const conditions = ['true'];
    if (search !== undefined) conditions.push(`c.search_text like '%' || ${p(searchText(search).replaceAll(/[%_\\]/g, '\\$&'))} || '%'`);
    if (never) conditions.push(`not exists (select from plan_line l where ${doneSql(readableSql)})`);
    const after = readCursor(cursor, 3);
    if (after) conditions.push(`(c.place, c.sort_key, c.id) > (${p(after[0])}, ${p(after[1])}, ${p(after[2])}::uuid)`);
    const conditionsSql = conditions.join(' and ');
    const leaderSql = leaderId === undefined ? 'null' : conflictSql(`${p(leaderId)}::uuid`, 'c.id', '$2::date');
    const pool = poolSql[subject];
    return this.db.query<Row>(
      `with c as materialized (select * from (${pool}) c where ${conditionsSql} order by c.place, c.sort_key, c.id limit ${p(limit + 1)})
       select c.id as "subjectId", c.name, c.place_name as "placeName", c.place, c.sort_key, ${helpSql(readableSql)}, ${clashesSql(readableSql)} as clashes,
         ${leaderSql} as conflict
       from c order by c.place, c.sort_key, c.id`,
      params,
    );
  }

  private async termFrom(nodeId: string, today: string): Promise<string> {
    const [body] = await this.db.query<{ term_from: string }>(
      'select term_from::text from body_view where node_id = $1 and term_from is not null order by kind limit 1',
      [nodeId],
    );
    return body?.term_from ?? addMonths(today, -TERM_MONTHS);
  }
}

function shown({ place: _, sort_key: __, clashes, ...row }: Row): Candidate {
  return {
    ...present(row),
    clashes: clashes.map(({ kind, actor, name }) => (name === null ? {} : { kind, by: `${inspectorLabel[actor]} – ${name}` })),
  };
}
