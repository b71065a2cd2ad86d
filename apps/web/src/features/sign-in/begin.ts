import type { SentOf } from '@vungmanh/contracts/operation';
import { signIn, signInCode } from '@vungmanh/contracts/gateway/session';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import { api, problemFrom } from '../../api/api.js';

/** Where a sign-in begins: from here the gateway leads to whoever vouches for people. */
export const startOf = (from: string | undefined): string => `/api/sign-in/start${from === undefined ? '' : `?from=${encodeURIComponent(from)}`}`;

/** Gives name and password to the provider; one that no longer waits is asked to wait anew, and nobody notices. Answers what follows. */
export async function answer(credentials: SentOf<typeof signIn>, from: string | undefined): Promise<SignInAnswer> {
  try {
    return await api(signIn, credentials);
  } catch (thrown) {
    if (problemFrom(signIn, thrown)?.code !== 'identity/sign-in-over') throw thrown;
    await fetch(startOf(from));
    return api(signIn, credentials);
  }
}

/** Gives the code that was asked for. */
export const answerCode = (code: SentOf<typeof signInCode>): Promise<SignInAnswer> => api(signInCode, code);
