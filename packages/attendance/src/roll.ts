import type { AbsenceReason, AttendanceState, RollEvent, RollGuest, RollMark, RollRefusal, RosterLine } from '@vungmanh/contracts/attendance';

/** A roll: the roster as it was copied when the roll was opened, and what the log of events has left standing. */
export interface Roll {
  readonly roster: readonly RosterLine[];
  /** Marks not taken back, in the order of the log; the last one of a person counts. */
  readonly marks: readonly RollMark[];
  readonly guests: readonly RollGuest[];
  /** Events that did not apply, with the reason: a late offline mark is shown, never lost in silence. */
  readonly ignored: readonly { readonly event: RollEvent; readonly why: RollRefusal }[];
  /** Ids of every event seen, so that one sent twice changes nothing. */
  readonly seen: ReadonlySet<string>;
}

/** A roster line with how the person stands: `state` is undefined while nobody has marked them. */
export interface RollLine extends RosterLine {
  readonly state?: AttendanceState;
  readonly reason?: AbsenceReason;
  readonly note?: string;
  readonly arrivedAt?: string;
  readonly leftAt?: string;
  /** The mark that says so, for undo; absent where the roster itself says EXEMPT or AWAY. */
  readonly markId?: string;
}

/** An open roll on which nobody is marked yet. */
export const openRoll = (roster: readonly RosterLine[]): Roll => ({ roster, marks: [], guests: [], ignored: [], seen: new Set() });

/** The roll after a whole log of events, in the order in which they were taken in. */
export const rollOf = (roster: readonly RosterLine[], events: readonly RollEvent[]): Roll => applyEvents(openRoll(roster), events);

/** The roll after one more event. Pure and total: an event already seen changes nothing, one that does not apply is kept in `ignored`. */
export const applyEvent = (roll: Roll, event: RollEvent): Roll => (roll.seen.has(event.id) ? roll : applyEvents(roll, [event]));

function applyEvents(roll: Roll, events: readonly RollEvent[]): Roll {
  const seen = new Set(roll.seen);
  const ignored = [...roll.ignored];
  const roster = new Map(roll.roster.map((line) => [line.personId, line]));
  let marks = [...roll.marks];
  let guests = [...roll.guests];
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    const why = refusalIn(roster, [marks, guests], event);
    if (why !== undefined) ignored.push({ event, why });
    else if (event.type === 'mark') marks.push(event);
    else if (event.type === 'guest') guests.push(event);
    else {
      marks = marks.filter((m) => m.id !== event.undoes);
      guests = guests.filter((g) => g.id !== event.undoes);
    }
  }
  return { roster: roll.roster, marks, guests, ignored, seen };
}

/** Why the event cannot be taken into this roll, for the service that refuses it at the door; undefined when it can. */
export function refusalOf(roll: Roll, event: RollEvent): RollRefusal | undefined {
  return refusalIn(new Map(roll.roster.map((line) => [line.personId, line])), [roll.marks, roll.guests], event);
}

function refusalIn(
  roster: ReadonlyMap<string, RosterLine>,
  taken: readonly (readonly { id: string }[])[],
  event: RollEvent,
): RollRefusal | undefined {
  switch (event.type) {
    case 'guest':
      return undefined;
    case 'undo':
      return taken.some((events) => events.some((e) => e.id === event.undoes)) ? undefined : 'nothing-to-undo';
    case 'mark':
      return refusalOfMark(roster.get(event.personId), event);
  }
}

function refusalOfMark(line: RosterLine | undefined, mark: RollMark): RollRefusal | undefined {
  if (line === undefined) return 'unknown-person';
  if (line.enrollment === 'TEMPORARILY_ELSEWHERE') return 'enrolled-elsewhere';
  switch (mark.state) {
    case 'PRESENT':
      return leftBeforeArrival(mark) ? 'left-before-arrival' : undefined;
    case 'EXEMPT':
      return line.exempt ? undefined : 'not-exempt';
    case 'AWAY':
      if (line.exempt) return 'exempt-not-absent';
      return line.workingAway ? undefined : 'not-working-away';
    case 'ABSENT_EXCUSED':
    case 'ABSENT_UNEXCUSED':
      return line.exempt ? 'exempt-not-absent' : undefined;
  }
}

const leftBeforeArrival = ({ arrivedAt, leftAt }: { arrivedAt?: string; leftAt?: string }): boolean =>
  arrivedAt !== undefined && leftAt !== undefined && Date.parse(leftAt) <= Date.parse(arrivedAt);

/** A roll never changes, and its counts, its voters and its print all begin with the same lines. */
const lines = new WeakMap<Roll, readonly RollLine[]>();

/** Every line of the roster with how the person stands, in the order of the roster. */
export function linesOf(roll: Roll): readonly RollLine[] {
  const known = lines.get(roll) ?? standing(roll);
  lines.set(roll, known);
  return known;
}

function standing(roll: Roll): RollLine[] {
  const last = new Map(roll.marks.map((mark) => [mark.personId, mark]));
  return roll.roster.map((line) => {
    // Written out: a spread of the line would cost eighty times as much, and this is done for everybody on every roll.
    const { personId, status, enrollment, exempt, workingAway } = line;
    const mark = last.get(personId);
    return { personId, status, enrollment, exempt, workingAway, ...(mark === undefined ? byRoster(line) : byMark(mark)) };
  });
}

function byRoster(line: RosterLine): { state?: AttendanceState } {
  if (line.enrollment === 'TEMPORARILY_ELSEWHERE') return {};
  if (line.exempt) return { state: 'EXEMPT' };
  return line.workingAway ? { state: 'AWAY' } : {};
}

function byMark(mark: RollMark): Omit<RollLine, keyof RosterLine> {
  const { state, id: markId } = mark;
  switch (state) {
    case 'PRESENT': {
      const { arrivedAt, leftAt } = mark;
      return { state, ...(arrivedAt === undefined ? {} : { arrivedAt }), ...(leftAt === undefined ? {} : { leftAt }), markId };
    }
    case 'ABSENT_EXCUSED':
      return { state, reason: mark.reason, ...(mark.note === undefined ? {} : { note: mark.note }), markId };
    default:
      return { state, markId };
  }
}
