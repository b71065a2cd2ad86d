import { personalData } from '@vungmanh/contracts/privacy/register';

/** What a canary stands for: an entry of the register of personal data. */
export type Kind = (typeof personalData)[number]['key'];

const WORD = 'qzx';
const LETTERS = 9;
const DIGITS = { cardNumber: '71', citizenNumber: '72', phone: '73' } as const;
const NUMBER = 12;
/** Written anywhere, in any case, within other text. Numbers overlap: each place may begin one. */
const looksLikeOne = new RegExp(`${WORD}[a-z]{${LETTERS}}|(?=(7[123]\\d{${NUMBER - 2}}))`, 'g');
/** Long enough to hold a canary that was encoded on its way, as cursors are. */
const encoded = /[\w+/-]{20,}={0,2}/g;

/**
 * Distinct values that occur nowhere else, each put into one field of one person; whoever finds one in a place knows what leaked there.
 * Words are plain letters and numbers plain digits, so that they survive folding of case and marks, escapes of JSON and of addresses.
 */
export class Canaries {
  private readonly made = new Map<string, Kind>();

  get count(): number {
    return this.made.size;
  }

  /** A word for names and texts, in small letters. */
  word(kind: Kind): string {
    return this.keep(kind, WORD + spread(this.made.size, 26, LETTERS, (d) => String.fromCharCode(97 + d)));
  }

  /** Twelve digits. */
  number(kind: keyof typeof DIGITS): string {
    return this.keep(kind, DIGITS[kind] + spread(this.made.size, 10, NUMBER - 2, String));
  }

  /** What leaked into a text: kinds with one of the values found; also into what is base64 in it. */
  in(text: string): Map<Kind, string> {
    const found = new Map<Kind, string>();
    this.look(text.toLowerCase(), found);
    for (const [piece] of text.matchAll(encoded)) this.look(Buffer.from(piece, 'base64').toString('latin1').toLowerCase(), found);
    return found;
  }

  private look(text: string, found: Map<Kind, string>): void {
    for (const match of text.matchAll(looksLikeOne)) {
      const value = match[1] ?? match[0];
      const kind = this.made.get(value);
      if (kind !== undefined) found.set(kind, value);
    }
  }

  private keep(kind: Kind, value: string): string {
    if (this.made.has(value)) throw new Error('A canary was made twice');
    this.made.set(value, kind);
    return value;
  }
}

/** A number as so many digits, far from those before and after it; different for different numbers. */
function spread(n: number, base: number, digits: number, show: (digit: number) => string): string {
  const modulus = BigInt(base) ** BigInt(digits);
  // Odd and no multiple of 5 or 13: a bijection for these bases.
  let value = (BigInt(n + 1) * 6_364_136_223_846_793_007n) % modulus;
  let text = '';
  for (let i = 0; i < digits; i += 1) {
    text = show(Number(value % BigInt(base))) + text;
    value /= BigInt(base);
  }
  return text;
}
