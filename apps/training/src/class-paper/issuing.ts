import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { issuingName, placeName, signingOffice } from '@vungmanh/documents/papers/body-names';
import { cellTerms, committeeTerms, type Issuer, type Signer } from '@vungmanh/documents/papers/issuer';
import type { Reader } from '@vungmanh/platform/db/reader';

interface Around {
  names: string[];
  traits: NodeTraits;
  seats: { name: string; post: Post }[];
}

/** Who issues the papers of an organization, and who signs them, as it stood on the day. */
export async function issuingOf(reader: Reader, nodeId: string, onDate: string): Promise<{ issuer: Issuer; signer: Signer }> {
  const [around] = await reader.query<Around>(
    `select n.traits, array(select a.name from tree_now t join node_view a on a.id = t.ancestor where t.descendant = $1 order by t.depth) as names,
       (select coalesce(jsonb_agg(jsonb_build_object('post', s.post, 'name', coalesce(p.name, ''))), '[]')
        from seat_view s join body_view b on b.id = s.body_id left join person_name p on p.person_id = s.person_id
        where b.node_id = $1 and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)) as seats
     from node_view n where n.id = $1`,
    [nodeId, onDate],
  );
  if (!around) throw new Error(`Organization ${nodeId} is not known`);
  const { names, traits, seats } = around;
  const [own = '', superior] = names;
  const kind: BodyKind = traits.meetsAsCell ? 'CELL' : 'COMMITTEE';
  const head = seats.find((s) => s.post === 'SECRETARY') ?? seats.find((s) => signingOffice[s.post] !== undefined);
  return {
    issuer: {
      ...(superior === undefined ? {} : { superior: issuingName(superior, 'CELL') }),
      name: issuingName(own, kind),
      place: placeName(names),
      terms: { ...(kind === 'CELL' ? cellTerms : committeeTerms), symbol: traits.symbol },
      seal: traits.hasSeal ? 'own' : superior === undefined ? 'none' : 'superior',
    },
    signer: { office: signingOffice[head?.post ?? 'SECRETARY'] ?? 'Bí thư', ...(head ? { name: head.name } : {}) },
  };
}
