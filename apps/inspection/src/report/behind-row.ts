import { appealOutcomeLabel, appealStateLabel, type AppealOutcome, type AppealState } from '@vungmanh/contracts/inspection/appeal-state';
import { denunciationStateLabel, type DenunciationState, itemResultLabel, type ItemResult } from '@vungmanh/contracts/inspection/denunciation-state';
import { disciplineStateLabel, type DisciplineState } from '@vungmanh/contracts/inspection/discipline-state';
import {
  caseStateLabel,
  disciplineFormLabel,
  inspectionKindLabel,
  type CaseState,
  type DisciplineForm,
  type InspectionKind,
} from '@vungmanh/contracts/inspection/kind';
import { recommendationStateLabel, type RecommendationState } from '@vungmanh/contracts/inspection/recommendation';
import type { BehindKind, BehindRow } from '@vungmanh/contracts/inspection/report';
import { formatVi } from '@vungmanh/regulations/calendar';

/** A thing that a report counts, with what it is part of. */
export interface Behind {
  readonly id: string;
  readonly ownerId: string;
  readonly nodeId: string;
  readonly on: string;
  readonly nodeName: string;
  readonly about: string;
  readonly caseKind: InspectionKind | null;
  readonly caseState: CaseState | null;
  /** On the list of the case other than as its subject. */
  readonly inside: boolean | null;
  readonly doer: string | null;
  readonly recommended: RecommendationState | null;
  readonly disciplined: string | null;
  readonly form: DisciplineForm | null;
  readonly disciplineState: DisciplineState | null;
  readonly suspendedUntil: string | null;
  readonly appealState: AppealState | null;
  readonly outcome: AppealOutcome | null;
  readonly denunciationState: DenunciationState | null;
  readonly ordinal: number | null;
  readonly result: ItemResult | null;
}

/** Of a counted row `k`, in which `$5` is the person who asks. */
export const BEHIND_COLUMNS = `k.id, k.owner_id as "ownerId", k.node_id as "nodeId", k.on_day::text as "on", coalesce(n.name, '') as "nodeName",
  coalesce(p.name, o.name, '') as about, c.kind as "caseKind", c.state as "caseState", c.inner_ids @> array[$5::uuid] as inside,
  coalesce(rp.name, rn.name) as doer, r.state as recommended, d.person_id as disciplined, d.form, d.state as "disciplineState",
  s.until_on::text as "suspendedUntil", a.state as "appealState", a.outcome, e.state as "denunciationState", i.ordinal, i.result`;

export const BEHIND_JOINS = `left join node_view n on n.id = k.node_id
  left join inspection_case c on c.id = k.owner_id left join recommendation r on r.id = k.id
  left join discipline_case d on d.id = k.owner_id left join suspension s on s.id = k.id left join appeal a on a.id = k.id
  left join denunciation e on e.id = k.owner_id left join denunciation_item i on i.id = k.id
  left join person_name p on p.person_id = coalesce(case when c.subject = 'MEMBER' then c.subject_id end, d.person_id, e.person_id)
  left join node_view o on o.id = coalesce(case when c.subject = 'ORGANIZATION' then c.subject_id end, d.subject_node_id, e.subject_node_id)
  left join person_name rp on rp.person_id = r.doer_id left join node_view rn on rn.id = r.doer_node_id`;

function opensOf({ caseKind, inside, denunciationState }: Behind): BehindKind {
  if (caseKind !== null) return inside === true ? 'CASE' : 'CASE_ON_ME';
  return denunciationState === null ? 'DISCIPLINE' : 'DENUNCIATION';
}

/** What it is and how it stands, in the words of its own page. */
function words(row: Behind): Pick<BehindRow, 'what' | 'stands'> {
  const { caseKind, caseState, doer, recommended, form, disciplineState, suspendedUntil, appealState, outcome, denunciationState } = row;
  if (recommended !== null) return { what: `Kiến nghị giao ${doer ?? ''}`.trim(), stands: recommendationStateLabel[recommended] };
  if (caseKind !== null && caseState !== null) return { what: inspectionKindLabel[caseKind], stands: caseStateLabel[caseState] };
  if (denunciationState !== null) {
    const item = row.ordinal === null ? 'Tố cáo' : `Nội dung tố cáo thứ ${row.ordinal}`;
    return { what: item, stands: row.result === null ? denunciationStateLabel[denunciationState] : itemResultLabel[row.result] };
  }
  if (appealState !== null)
    return { what: 'Khiếu nại kỷ luật', stands: outcome === null ? appealStateLabel[appealState] : appealOutcomeLabel[outcome] };
  if (suspendedUntil !== null) return { what: 'Đình chỉ sinh hoạt đảng', stands: `Đến hết ${formatVi(suspendedUntil)}` };
  const what = form === null ? 'Xem xét kỷ luật' : disciplineFormLabel[form];
  return { what, stands: disciplineState === null ? '' : disciplineStateLabel[disciplineState] };
}

export function rowOf(row: Behind): BehindRow {
  const { id, ownerId: openId, on, nodeName, about } = row;
  return { id, opens: opensOf(row), openId, on, nodeName, about, ...words(row) };
}
