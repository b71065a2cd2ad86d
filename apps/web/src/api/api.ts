import type { ErrorOf, Operation, OutputOf, Query, SentOf } from '@vungmanh/contracts/operation';
import { offline, problemOf, ProblemError } from './problem-error.js';
import { actingHeader } from './acting.js';
import { type Carried, requestOf } from './request.js';

export interface CallOptions extends Carried {
  readonly signal?: AbortSignal;
}

type Lost = (problem: ProblemError) => void;
let sessionLost: Lost | undefined;

/** The shell says here what happens when an answer is 401. */
export function onSessionLost(listener: Lost): void {
  sessionLost = listener;
}

let held: string | undefined;

/**
 * The page of a meeting that is being held says here which one: then only an answer about that meeting means that the session has
 * ended. Everything else may fall idle behind it.
 */
export function onlyMeeting(meetingId: string | undefined): void {
  held = meetingId;
}

type Asks = () => Promise<boolean>;
let codeAsked: Asks | undefined;

/** The shell says here how a fresh code is asked for; answers whether one was given. */
export function onStepUp(asks: Asks | undefined): void {
  codeAsked = asks;
}

/** The same once more after a fresh code, under the same idempotency key, where the answer is that one is needed. */
async function exchange(url: string, init: RequestInit): Promise<Response> {
  try {
    return await exchangeOnce(url, init);
  } catch (thrown) {
    const needed = thrown instanceof ProblemError && thrown.code === 'request/step-up';
    if (!needed || codeAsked === undefined || !(await codeAsked())) throw thrown;
    return exchangeOnce(url, init);
  }
}

/** One HTTP exchange; throws a {@link ProblemError} for anything but success, and nothing else. */
async function exchangeOnce(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw offline();
  }
  if (response.ok) return response;
  const problem = problemOf(response.status, await response.json().catch(() => undefined));
  const behind = held !== undefined && !url.includes(held);
  if (problem.kind === 'unauthenticated' && !url.startsWith('/api/sign-in') && !behind) sessionLost?.(problem);
  throw problem;
}

async function json<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    throw problemOf(response.status, undefined);
  }
}

/**
 * The one client: asks an operation of the gateway by its contract. The answer was checked against the contract by the
 * platform and is not parsed again. Throws {@link ProblemError} with the codes that the contract declares.
 */
export async function api<O extends Operation>(operation: O, input: SentOf<O>, options: CallOptions = {}): Promise<OutputOf<O>> {
  const { url, headers, ...init } = requestOf(operation, input as Record<string, unknown>, options);
  return await json<OutputOf<O>>(
    await exchange(url, { ...init, headers: { ...headers, ...actingHeader(operation) }, signal: options.signal ?? null }),
  );
}

/** Narrows what a call threw to the codes of its contract. */
export function problemFrom<O extends Operation>(_operation: O, thrown: unknown): ProblemError<ErrorOf<O>> | undefined {
  return thrown instanceof ProblemError ? (thrown as ProblemError<ErrorOf<O>>) : undefined;
}

/** Saves the file that a query with a download answers, under the name that the server gives it. A plain link could not carry our header. */
export async function download<Q extends Query>(operation: Q, input: SentOf<Q>, signal?: AbortSignal): Promise<void> {
  const { url, ...init } = requestOf(operation, input as Record<string, unknown>);
  const response = await exchange(url, { ...init, headers: { ...init.headers, ...actingHeader(operation), Accept: '*/*' }, signal: signal ?? null });
  const given = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const href = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href, download: given ? decodeURIComponent(given) : 'tai-lieu' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
