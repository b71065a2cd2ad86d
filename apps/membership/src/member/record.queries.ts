import { Injectable } from '@nestjs/common';
import type { Member } from '@vungmanh/contracts/membership/member';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { present } from '@vungmanh/platform/db/present';
import { refuse } from '@vungmanh/platform/problem';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { historyOf, type History } from './history.js';
import { lineOf, NOW, type LineRow } from './line.queries.js';
import { openNumbers, phone } from './person.entity.js';

interface DetailRow {
  birthDate: string | null;
  numbers: string | null;
  phone: string | null;
  homeTown: string | null;
  residenceNote: string | null;
  officialOn: string | null;
  disciplines: Member['disciplines'];
  suspensions: Member['suspensions'];
  certificates: Member['certificates'];
  editable: boolean;
  nodeNames: Record<string, string>;
  managed: { id: string; nodeName: string; from: string; to: string | null }[];
}

@Injectable()
export class RecordQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The whole record in three statements, and whether it lies where the caller may edit. Outside `scope` it is not there. */
  async find(personId: string, scope?: Scope, edit?: Scope): Promise<{ member: Member; editable: boolean }> {
    const params: unknown[] = [this.clock.today(), personId];
    const [row] = await this.db.query<LineRow>(`${NOW} where m.person_id = $2 and ${scope ? scope.within('m.node_id', params) : 'true'}`, params);
    if (!row) throw refuse('request/not-found');
    const [details, history] = await Promise.all([this.details(personId, edit), historyOf(this.db, this.sealer, personId)]);
    const { editable, nodeNames, numbers, phone: number, managed, ...rest } = details;
    const { card = null, citizen = null } = openNumbers(this.sealer, personId, numbers);
    const open = {
      cardNumber: card,
      citizenNumber: citizen,
      phone: phone.read(this.sealer, personId, number) ?? null,
    };
    return { member: { ...lineOf(row), ...present({ ...rest, ...open }), managed: managed.map(present), ...datedOf(history, nodeNames) }, editable };
  }

  private async details(personId: string, edit?: Scope): Promise<DetailRow> {
    const params: unknown[] = [personId];
    const [row] = await this.db.query<DetailRow>(
      `select p.birth_date::text as "birthDate", p.numbers, p.phone, p.home_town as "homeTown",
         p.residence_note as "residenceNote", p.official_on::text as "officialOn",
         (select coalesce(jsonb_object_agg(n.id, n.name), '{}') from enrollment e join node_view n on n.id = e.node_id
          where e.person_id = p.id) as "nodeNames",
         (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'nodeName', coalesce(n.name, ''), 'from', g.valid_from, 'to', g.valid_to)
            order by g.valid_from), '[]') from management g left join node_view n on n.id = g.node_id where g.person_id = p.id) as managed,
         (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('form', d.form, 'from', d.valid_from, 'to', d.ended_on)) order by d.valid_from), '[]')
          from discipline_effect d where d.person_id = p.id and d.form is not null and not d.annulled) as disciplines,
         (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'from', s.valid_from, 'to', s.valid_to) order by s.valid_from), '[]')
          from suspension_period s where s.person_id = p.id) as suspensions,
         (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('course', k.course_label, 'number', k.number, 'issuedOn', k.issued_on,
            'expiresOn', k.expires_on, 'state', k.state)) order by k.issued_on, k.number), '[]')
          from training_certificate k where k.person_id = p.id) as certificates,
         exists (select from member_now m where m.person_id = p.id and ${edit ? edit.within('m.node_id', params) : 'true'}) as editable
       from person p where p.id = $1`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    return row;
  }
}

/** A status ends where the next one begins. */
function datedOf(history: History, names: Readonly<Record<string, string>>): Pick<Member, 'statuses' | 'enrollments' | 'exemptions' | 'workingAway'> {
  const { statuses, enrollments, exemptions, away } = history;
  return {
    statuses: statuses.map(({ status, from, decision, reason }, i) => present({ status, from, to: statuses[i + 1]?.from ?? null, decision, reason })),
    enrollments: enrollments.map(({ id, kind, nodeId, from, to }) => ({
      ...present({ id, kind, nodeId, from, to }),
      nodeName: names[nodeId] ?? 'Tổ chức đảng ngoài danh mục',
    })),
    exemptions: exemptions.map(({ id, reason, from, to }) => present({ id, reason, from, to })),
    workingAway: away.map(({ id, place, reason, from, to, expectedBack }) => present({ id, place, reason, from, to, expectedBack })),
  };
}
