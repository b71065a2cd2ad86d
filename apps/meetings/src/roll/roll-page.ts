import { percentText, ratioOf } from '@vungmanh/attendance/ratio';
import type { RollCounts, RollPageLine } from '@vungmanh/contracts/attendance';
import type { Roll } from '@vungmanh/contracts/meetings/roll';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { rosterOf, type Reader } from '../roster/roster-of.js';
import { differences } from './notice.rules.js';
import { freeze, standingLines, type FrozenRoll, type StandingLine } from './frozen-roll.rules.js';
import type { OpenRoll } from './roll-log.js';

type PageFacts = Omit<FrozenRoll, 'lines'> & { readonly lines: readonly StandingLine[] };
type Named = { readonly name: string; readonly birthYear?: number | undefined };

/** A roll that can still be marked. */
export function openPage(meeting: MeetingEntity, { roll, roster, suspended }: OpenRoll): Roll {
  const names = new Map(roster.map((person) => [person.personId, person]));
  const page = pageOf(meeting, { ...freeze(roll, roster), lines: standingLines(roll, roster) }, names);
  return suspended.length === 0 ? page : { ...page, suspended: [...suspended] };
}

/** A closed roll, with what the register has learned since beside it. */
export async function closedPage(reader: Reader, meeting: MeetingEntity, frozen: FrozenRoll): Promise<Roll> {
  const now = await rosterOf(reader, meeting.bodyId, meeting.day);
  const names = await namesOf(
    reader,
    [...frozen.lines, ...now].map((line) => line.personId),
  );
  const notices = differences(frozen.lines, now, (id) => names.get(id)?.name ?? '');
  return { ...pageOf(meeting, frozen, names), notices };
}

function pageOf(meeting: MeetingEntity, { lines, guests, counts, denominator, voters }: PageFacts, names: ReadonlyMap<string, Named>): Roll {
  return {
    id: meeting.id,
    version: meeting.version,
    ...(meeting.rollClosedAt === null ? {} : { closedAt: meeting.rollClosedAt }),
    lines: lines.map((line) => lineOf(line, names.get(line.personId))),
    guests: [...guests],
    counts,
    denominator,
    voters: voters.length,
    attendance: attendanceText(counts),
    notices: [],
  };
}

const lineOf = (line: StandingLine, named: Named | undefined): RollPageLine => ({
  ...line,
  name: named?.name ?? '',
  ...(named?.birthYear === undefined ? {} : { birthYear: named.birthYear }),
});

/** `25/27 (92,6%)`. */
export function attendanceText(counts: RollCounts): string {
  const ratio = ratioOf(counts);
  return `${ratio.present}/${ratio.expected} (${percentText(ratio)})`;
}

async function namesOf(reader: Reader, personIds: readonly string[]): Promise<Map<string, Named>> {
  const rows = await reader.query<{ id: string; name: string; birth_year: number | null }>(
    'select person_id as id, name, birth_year from person_name where person_id = any($1::uuid[])',
    [personIds],
  );
  return new Map(rows.map((r) => [r.id, { name: r.name, ...(r.birth_year === null ? {} : { birthYear: r.birth_year }) }]));
}
