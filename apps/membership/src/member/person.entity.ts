import type { Sex } from '@vungmanh/contracts/membership/member';
import { searchText, sortKey } from '@vungmanh/contracts/text';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { expectOrder } from './member.rules.js';

const sealedNumbers = sealed('person.numbers');
export const phone = sealed('person.phone');

/** The numbers by which a person is known elsewhere. */
export interface Numbers {
  readonly card?: string | undefined;
  readonly citizen?: string | undefined;
}
/** Typed in one line, neither number holds it. */
const BETWEEN = '\t';

/** Both numbers as one sealed value: sealing a province's numbers one by one is a sixth of its import. */
export const sealNumbers = (sealer: Sealer, id: string, { card, citizen }: Numbers): string | null =>
  sealedNumbers.write(sealer, id, card === undefined && citizen === undefined ? undefined : `${card ?? ''}${BETWEEN}${citizen ?? ''}`);

export function openNumbers(sealer: Sealer, id: string, stored: string | null): Numbers {
  const [card, citizen] = sealedNumbers.read(sealer, id, stored)?.split(BETWEEN) ?? [];
  return { card: card || undefined, citizen: citizen || undefined };
}

/** The digest by which a number is found and kept unique (reliability.md F37). */
export const cardIndex = (sealer: Sealer, card: string): Buffer => sealer.indexOf('card', card);
export const citizenIndex = (sealer: Sealer, citizen: string): Buffer => sealer.indexOf('citizen', citizen);

/** What is said about a person; what is left out stays as it is. */
export interface About {
  name?: string | undefined;
  birthDate?: string | undefined;
  sex?: z.infer<typeof Sex> | undefined;
  cardNumber?: string | undefined;
  citizenNumber?: string | undefined;
  phone?: string | undefined;
  homeTown?: string | undefined;
  residenceNote?: string | undefined;
  admittedOn?: string | undefined;
}

@Entity('person')
export class PersonEntity extends Versioned {
  @Column('text')
  name: string;

  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('text', { name: 'sort_key' })
  sortKey: string;

  @Column('date', { name: 'birth_date', nullable: true })
  birthDate: string | null;

  @Column('integer', { name: 'birth_year', nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  sex: z.infer<typeof Sex> | null;

  /** Card and citizen number, sealed as the phone is. */
  @Column('text', { nullable: true })
  numbers: string | null;

  @Column('bytea', { name: 'card_index', nullable: true })
  cardIndex: Buffer | null;

  @Column('bytea', { name: 'citizen_index', nullable: true })
  citizenIndex: Buffer | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'home_town', nullable: true })
  homeTown: string | null;

  @Column('text', { name: 'residence_note', nullable: true })
  residenceNote: string | null;

  @Column('date', { name: 'admitted_on', nullable: true })
  admittedOn: string | null;

  @Column('date', { name: 'official_on', nullable: true })
  officialOn: string | null;

  static enter(id: string, about: About & { name: string; officialOn?: string | undefined }, sealer: Sealer): PersonEntity {
    const nothing = { birthDate: null, birthYear: null, sex: null, homeTown: null, residenceNote: null, admittedOn: null };
    const numbers = { numbers: null, cardIndex: null, citizenIndex: null, phone: null };
    const person = Object.assign(new PersonEntity(), { id, ...nothing, ...numbers, officialOn: about.officialOn ?? null });
    person.describe(about, sealer);
    return person;
  }

  /** Takes over what is said and refuses days that do not follow each other. */
  describe(about: About, sealer: Sealer): void {
    if (about.name !== undefined) {
      this.name = about.name;
      this.searchText = searchTextOf(about.name);
      this.sortKey = sortKey(about.name);
    }
    if (about.birthDate !== undefined) {
      this.birthDate = about.birthDate;
      this.birthYear = Number(about.birthDate.slice(0, 4));
    }
    if (about.cardNumber !== undefined || about.citizenNumber !== undefined) {
      const { card, citizen } = openNumbers(sealer, this.id, this.numbers);
      this.numbers = sealNumbers(sealer, this.id, { card: about.cardNumber ?? card, citizen: about.citizenNumber ?? citizen });
    }
    if (about.cardNumber !== undefined) this.cardIndex = cardIndex(sealer, about.cardNumber);
    if (about.citizenNumber !== undefined) this.citizenIndex = citizenIndex(sealer, about.citizenNumber);
    if (about.phone !== undefined) this.phone = phone.write(sealer, this.id, about.phone);
    this.sex = about.sex ?? this.sex;
    this.homeTown = about.homeTown ?? this.homeTown;
    this.residenceNote = about.residenceNote ?? this.residenceNote;
    this.admittedOn = about.admittedOn ?? this.admittedOn;
    expectOrder(this.birthDate, this.admittedOn, this.officialOn);
  }
}

/** Begins with a space, so that ` ngu` finds the beginning of any word by the trigram index. */
export const searchTextOf = (name: string): string => ` ${searchText(name)}`;
