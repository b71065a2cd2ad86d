import { Injectable } from '@nestjs/common';
import { exportMembers } from '@vungmanh/contracts/membership/import';
import { sexLabel } from '@vungmanh/contracts/membership/member';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import { maskedFields } from '@vungmanh/contracts/privacy/register';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { openNumbers } from '../member/person.entity.js';

type Texts = Record<Exclude<MemberColumn, 'cardNumber' | 'citizenNumber' | 'sex' | 'status'>, string | null>;

interface ExportRow {
  id: string;
  nodeId: string;
  sortKey: string;
  texts: Texts;
  sex: 'MALE' | 'FEMALE' | null;
  status: 'PROBATIONARY' | 'OFFICIAL';
  numbers: string | null;
  editable: boolean;
}

const statusText = { PROBATIONARY: 'Dự bị', OFFICIAL: 'Chính thức' } as const;

/** What an account may take out, as conditions on `m.node_id`. */
@Injectable()
export class ExportRights {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
    readonly trail: ReadTrail,
  ) {}

  today(): string {
    return this.clock.today();
  }

  async conditions(account: string, params: unknown[]): Promise<{ readSql: string; editSql: string }> {
    const [read, edit] = [await this.grants.scope({ id: account }, 'membership:read'), await this.grants.scope({ id: account }, 'membership:edit')];
    return { readSql: read.within('m.node_id', params), editSql: edit.within('m.node_id', params) };
  }
}

/**
 * Members as rows of the workbook. organization asks in its own name, long after the person's token has run out; what leaves is
 * narrowed to what the account that exports may read here and now, citizen numbers to what it may edit.
 */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly allowed: ExportRights,
  ) {}

  @Rpc(exportMembers)
  async page(call: Call<typeof exportMembers>): Promise<OutputOf<typeof exportMembers>> {
    const { nodeId, accountId, cursor, limit } = call.input;
    const params: unknown[] = [this.allowed.today(), nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const { readSql, editSql } = await this.allowed.conditions(accountId, params);
    const after = readCursor(cursor, 3);
    const afterSql = after ? `and (m.node_id, m.sort_key, m.person_id) > (${p(after[0])}::uuid, ${p(after[1])}, ${p(after[2])}::uuid)` : '';
    const rows = await this.db.query<ExportRow>(
      `select p.id, m.node_id as "nodeId", m.sort_key as "sortKey", m.sex, m.status, p.numbers, ${editSql} as editable,
         jsonb_build_object('name', p.name, 'birthDate', to_char(p.birth_date, 'DD/MM/YYYY'), 'admittedOn', to_char(p.admitted_on, 'DD/MM/YYYY'),
           'officialOn', to_char(p.official_on, 'DD/MM/YYYY'), 'cellCode', n.code, 'cellName', n.name, 'residence', p.residence_note,
           'exemptFrom', to_char(x.valid_from, 'DD/MM/YYYY'), 'awayFrom', to_char(a.valid_from, 'DD/MM/YYYY'), 'awayPlace', a.place) as texts
       from member_now m join person p on p.id = m.person_id join node_view n on n.id = m.node_id
       left join exemption x on m.exempt_until > $1 and x.person_id = p.id and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)
       left join working_away a on m.away_until > $1 and a.person_id = p.id and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)
       where m.active and m.node_id in (select d.descendant from tree_now d where d.ancestor = $2) and ${readSql} ${afterSql}
       order by m.node_id, m.sort_key, m.person_id limit ${p(limit + 1)}`,
      params,
    );
    const { items, ...rest } = pageOf(rows, limit, (r) => [r.nodeId, r.sortKey, r.id]);
    await this.allowed.trail.recordRead(call, { persons: items.map((r) => r.id), node: nodeId, account: accountId });
    return { items: items.map((r) => ({ id: r.id, cells: this.cells(r) })), ...rest };
  }

  private cells({ id, texts, sex, status, numbers, editable }: ExportRow): Partial<Record<MemberColumn, string>> {
    const { card = null, citizen = null } = openNumbers(this.sealer, id, numbers);
    const cells: Partial<Record<MemberColumn, string>> = present({
      ...texts,
      sex: sex && sexLabel[sex],
      status: statusText[status],
      cardNumber: card,
      citizenNumber: citizen,
    });
    if (editable) return cells;
    // A masked number could not be imported again: left out.
    const masked = new Set<string>(maskedFields);
    return Object.fromEntries(Object.entries(cells).filter(([column]) => !masked.has(column)));
  }
}
