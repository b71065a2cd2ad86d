import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { bodyChanged, bodySnapshot } from '@vungmanh/contracts/organization/body';
import { committeesOf, endSeat, openTerm, seatPerson, type Seat, type Term } from '@vungmanh/contracts/organization/committee';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { IsNull } from 'typeorm';
import { broke } from '@vungmanh/platform/db/broke';
import * as queries from './body.queries.js';
import { checkPost, checkSeats, committeeDeviations, termDeviations, type BodyFacts } from './body.rules.js';
import { SeatEntity } from './seat.entity.js';
import { TermEntity } from './term.entity.js';

/** Committees: their terms and who sits in them. */
@Injectable()
export class BodyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(openTerm)
  async openTerm(call: Call<typeof openTerm>): Promise<Term> {
    const { bodyId, number, from, plannedTo, decision, seats, reason } = call.input;
    return this.db
      .commit(call, async (tx) => {
        const body = await this.body(tx, call, bodyId);
        for (const seat of seats) checkPost(body.kind, seat.post);
        checkSeats(seats);
        const facts = factsOf(body, from, await ruleContextOf(tx, body.nodeId));
        await this.endRunning(tx, bodyId, from);
        const term = Object.assign(new TermEntity(), {
          id: newId(this.clock.millis()),
          bodyId,
          number,
          validFrom: from,
          plannedTo: plannedTo ?? null,
          validTo: null,
          endedBy: null,
          decisionNumber: decision?.number ?? null,
          decisionDate: decision?.date ?? null,
          deviations: [
            ...termDeviations(facts, from, plannedTo, reason),
            ...committeeDeviations(
              facts,
              seats.map((s) => s.post),
              reason,
            ),
          ],
        });
        await tx.insert(term);
        await this.insertSeats(tx, term, call.input);
        tx.about({ node: body.nodeId, target: term.id, persons: seats.map((s) => s.personId) });
        await this.changed(tx, bodyId);
        return found(await queries.termById(tx, term.id));
      })
      .catch((error: unknown) => {
        if (broke(error, 'term_number')) throw fail(openTerm, 'organization/term-number-used');
        if (broke(error, 'term_period')) throw fail(openTerm, 'organization/term-overlaps');
        throw error;
      });
  }

  @Rpc(seatPerson)
  async seat(call: Call<typeof seatPerson>): Promise<Seat> {
    const { bodyId, personId, post, origin, from, decision, reason } = call.input;
    return this.db
      .commit(call, async (tx) => {
        const body = await this.body(tx, call, bodyId);
        checkPost(body.kind, post);
        const term = await this.termOn(tx, bodyId, from);
        if (!term) throw fail(seatPerson, 'organization/no-term');
        const held = await tx.query<{ post: Seat['post'] }>(
          'select post from seat where body_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)',
          [bodyId, from],
        );
        const seat = Object.assign(new SeatEntity(), {
          id: newId(this.clock.millis()),
          bodyId,
          termId: term.id,
          personId,
          post,
          origin,
          validFrom: from,
          // A seat in a term that is over ended with it.
          validTo: term.to,
          endedBecause: term.to === null ? null : 'TERM_ENDED',
          decisionNumber: decision?.number ?? null,
          decisionDate: decision?.date ?? null,
          deviations: committeeDeviations(factsOf(body, from, await ruleContextOf(tx, body.nodeId)), [...held.map((h) => h.post), post], reason),
        });
        await tx.insert(seat);
        tx.about({ node: body.nodeId, target: seat.id, persons: [personId] });
        await this.changed(tx, bodyId);
        return found(await queries.seatById(tx, seat.id));
      })
      .catch((error: unknown) => {
        if (broke(error, 'seat_post')) throw fail(seatPerson, 'organization/post-taken');
        if (broke(error, 'seat_person')) throw fail(seatPerson, 'organization/person-seated');
        throw error;
      });
  }

  @Rpc(endSeat)
  async endSeat(call: Call<typeof endSeat>): Promise<Seat> {
    const { seatId, to, because } = call.input;
    return this.db.commit(call, async (tx) => {
      const seat = await tx.manager.findOneBy(SeatEntity, { id: seatId });
      // Looked for even where there is no such seat: fewer statements would tell an absent seat from another organization's.
      const body = await queries.bodyInScope(tx, seat?.bodyId ?? seatId, call.scope, true);
      if (!seat || !body) throw refuse('request/not-found');
      tx.expectVersion(call, seat);
      seat.end(to, because);
      await tx.update(seat);
      tx.about({ node: body.nodeId, target: seatId, persons: [seat.personId] });
      await this.changed(tx, body.id);
      return found(await queries.seatById(tx, seatId));
    });
  }

  @Rpc(committeesOf)
  async list(call: Call<typeof committeesOf>): Promise<OutputOf<typeof committeesOf>> {
    const { nodeId, on } = call.input;
    const items = await queries.committeesOf(this.db, nodeId, on ?? this.clock.today());
    await this.trail.recordPage(call, { persons: [...new Set(items.flatMap((c) => c.seats.map((s) => s.personId)))], node: nodeId });
    return { items };
  }

  @Rpc(bodySnapshot)
  async snapshot({ input }: Call<typeof bodySnapshot>): Promise<OutputOf<typeof bodySnapshot>> {
    return queries.snapshotOf(this.db, input, this.clock.today());
  }

  private async body(tx: Tx, call: Call<typeof openTerm> | Call<typeof seatPerson>, bodyId: string): Promise<queries.StandingBody> {
    const body = await queries.bodyInScope(tx, bodyId, call.scope, true);
    if (!body) throw refuse('request/not-found');
    if (body.status === 'ENDED') throw fail(openTerm, 'organization/body-ended');
    return body;
  }

  private async termOn(tx: Tx, bodyId: string, day: string): Promise<{ id: string; to: string | null } | undefined> {
    const [term] = await tx.query<{ id: string; to: string | null }>(
      'select id, valid_to::text as "to" from term where body_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)',
      [bodyId, day],
    );
    return term;
  }

  /** The new term begins where the running one ends, with all its seats. */
  private async endRunning(tx: Tx, bodyId: string, from: string): Promise<void> {
    const [running] = await tx.manager.findBy(TermEntity, { bodyId, validTo: IsNull() });
    if (!running) return;
    if (running.validFrom >= from) throw fail(openTerm, 'organization/term-overlaps');
    running.end(from);
    await tx.update(running);
    await tx.query(
      `update seat set version = version + 1, valid_to = greatest($2::date, valid_from), ended_because = 'TERM_ENDED' where body_id = $1 and valid_to is null`,
      [bodyId, from],
    );
  }

  private async insertSeats(tx: Tx, term: TermEntity, { seats, decision }: Call<typeof openTerm>['input']): Promise<void> {
    if (seats.length === 0) return;
    await tx.query(
      `insert into seat (id, version, body_id, term_id, person_id, post, origin, valid_from, decision_number, decision_date, deviations)
       select uuidv7(), 1, $1, $2, person_id, post, origin, $3, $4, $5, '[]'
       from unnest($6::uuid[], $7::text[], $8::text[]) as s(person_id, post, origin)`,
      [
        term.bodyId,
        term.id,
        term.validFrom,
        decision?.number ?? null,
        decision?.date ?? null,
        seats.map((s) => s.personId),
        seats.map((s) => s.post),
        seats.map((s) => s.origin),
      ],
    );
  }

  /** Other services keep a copy of the body: they hear of every change of its terms and seats. */
  private async changed(tx: Tx, bodyId: string): Promise<void> {
    tx.publish(
      bodyChanged,
      await tx.query<{ id: string; version: number }>('update body set version = version + 1 where id = $1 returning id, version', [bodyId]),
    );
  }
}

const factsOf = (body: queries.StandingBody, on: string, rules: RuleContext): BodyFacts => ({
  ...rules,
  kind: body.kind,
  nodeType: body.nodeType,
  on,
  officialMembers: body.officialMembers ?? undefined,
});

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('A row that was just written is not there');
  return row;
}
