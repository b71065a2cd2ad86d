import { Injectable } from '@nestjs/common';
import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import type { CasePart } from '@vungmanh/contracts/inspection/case-part';
import type { Command } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { CaseEntity } from './case.entity.js';

type CaseCommand = Command & { readonly input: z.ZodType<{ caseId: string }>; readonly output: typeof CaseStanding };

/** A case on whose list somebody stands, locked, and what they are to it. */
export interface OpenCase {
  readonly tx: Tx;
  readonly entity: CaseEntity;
  readonly person: string;
  readonly parts: readonly CasePart[];
  readonly sealer: Sealer;
}
type Act = (open: OpenCase) => void | Promise<void>;

/** One act on a case: found for who is on its list, locked, changed, counted. Anybody else is told of no case. */
@Injectable()
export class CaseChange {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  /** By who is on the list other than as its subject; `insideSql` narrows by the organization where a grant is asked for too. */
  inside(call: Call<CaseCommand>, act: Act, insideSql?: { sql: string; parameters: Record<string, unknown> }): Promise<CaseStanding> {
    return this.apply(call, act, async (tx, person) => {
      const found = tx.manager
        .createQueryBuilder(CaseEntity, 'c')
        .setLock('pessimistic_write')
        .where('c.id = :caseId and :person = any(c.inner_ids)', { caseId: call.input.caseId, person });
      if (insideSql) found.andWhere(insideSql.sql, insideSql.parameters);
      const entity = await found.getOne();
      const parts = await tx.query<{ part: CasePart }>('select part from case_access where case_id = $1 and person_id = $2 and until is null', [
        call.input.caseId,
        person,
      ]);
      return { entity, parts: parts.map((p) => p.part) };
    });
  }

  /** By its subject, or who speaks for the organization that is the subject. */
  asSubject(call: Call<CaseCommand>, act: Act): Promise<CaseStanding> {
    return this.apply(call, act, async (tx, person) => {
      const entity = await tx.manager
        .createQueryBuilder(CaseEntity, 'c')
        .setLock('pessimistic_write')
        .where('c.id = :caseId and :person = any(c.listed_ids) and not :person = any(c.inner_ids)', { caseId: call.input.caseId, person })
        .getOne();
      return { entity, parts: ['SUBJECT'] };
    });
  }

  private apply(
    call: Call<CaseCommand>,
    act: Act,
    find: (tx: Tx, person: string) => Promise<{ entity: CaseEntity | null; parts: readonly CasePart[] }>,
  ): Promise<CaseStanding> {
    return this.db.commit(call, async (tx) => {
      const { person } = call.actor;
      if (person === undefined) throw refuse('request/not-found');
      const { entity, parts } = await find(tx, person);
      if (!entity) throw refuse('request/not-found');
      tx.expectVersion(call, entity);
      await act({ tx, entity, parts, person, sealer: this.sealer });
      await tx.update(entity);
      tx.about({ node: entity.nodeId, target: entity.id, persons: entity.persons });
      return { id: entity.id, version: entity.version, state: entity.state };
    });
  }
}
