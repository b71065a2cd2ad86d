import type { StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import type { StudyCampaignState } from '@vungmanh/contracts/training/study-state';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { ProgramRow } from './study-level.entity.js';
import { isLate } from './study.rules.js';

interface Row extends Omit<StudyLevelLine, 'late' | 'program' | 'studiedOn' | 'reviewedOn' | 'endedOn'> {
  program: ProgramRow | null;
  studiedOn: string | null;
  reviewedOn: string | null;
  endedOn: string | null;
  place: string;
  campaignState: StudyCampaignState;
}

const LINE_SQL = `select l.id, l.version, l.campaign_id as "campaignId", l.node_id as "nodeId", n.name as "nodeName", l.tier, l.state, l.place,
    l.due_on::text as "dueOn", l.sessions, l.expected, l.attended, l.essays, l.program, l.studied_on::text as "studiedOn",
    l.reviewed_on::text as "reviewedOn", l.ended_on::text as "endedOn", c.state as "campaignState"
  from study_level l join study_campaign c on c.id = l.campaign_id join node_view n on n.id = l.node_id`;

/** A level with the place that lists go on from, and the state of its campaign. */
export interface FoundLevel {
  readonly place: string;
  readonly campaignState: StudyCampaignState;
  readonly line: StudyLevelLine;
}

/** Levels by a condition of ours. */
export async function levelLines(reader: Reader, restSql: string, params: unknown[], today: string): Promise<FoundLevel[]> {
  const rows = await reader.query<Row>(`${LINE_SQL} ${restSql}`, params);
  return rows.map(({ place, campaignState, program, ...row }) => {
    const late = campaignState === 'UNDER_WAY' && row.endedOn === null && isLate(row.state, row.dueOn, today);
    return { place, campaignState, line: { ...present(row), late, ...(program === null ? {} : { program: programOf(program) }) } };
  });
}

/** One level whose reach has been asked for. */
export async function levelLine(reader: Reader, id: string, today: string): Promise<StudyLevelLine> {
  const [found] = await levelLines(reader, 'where l.id = $1', [id], today);
  if (!found) throw new Error(`Level ${id} is not there`);
  return found.line;
}

const programOf = ({ number, issuedOn, file }: ProgramRow) => ({ number, issuedOn, ...(file ? { fileName: file.name } : {}) });
