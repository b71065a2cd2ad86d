import type { RollMark } from '@vungmanh/contracts/attendance';
import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { addDays, formatVi } from '@vungmanh/regulations/calendar';
import { regularDay } from '@vungmanh/regulations/regular-day';
import { agendas, ideology, items, praises, themes, topics } from './phrases.js';
import { Random } from './random.js';

/** A member as the register knows them on the day of the meeting. */
export interface DemoRosterLine {
  personId: string;
  official: boolean;
  /** Not expected to come: exempt, working away, or enrolled elsewhere for a time. */
  excused: boolean;
  /** The day since which they belong to the cell. */
  since: string;
}

export interface DemoBody {
  bodyId: string;
  kind: 'CELL' | 'COMMITTEE';
  sector?: string;
  place: string;
  chairId: string;
  minuteTakerId: string;
  roster: readonly DemoRosterLine[];
  /** Gives so many tasks a month, in turn, and one of them to this member. */
  busy?: { tasks: number; memberId: string };
}

const instant = (day: string, hour: number, minute: number): string =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

/**
 * The meeting that a body held in a month, or undefined when it held none (two in a hundred), or none before `today`. Tasks that were
 * due by then have ended, but for a few.
 */
export function meetingOf(body: DemoBody, month: string, seed: number, today: string): WholeMeeting | undefined {
  const random = new Random(`meeting ${seed} ${body.bodyId} ${month}`);
  if (random.chance(0.02)) return undefined;
  const thematic = body.kind === 'CELL' && ['02', '05', '08', '11'].includes(month.slice(5));
  const planned = regularDay(month)?.date ?? `${month}-03`;
  const heldOn = random.chance(0.9) ? planned : addDays(planned, random.int(1, 6));
  if (heldOn >= today) return undefined;
  const roster = body.roster.filter((l) => l.since <= heldOn);
  const official = roster.filter((l) => l.official && !l.excused);
  if (official.length < 3) return undefined;
  const hour = body.sector === 'VILLAGE_RESIDENTIAL' ? 12 : 1;
  const minutes = (thematic ? 122 : 92) + random.int(0, 35) - (random.chance(0.06) ? 30 : 0);
  const startedAt = instant(heldOn, hour, 30);
  const end = hour * 60 + 30 + minutes;
  const marks = marksOf({ ...body, roster }, random, startedAt);
  const present = marks.filter((m) => m.state === 'PRESENT').map((m) => m.personId);
  const voters = official.filter((l) => present.includes(l.personId)).length;
  const voteId = random.uuid();
  const against = random.chance(0.05) && voters > 6 ? 1 : 0;
  return {
    id: random.uuid(),
    bodyId: body.bodyId,
    kind: body.kind === 'CELL' ? 'REGULAR' : 'COMMITTEE',
    coversThematic: thematic,
    ...(thematic ? { topic: random.pick(themes) } : {}),
    heldOn,
    startedAt,
    endedAt: instant(heldOn, Math.floor(end / 60), end % 60),
    place: body.place,
    chairId: body.chairId,
    minuteTakerId: body.minuteTakerId,
    agenda: agendas(body.sector, thematic),
    marks,
    guests: [],
    minutes: {
      items: [
        {
          agendaIndex: 1,
          account: 'Báo cáo đánh giá kết quả thực hiện nhiệm vụ tháng trước; chi bộ thảo luận, thống nhất với báo cáo.',
          conclusion: 'Thống nhất các nhiệm vụ trọng tâm của tháng.',
        },
      ],
      ideology: random.pick(ideology),
      praise: random.pick(praises),
      speakers: Math.min(present.length, random.int(3, 9)),
      concerns: random.chance(0.3)
        ? [{ topic: random.pick(topics), count: random.int(1, 3), answer: 'Đã giải thích tại cuộc họp và tiếp tục theo dõi.' }]
        : [],
    },
    votes: [
      {
        id: voteId,
        matter: 'RESOLUTION',
        subject: `Thông qua nghị quyết tháng ${month.slice(5)}/${month.slice(0, 4)}`,
        method: 'SHOW_OF_CARD',
        inFavor: voters - against,
        against,
        noOpinion: 0,
      },
    ],
    resolution: {
      id: random.uuid(),
      voteId,
      assessment: `Tháng qua chi bộ đã lãnh đạo thực hiện cơ bản hoàn thành các nhiệm vụ đề ra; nền nếp sinh hoạt được giữ vững (họp ngày ${formatVi(heldOn)}).`,
      direction: 'Tiếp tục lãnh đạo thực hiện nhiệm vụ chính trị, giữ vững kỷ luật, nền nếp sinh hoạt.',
      items: itemsOf(official, body, random, { heldOn, today }),
    },
  };
}

function marksOf(body: DemoBody, random: Random, at: string): RollMark[] {
  const leads = new Set([body.chairId, body.minuteTakerId]);
  return body.roster
    .filter((l) => !l.excused)
    .map(({ personId }): RollMark => {
      const about = { type: 'mark', id: random.uuid(), at, personId } as const;
      if (leads.has(personId) || random.chance(0.94)) return { ...about, state: 'PRESENT' };
      return random.chance(0.9)
        ? { ...about, state: 'ABSENT_EXCUSED', reason: random.pick(['ILLNESS', 'WORK_ASSIGNMENT', 'FAMILY']) }
        : { ...about, state: 'ABSENT_UNEXCUSED' };
    });
}

type Items = NonNullable<WholeMeeting['resolution']>['items'];

function itemsOf(official: readonly DemoRosterLine[], body: DemoBody, random: Random, about: { heldOn: string; today: string }): Items {
  const able = official.filter((l) => l.personId !== body.chairId);
  const first = Number(about.heldOn.slice(5, 7)) * (body.busy?.tasks ?? 0);
  return Array.from({ length: body.busy?.tasks ?? random.int(2, 4) }, (_, i) => {
    const item = items[(random.int(0, items.length - 1) + i) % items.length] ?? items[0];
    const inTurn = body.busy && (i === 0 ? able.find((l) => l.personId === body.busy?.memberId) : able[(first + i) % able.length]);
    const doer = inTurn ?? random.pick(able);
    const deadline = addDays(about.heldOn, random.int(15, 27));
    const late = random.chance(0.08) && addDays(deadline, 5) < about.today;
    return {
      id: random.uuid(),
      content: item.content,
      requirement: item.requirement,
      measure: item.measure,
      deadline,
      doerIds: [doer.personId],
      doerIsBody: false,
      checkerId: body.chairId,
      ...(deadline >= about.today || random.chance(addDays(deadline, 20) > about.today ? 0.12 : 0.004)
        ? {}
        : { outcome: { result: late ? 'LATE' : 'ON_TIME', doneOn: late ? addDays(deadline, 5) : addDays(deadline, -2) } as const }),
    };
  });
}
