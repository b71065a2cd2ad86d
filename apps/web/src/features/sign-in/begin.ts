import type { SentOf } from '@vungmanh/contracts/operation';
import { signIn } from '@vungmanh/contracts/gateway/session';
import { api, problemFrom } from '../../api/api.js';

/** Where a sign-in begins: from here the gateway leads to whoever vouches for people. */
export const startOf = (from: string | undefined): string => `/api/sign-in/start${from === undefined ? '' : `?from=${encodeURIComponent(from)}`}`;

/** Gives name and password to the provider; one that no longer waits is asked to wait anew, and nobody notices. Answers where to go on. */
export async function answer(credentials: SentOf<typeof signIn>, from: string | undefined): Promise<string> {
  try {
    return (await api(signIn, credentials)).to;
  } catch (thrown) {
    if (problemFrom(signIn, thrown)?.code !== 'identity/sign-in-over') throw thrown;
    await fetch(startOf(from));
    return (await api(signIn, credentials)).to;
  }
}
