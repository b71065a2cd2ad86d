import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import type { Post } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { issuingName, placeName, signingOffice } from '@vungmanh/documents/papers/body-names';
import { cellTerms, commissionTermsOf, committeeTerms, type Issuer, type Signer } from '@vungmanh/documents/papers/issuer';
import type { Reader } from '@vungmanh/platform/db/reader';

interface Around {
  names: string[];
  traits: NodeTraits;
  seats: { personId: string; post: Post }[];
  people: { id: string; name: string; birthYear: number | null }[];
}

/** A body on the day of a paper, and the people whom the paper names. */
interface Asked {
  readonly nodeId: string;
  readonly actor: Inspector;
  readonly onDate: string;
  readonly personIds: readonly (string | null)[];
}

const AROUND_SQL = `
  select n.traits,
    array(select a.name from tree_now t join node_view a on a.id = t.ancestor where t.descendant = $1 order by t.depth) as names,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'post', s.post)), '[]') from seat_view s join body_view b on b.id = s.body_id
       where b.node_id = $1 and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)) as seats,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.person_id, 'name', p.name, 'birthYear', p.birth_year)), '[]') from person_name p
       where p.person_id = any ($3::uuid[])) as people
  from node_view n where n.id = $1`;

/** What papers of discipline say of the body that issues them. */
export class DisciplineFacts {
  private constructor(
    private readonly actor: Inspector,
    private readonly around: Around,
  ) {}

  static async of(reader: Reader, { nodeId, actor, onDate, personIds }: Asked): Promise<DisciplineFacts> {
    const [around] = await reader.query<Around>(AROUND_SQL, [nodeId, onDate, personIds.filter((id) => id !== null)]);
    if (!around) throw new Error(`Organization ${nodeId} is not known`);
    return new DisciplineFacts(actor, around);
  }

  get issuer(): Issuer {
    const { names, traits } = this.around;
    const [own = '', superior] = names;
    const seal = traits.hasSeal ? 'own' : superior === undefined ? 'none' : 'superior';
    const place = placeName(names);
    if (this.actor === 'INSPECTION_COMMISSION') {
      return { superior: issuingName(own, 'COMMITTEE'), name: 'Ủy ban kiểm tra', place, terms: commissionTermsOf(traits.symbol), seal };
    }
    const cell = this.actor === 'CELL';
    return {
      ...(superior === undefined ? {} : { superior: issuingName(superior, 'COMMITTEE') }),
      name: issuingName(own, cell ? 'CELL' : 'COMMITTEE'),
      place,
      terms: { ...(cell ? cellTerms : committeeTerms), symbol: traits.symbol },
      seal,
    };
  }

  name(personId: string | null): string {
    return this.around.people.find((p) => p.id === personId)?.name ?? '';
  }

  birthYear(personId: string | null): number | undefined {
    return this.around.people.find((p) => p.id === personId)?.birthYear ?? undefined;
  }

  /** By the office that they hold in the body; the head of a commission is no seat that anybody keeps. */
  signer(personId: string | null): Signer {
    const post = this.around.seats.find((s) => s.personId === personId)?.post ?? 'SECRETARY';
    const office = this.actor === 'INSPECTION_COMMISSION' ? 'Chủ nhiệm' : (signingOffice[post] ?? 'Bí thư');
    const name = this.name(personId);
    return { office, ...(name === '' ? {} : { name }) };
  }
}
