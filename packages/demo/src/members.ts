import { addDays, addMonths } from '@vungmanh/regulations/calendar';
import { personName } from './names.js';
import type { DemoOrganization } from './organizations.js';
import { Random } from './random.js';

/** A row of the sheet of members; dates 'YYYY-MM-DD'. */
export interface DemoMember {
  name: string;
  cardNumber: string;
  citizenNumber: string;
  birthDate: string;
  sex: 'MALE' | 'FEMALE';
  admittedOn: string;
  officialOn?: string;
  cellCode: string;
  status: 'OFFICIAL' | 'PROBATIONARY';
  exemptFrom?: string;
  awayFrom?: string;
  awayPlace?: string;
}

/**
 * The members of every cell, cell by cell. Numbers lie in ranges that no authority issues: card numbers begin with 99, citizen
 * numbers with 999. `anchor` is the month ('YYYY-MM') in which the demo plays.
 */
export function* membersOf(organizations: readonly DemoOrganization[], seed: number, anchor: string): Generator<DemoMember> {
  const random = new Random(`members ${seed}`);
  const today = `${anchor}-01`;
  let serial = 0;
  for (const cell of organizations) {
    for (let i = 0; i < cell.members; i += 1) {
      serial += 1;
      const sex = random.chance(0.62) ? 'MALE' : 'FEMALE';
      // The first three are long-standing members: a secretary and a committee can be drawn from them.
      const probationary = i >= 4 && random.chance(0.035);
      const age = i < 3 ? random.int(35, 62) : random.int(probationary ? 19 : 24, probationary ? 40 : 78);
      const birthDate = addDays(addMonths(today, -12 * age), -random.int(0, 364));
      const admittedOn = probationary
        ? addDays(today, -random.int(30, 330))
        : addDays(addMonths(today, -12 * Math.max(2, random.int(1, age - 21))), -random.int(0, 300));
      yield {
        name: personName(random, sex),
        cardNumber: `99${String(serial).padStart(6, '0')}`,
        citizenNumber: `999${String(serial).padStart(9, '0')}`,
        birthDate,
        sex,
        admittedOn,
        ...(probationary ? {} : { officialOn: addMonths(admittedOn, 12) }),
        cellCode: cell.code,
        status: probationary ? 'PROBATIONARY' : 'OFFICIAL',
        ...(probationary ? {} : absenceOf(cell, age, i, { random, today })),
      };
    }
  }
}

/** Some of the oldest are exempt, some of the young of a village work far away; both since before the meetings of the demo. */
function absenceOf(
  cell: DemoOrganization,
  age: number,
  place: number,
  { random, today }: { random: Random; today: string },
): Pick<DemoMember, 'exemptFrom' | 'awayFrom' | 'awayPlace'> {
  const chance = random.next();
  const since = addMonths(today, -random.int(14, 20));
  if (place < 4) return {};
  if (age >= 74 && chance < 0.4) return { exemptFrom: since };
  if (cell.sector === 'VILLAGE_RESIDENTIAL' && age >= 24 && age < 45 && chance < 0.15) {
    return { awayFrom: since, awayPlace: random.pick(['Khu công nghiệp ngoài tỉnh', 'Thành phố lớn', 'Làm nghề biển']) };
  }
  return {};
}
