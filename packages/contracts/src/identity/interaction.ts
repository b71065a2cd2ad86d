/**
 * The cookie by which the provider knows the browser that began a sign-in: the password counts only where it holds it. Under https
 * no other host can set it.
 * @param origin how people write the address of the platform
 */
export const interactionCookie = (origin: string): string => (origin.startsWith('https:') ? '__Host-oidc-interaction' : 'oidc-interaction');
