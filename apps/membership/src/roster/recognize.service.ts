import { Injectable } from '@nestjs/common';
import { personFacts, recognizePeople, type PersonFacts } from '@vungmanh/contracts/membership/recognize';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { present } from '@vungmanh/platform/db/present';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { cardIndex, searchTextOf } from '../member/person.entity.js';

interface Found {
  row: number;
  personId: string | null;
  name: string | null;
  birthDate: string | null;
  many: true | null;
}

/**
 * Tells a service that was handed a sheet whom its rows speak of, so that it keeps neither card numbers nor days of birth of its own.
 * By card, else by name and cell, where a day of birth that both sides know must be the same.
 */
@Injectable()
export class RecognizeService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  @Rpc(recognizePeople)
  async recognize({ input: { rows } }: Call<typeof recognizePeople>): Promise<OutputOf<typeof recognizePeople>> {
    const found = await this.db.query<Found>(
      `with r as materialized (
         select * from unnest($1::int[], $2::uuid[], $3::bytea[], $4::text[], $5::date[], $6::uuid[]) as r("row", id, card, search_text, born, node_id)
       ), named as materialized (
         select r."row", (array_agg(m.person_id))[1] as id, count(*) as many
         from r join member_now m on m.node_id = r.node_id and m.search_text = r.search_text join person p on p.id = m.person_id
         where r.id is null and r.card is null and (p.birth_date is null or r.born is null or p.birth_date = r.born) group by r."row"
       )
       select r."row", p.id as "personId", p.name, p.birth_date::text as "birthDate", case when n.many > 1 then true end as many
       from r left join person c on c.card_index = r.card left join named n on n."row" = r."row"
       left join person p on p.id = coalesce(r.id, c.id, case when n.many = 1 then n.id end)
       where p.id is not null or n.many > 1`,
      [
        rows.map((r) => r.row),
        rows.map((r) => r.personId ?? null),
        rows.map((r) => (r.card === undefined ? null : cardIndex(this.sealer, r.card))),
        rows.map((r) => (r.name === undefined ? null : searchTextOf(r.name))),
        rows.map((r) => r.birthDate ?? null),
        rows.map((r) => r.nodeId ?? null),
      ],
    );
    return { rows: found.map(present) };
  }

  @Rpc(personFacts)
  async facts({ input: { personIds } }: Call<typeof personFacts>): Promise<OutputOf<typeof personFacts>> {
    const rows = await this.db.query<{ [K in keyof Required<PersonFacts>]: PersonFacts[K] | null } & { personId: string }>(
      `select id as "personId", birth_date::text as "birthDate", sex, admitted_on::text as "admittedOn", official_on::text as "officialOn"
       from person where id = any($1::uuid[])`,
      [personIds],
    );
    return { people: rows.map((row) => present(row) as PersonFacts) };
  }
}
