import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { refuse } from '@vungmanh/platform/problem';

/** Enough for somebody who reads codes off paper; nothing for whoever tries them out. */
const MOST = 20;
const WINDOW_MS = 60_000;
/** Addresses that are remembered at once. */
const REMEMBERED = 50_000;

/** How often an address may ask about a certificate within a minute, in every mode. */
@Injectable()
export class CheckBudget {
  private readonly spent = new Map<string, { asked: number; until: number }>();

  constructor(private readonly clock: Clock) {}

  /** Throws `request/too-many` once an address has asked too often. */
  spend(address: string): void {
    const now = this.clock.millis();
    const known = this.spent.get(address);
    if (known && known.until > now) {
      known.asked += 1;
      if (known.asked > MOST) throw refuse('request/too-many');
      return;
    }
    // Whoever is forgotten early gets another minute: the codes are long enough without a limit.
    if (this.spent.size >= REMEMBERED) this.spent.clear();
    this.spent.set(address, { asked: 1, until: now + WINDOW_MS });
  }
}
