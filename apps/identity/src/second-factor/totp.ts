import { NewTotp } from '@vungmanh/contracts/identity/sign-in';
import { Secret, TOTP } from 'otpauth';
import type { z } from 'zod';

/** RFC 6238 as every app on a phone knows it. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const STEP_MS = SHAPE.period * 1000;
/** RFC 4226 recommends 160 bits. */
export const SECRET_BYTES = 20;

/** What everybody may know: the accounts of a simulated data set have it, so that nobody needs a phone to look around. */
export const SIMULATED_SECRET = 'VUNGMANHDULIEUMOPHONG2345ABCDEFG';

/** A secret in base32, from random bytes. */
export const secretOf = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).slice(0, SECRET_BYTES).buffer }).base32;

/** The secret as an app takes it in. */
export function newTotp(secret: string, username: string): z.infer<typeof NewTotp> {
  return { secret, uri: new TOTP({ ...SHAPE, issuer: 'Vững Mạnh', label: username, secret }).toString() };
}

/** The code of that moment. */
export const codeAt = (secret: string, millis: number): string => new TOTP({ ...SHAPE, secret }).generate({ timestamp: millis });

/** The time step whose code this is, one step early or late forgiven; undefined for a wrong code. */
export function stepOf(secret: string, code: string, millis: number): number | undefined {
  const delta = new TOTP({ ...SHAPE, secret }).validate({ token: code, timestamp: millis, window: 1 });
  return delta === null ? undefined : Math.floor(millis / STEP_MS) + delta;
}
