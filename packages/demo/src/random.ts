import { createHash } from 'node:crypto';

/** Chance that is the same every time for the same seed (xorshift32), so that the demo province is a pure function of its seed. */
export class Random {
  private state: number;
  private ids = 0;

  constructor(private readonly seed: number | string) {
    let hash = 2166136261;
    for (const c of String(seed)) hash = Math.imul(hash ^ c.charCodeAt(0), 16777619);
    this.state = hash || 1;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.next() * from.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  }

  /**
   * A UUID of version 8 (RFC 9562: custom), the same for the same seed and turn. From a digest of the whole seed: the state of the
   * chance above has 32 bits, and among a year's fifty thousand meetings two would share it.
   */
  uuid(): string {
    this.ids += 1;
    const hex = [...createHash('sha256').update(`${this.seed} ${this.ids}`).digest('hex')].slice(0, 32);
    hex[12] = '8';
    hex[16] = '8';
    const s = hex.join('');
    return `${s.slice(0, 8)}-${s.slice(8, 12)}-${s.slice(12, 16)}-${s.slice(16, 20)}-${s.slice(20)}`;
  }
}
