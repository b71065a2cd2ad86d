/** Something signed or sealed in parts, as every token of the platform and of an issuer is (JWS, JWE). */
const SIGNED = /eyJ[\w-]{8,}\.[\w-]*\.[\w-]+/;

/** The references of sessions in cookies, as a browser or `Cookie` has them: `session=<reference>`, be it `__Host-`. */
export const referencesIn = (cookies: string): string[] =>
  [...cookies.matchAll(/(?:^|[;\s])(?:__Host-)?session=([^;\s]+)/g)].map(([, reference = '']) => reference);

/** What of a sign-in stands in a text where no page could need it: a token, or a reference that only a cookie may carry. */
export function tokensIn(text: string, references: readonly string[]): string[] {
  return [...(SIGNED.test(text) ? ['a signed token'] : []), ...(references.some((one) => text.includes(one)) ? ['the reference of a session'] : [])];
}
