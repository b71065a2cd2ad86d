import type { CertificateState } from '@vungmanh/contracts/training/class-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { addMonths } from '@vungmanh/regulations/calendar';

/** A certificate goes one way only. */
export const transitions: Readonly<Record<CertificateState, readonly CertificateState[]>> = {
  VALID: ['REPLACED', 'WITHDRAWN'],
  REPLACED: [],
  WITHDRAWN: [],
};

/** Its first day without value; undefined where the syllabus says nothing of an end. */
export const expiryOf = (issuedOn: CalendarDate, validMonths: number | undefined): CalendarDate | undefined =>
  validMonths === undefined ? undefined : addMonths(issuedOn, validMonths);

/** Whether it counts on a day. */
export const isValid = (certificate: { state: CertificateState; expiresOn: CalendarDate | null }, on: CalendarDate): boolean =>
  certificate.state === 'VALID' && (certificate.expiresOn === null || on < certificate.expiresOn);

/** As printed and as it stands in the book: `15/2026/GCN`. */
export const numberText = (serial: number, year: number): string => `${String(serial).padStart(2, '0')}/${year}/GCN`;

/** Letters and digits that nobody takes for each other on paper. */
export const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^16, more than 79 bits: nobody finds one by trying. */
export const CODE_LENGTH = 16;

/** `ABCD-EFGH-JKMN-PQRS`. */
export const codeText = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** What people copy from paper: in any case, with hyphens and spaces. Undefined where it can be none. */
export function codeIn(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/[\s-]/g, '');
  return plain.length === CODE_LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? plain : undefined;
}
