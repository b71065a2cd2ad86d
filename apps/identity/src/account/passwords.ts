import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP and ASVS 5.0 appendix C: argon2id, 46 MiB, one pass, one lane. The package's default algorithm is argon2id. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };
/** A hash takes a core for some 30 ms; more at a time would only make everybody's other requests wait. */
const AT_ONCE = 2;

/** Hashes and checks passwords, few at once; the others wait their turn. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(typed(password), COST));
  }

  /** Whether the password is right. Without a hash to compare with it takes as long and is always wrong. */
  async check(password: string, passwordHash: string | undefined): Promise<boolean> {
    if (passwordHash !== undefined) return this.inTurn(() => verify(passwordHash, typed(password)));
    this.decoy ??= this.hash('no account has this password');
    const decoy = await this.decoy;
    await this.inTurn(() => verify(decoy, typed(password)));
    return false;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** The same password typed with another input method is the same password. */
const typed = (password: string): string => password.normalize('NFC');
