/** What is asked for besides the password. */
export interface Asked {
  readonly totp: boolean;
  readonly cardNumber?: number;
  readonly simulatedCode?: string;
}
type Answers = (asked: Asked) => string | Promise<string>;

/** See sign-in.mjs. */
export function signInThrough(
  baseUrl: string,
  account: { readonly username: string; readonly password: string; readonly code?: Answers },
): Promise<{ readonly cookie: string; readonly response?: undefined } | { readonly cookie?: undefined; readonly response: Response }>;

/** See sign-in.mjs. */
export function stepUpThrough(
  ask: (method: 'GET' | 'POST', path: string, body?: object) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>,
  code?: Answers,
): Promise<boolean>;
