import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { issuingName, officeText, placeName, signingOffice } from '@vungmanh/documents/papers/body-names';
import { cellTerms, commissionTermsOf, committeeTerms, type Issuer, type Signer } from '@vungmanh/documents/papers/issuer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { CaseEntity } from '../case/case.entity.js';

/** Whose paper it is, about whom, and who takes part. */
type Concern = Pick<CaseEntity, 'id' | 'actor' | 'nodeId' | 'subjectId' | 'decidedIds' | 'leaderId' | 'teamIds'>;

interface Around {
  names: string[];
  traits: NodeTraits;
  seats: { personId: string; post: Post }[];
  people: { id: string; name: string }[];
  subjectName: string;
  subjectPlace: string | null;
  /** Who made each paper one. */
  makers: Partial<Record<CasePaperKind, string>>;
  minuteTakerId: string | null;
}

const AROUND_SQL = `
  with seat as (
    select s.person_id, s.post from seat_view s join body_view b on b.id = s.body_id
    where b.node_id = $1 and s.valid_from <= $4::date and (s.valid_to is null or s.valid_to > $4::date)
  ), act as (
    select p.kind, p.by_id from case_paper p where p.case_id = $2
    union all (select 'taker', s.by_id from case_step s where s.case_id = $2 and s.kind = 'write-minutes' order by s.at desc limit 1)
  )
  select n.traits,
    array(select a.name from tree_now t join node_view a on a.id = t.ancestor where t.descendant = $1 order by t.depth) as names,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'post', post)), '[]') from seat) as seats,
    coalesce((select p.name from person_name p where p.person_id = $3), (select o.name from node_view o where o.id = $3), '') as "subjectName",
    (select o.name from node_view o where o.id = $6) as "subjectPlace",
    (select coalesce(jsonb_object_agg(kind, by_id), '{}') from act where kind <> 'taker') as makers,
    coalesce((select by_id from act where kind = 'MINUTES'), (select by_id from act where kind = 'taker')) as "minuteTakerId",
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.person_id, 'name', p.name)), '[]') from person_name p
       where p.person_id = any ($5::uuid[]) or p.person_id in (select by_id from act) or p.person_id in (select person_id from seat)) as people
  from node_view n where n.id = $1`;

/** What the papers of one case are made of beside its own text. */
export class CaseFacts {
  private constructor(
    private readonly entity: Concern,
    private readonly around: Around,
  ) {}

  /** As it stood on the day of the paper. */
  static async of(reader: Reader, entity: Concern, onDate: string): Promise<CaseFacts> {
    const own = entity.actor === 'CELL' ? entity.nodeId : null;
    const people = [...entity.decidedIds, ...entity.teamIds, ...(entity.leaderId === null ? [] : [entity.leaderId])];
    const [around] = await reader.query<Around>(AROUND_SQL, [entity.nodeId, entity.id, entity.subjectId, onDate, people, own]);
    if (!around) throw new Error(`Case ${entity.id} belongs to an organization that is not known`);
    return new CaseFacts(entity, around);
  }

  get issuer(): Issuer {
    const { names, traits } = this.around;
    const [own = '', superior] = names;
    const seal = traits.hasSeal ? 'own' : superior === undefined ? 'none' : 'superior';
    const place = placeName(names);
    if (this.entity.actor === 'INSPECTION_COMMISSION') {
      const committee = issuingName(own, 'COMMITTEE');
      return { superior: committee, name: `Ủy ban Kiểm tra ${committee}`, place, terms: commissionTermsOf(this.around.traits.symbol), seal };
    }
    const terms = this.bodyKind === 'CELL' ? cellTerms : committeeTerms;
    return {
      ...(superior === undefined ? {} : { superior: issuingName(superior, 'CELL') }),
      name: issuingName(own, this.bodyKind),
      place,
      terms: { ...terms, symbol: traits.symbol },
      seal,
    };
  }

  get subjectName(): string {
    return this.around.subjectName;
  }

  get subjectPlace(): string | undefined {
    return this.around.subjectPlace ?? undefined;
  }

  /** Whoever decided, if their office lets them sign for the body, else its secretary; a commission's own head signs for it. */
  signer(paper: 'DECISION' | 'CONCLUSION'): Signer {
    const by = this.around.makers[paper] ?? null;
    if (this.entity.actor === 'INSPECTION_COMMISSION') return { office: 'Chủ nhiệm', ...this.named(by) };
    const office = signingOffice[this.around.seats.find((s) => s.personId === by)?.post ?? 'MEMBER'];
    if (office !== undefined) return { office, ...this.named(by) };
    return { office: 'Bí thư', ...this.named(this.around.seats.find((s) => s.post === 'SECRETARY')?.personId ?? null) };
  }

  /** The team as the decision names it; before the decision as it stands. */
  get team(): { name: string; office?: string; role: string }[] {
    const { decidedIds, leaderId, teamIds, actor } = this.entity;
    const ids = decidedIds.length > 0 ? decidedIds : [...(leaderId === null ? [] : [leaderId]), ...teamIds];
    return ids.map((id, i) => {
      const post = this.around.seats.find((s) => s.personId === id)?.post;
      const leads = actor === 'CELL' ? 'Tổ trưởng' : 'Trưởng đoàn';
      return {
        name: this.name(id),
        ...(post === undefined ? {} : { office: officeText(post, this.bodyKind) }),
        role: i === 0 ? leads : 'Thành viên',
      };
    });
  }

  get leader(): string {
    return this.name(this.entity.leaderId);
  }

  get minuteTaker(): string {
    return this.name(this.around.minuteTakerId);
  }

  private get bodyKind(): BodyKind {
    return this.entity.actor === 'CELL' ? 'CELL' : 'COMMITTEE';
  }

  private name(id: string | null): string {
    return this.around.people.find((p) => p.id === id)?.name ?? '';
  }

  private named(id: string | null): { name?: string } {
    const name = this.name(id);
    return name === '' ? {} : { name };
  }
}
