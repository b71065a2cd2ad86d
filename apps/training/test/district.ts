import { accountNames } from '@vungmanh/contracts/audit';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import type { SentOf } from '@vungmanh/contracts/operation';
import type { LessonPlan, Limits, Passing, TrainingClass } from '@vungmanh/contracts/training/class';
import { beginEnrollment, getClass, openClass, startClass } from '@vungmanh/contracts/training/class';
import { listCourses } from '@vungmanh/contracts/training/course';
import { decideEnrollments, listEnrollments, nominate, type Enrollment } from '@vungmanh/contracts/training/enrollment';
import { closeLessonRoll, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { cellBody, member, members } from '@vungmanh/testing/people';
import type { Person } from '@vungmanh/testing/person';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { training } from '../src/service.js';

export const TODAY = '2026-12-14';

/** Ten sittings over five days, a morning and an afternoon each. */
export const fiveDays: LessonPlan[] = ['07', '08', '09', '10', '11'].flatMap((day, i) =>
  (['00:30', '06:30'] as const).map((from, half) => ({
    startsAt: `2026-12-${day}T${from}:00.000Z`,
    endsAt: `2026-12-${day}T${half === 0 ? '04' : '10'}:00:00.000Z`,
    place: 'Hội trường Trung tâm (mô phỏng)',
    topic: `Bài ${i * 2 + half + 1}`,
    lecturers: [{ name: 'Giảng viên mô phỏng', office: 'Trường chính trị tỉnh' }],
  })),
);

/** The same so many weeks later, or earlier. */
export const weeksOn = (lessons: readonly LessonPlan[], weeks: number): LessonPlan[] => {
  const moved = (at: string): string => new Date(Date.parse(at) + weeks * 7 * 86_400_000).toISOString();
  return lessons.map((lesson) => ({ ...lesson, startsAt: moved(lesson.startsAt), endsAt: moved(lesson.endsAt) }));
};

interface Held {
  lessons?: LessonPlan[];
  capacity?: number;
  passing?: Passing;
  limits?: Limits;
}

/** A commune that holds classes, with two cells below it, and another commune beside it. */
export class District {
  readonly commune = { ...committeeNode('Đảng bộ xã Mô Phỏng', province), code: '99.511' };
  readonly upper = { ...cellNode('Chi bộ bản Trên', this.commune), code: '99.511.001' };
  readonly lower = { ...cellNode('Chi bộ bản Dưới', this.commune), code: '99.511.002' };
  readonly beside = { ...committeeNode('Đảng bộ xã Khác', province), code: '99.512' };
  readonly elsewhere = { ...cellNode('Chi bộ xã Khác', this.beside), code: '99.512.001' };
  readonly inUpper: RosterRow[] = members(this.upper, 12);
  readonly inLower: RosterRow[] = members(this.lower, 6);
  readonly stranger = member(this.elsewhere, 'Lò Văn Lạ');
  readonly accounts = {
    officer: randomUUID(),
    upper: randomUUID(),
    lower: randomUUID(),
    beside: randomUUID(),
    province: randomUUID(),
    approver: randomUUID(),
  };
  world: World;
  courseId: string;

  private constructor() {}

  static async start(): Promise<District> {
    const d = new District();
    const root = { ...province, code: '99', typeCode: 'PROVINCE' };
    const nodes: NodeRow[] = [root, d.commune, d.upper, d.lower, d.beside, d.elsewhere];
    const conduct = ['training:read', 'training:nominate', 'training:plan', 'training:conduct'] as const;
    const cell = ['training:read', 'training:nominate'] as const;
    const grants = [
      grantAt(d.commune, d.accounts.officer, conduct),
      { ...grantAt(d.upper, d.accounts.upper, cell), below: false },
      { ...grantAt(d.lower, d.accounts.lower, cell), below: false },
      grantAt(d.beside, d.accounts.beside, conduct),
      grantAt(d.commune, d.accounts.approver, [...conduct, 'training:approve']),
      grantAt(root, d.accounts.province, [...conduct, 'audit:read']),
    ];
    d.world = await World.start(training, { nodes, grants, now: `${TODAY}T02:00:00.000Z` }, (w) => {
      w.owns(bodySnapshot, [cellBody(root, [], { kind: 'COMMITTEE' }), cellBody(d.commune, d.inUpper.slice(0, 2), { kind: 'COMMITTEE' })]);
      w.owns(rosterSnapshot, [...d.inUpper, ...d.inLower, d.stranger]);
      w.standIn(takeNumber, ({ type, bodyId, documentId, date }) => ({
        id: randomUUID(),
        bodyId,
        type,
        term: '2025-2030',
        number: 7,
        documentId,
        date,
        printed: `Số 07-${type}/ĐU`,
        version: 1,
      }));
      w.standIn(accountNames, ({ ids }) => ({ items: ids.map((id) => ({ id, displayName: 'Tài khoản mô phỏng' })) }));
    });
    const { items } = await d.officer.do(listCourses, {});
    d.courseId = items.find((course) => course.code === 'PARTY_AWARENESS')?.id ?? '';
    return d;
  }

  get officer(): Person {
    return this.world.person(this.accounts.officer);
  }
  get upperSecretary(): Person {
    return this.world.person(this.accounts.upper);
  }
  get lowerSecretary(): Person {
    return this.world.person(this.accounts.lower);
  }
  get besideOfficer(): Person {
    return this.world.person(this.accounts.beside);
  }
  /** Whoever may also approve. */
  get approver(): Person {
    return this.world.person(this.accounts.approver);
  }
  get provincial(): Person {
    return this.world.person(this.accounts.province);
  }
  /** A member who is signed in themselves. */
  asMember(row: RosterRow): Person {
    return this.world.person(`member-${row.id}`, row.id);
  }
  at = (i: number): RosterRow => this.inUpper[i] ?? this.stranger;

  planInput(held: Held = {}): SentOf<typeof openClass> {
    const { lessons = fiveDays, capacity = 120, passing = { attendancePercent: 80, mark: 5 }, limits = {} } = held;
    return { nodeId: this.commune.id, courseId: this.courseId, title: 'Lớp mô phỏng', capacity, passing, limits, lessons };
  }

  async enrolling(held: Held = {}): Promise<TrainingClass> {
    const planned = await this.officer.do(openClass, this.planInput(held));
    return this.officer.do(beginEnrollment, { classId: planned.id }, planned);
  }

  name(found: TrainingClass, people: readonly RosterRow[], more: { reason?: string } = {}): Promise<unknown> {
    return this.upperSecretary.do(nominate, { classId: found.id, nodeId: this.upper.id, personIds: people.map((p) => p.id), ...more });
  }

  async people(found: TrainingClass): Promise<Enrollment[]> {
    return (await this.officer.do(listEnrollments, { classId: found.id, limit: 200 })).items;
  }

  /** A class that runs, with these people of the upper cell in it. */
  async running(people: readonly RosterRow[], held: Held = {}): Promise<TrainingClass> {
    const found = await this.enrolling(held);
    await this.name(found, people);
    const enrollmentIds = (await this.people(found)).map((e) => e.id);
    await this.officer.do(decideEnrollments, { classId: found.id, enrollmentIds, approve: true });
    const started = await this.officer.do(startClass, { classId: found.id, decidedOn: '2026-12-01' }, found);
    return this.settled(started);
  }

  /** The class once the register has answered: its version has moved on. */
  async settled({ id: classId }: TrainingClass): Promise<TrainingClass> {
    for (let i = 0; i < 100; i += 1) {
      const found = await this.officer.do(getClass, { classId });
      if (found.decision?.numberAwaited === false) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the opening decision has no number');
  }

  /** Calls the roll of a sitting: everybody but these was there. */
  async callRoll(found: TrainingClass, n: number, absent: readonly string[] = []): Promise<void> {
    const lessonId = found.lessons[n]?.id ?? '';
    const about = { classId: found.id, lessonId };
    const roll = await this.officer.do(getLessonRoll, about);
    const at = new Date(this.world.clock.millis()).toISOString();
    const events = roll.lines.map(({ personId }) => ({
      type: 'mark' as const,
      id: randomUUID(),
      at,
      personId,
      state: absent.includes(personId) ? ('ABSENT_UNEXCUSED' as const) : ('PRESENT' as const),
    }));
    const marked = await this.officer.do(markLessonRoll, { ...about, events });
    await this.officer.do(closeLessonRoll, about, marked);
  }
}
