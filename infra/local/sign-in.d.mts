/** See sign-in.mjs. */
export function signInThrough(
  baseUrl: string,
  account: { readonly username: string; readonly password: string },
): Promise<{ readonly cookie: string; readonly response?: undefined } | { readonly cookie?: undefined; readonly response: Response }>;
