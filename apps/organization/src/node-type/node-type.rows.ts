import type { Sector } from '@vungmanh/contracts/organization/node-type';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { TypeRow } from './node-type.rules.js';

/** Every type there was or is, in the order in which they are read. */
export async function readTypes(reader: Reader): Promise<TypeRow[]> {
  const rows = await reader.query<Omit<TypeRow, 'validTo'> & { validTo: string | null }>(
    `select code, label, allowed_parents as "allowedParents",
       jsonb_build_object('meetsAsCell', meets_as_cell, 'mayHaveCommittee', may_have_committee, 'hasSeal', has_seal, 'symbol', symbol,
         'inspectsAs', inspects_as, 'mayHaveInspectionCommission', may_have_inspection_commission,
         'mayHaveAdvisoryOrgans', may_have_advisory_organs) as traits,
       code_pattern as "codePattern", body_title as "bodyTitle", level, valid_from::text as "validFrom", valid_to::text as "validTo", source
     from node_type order by level, code, valid_from`,
  );
  return rows.map(present);
}

export async function readSectors(reader: Reader): Promise<Sector[]> {
  const rows = await reader.query<Omit<Sector, 'validTo'> & { validTo: string | null }>(
    `select code, label, valid_from::text as "validFrom", valid_to::text as "validTo", source from sector order by position, valid_from`,
  );
  return rows.map(present);
}
