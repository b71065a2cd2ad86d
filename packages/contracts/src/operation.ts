import { z } from 'zod';
import type { Permission } from './permission.js';
import type { Refusals } from './problem.js';
import type { ServiceName } from './service.js';

type Method = 'GET' | 'POST' | 'PUT';

/** `path` is below `/api`; `:name` takes a field of the input, the rest comes from the query (GET) or the body. */
export interface Http {
  readonly method: Method;
  readonly path: `/${string}`;
}

export const get = (path: `/${string}`): Http => ({ method: 'GET', path });
export const post = (path: `/${string}`): Http => ({ method: 'POST', path });
export const put = (path: `/${string}`): Http => ({ method: 'PUT', path });

/**
 * Who may ask. Default deny: an operation without one of these does not compile.
 * - `{ grant }`: accounts that hold the permission somewhere; every statement of the use case narrows itself with `call.scope`.
 * - `{ grant, on }`: the same, and the guard has checked that the organization named by that field of the input lies in scope.
 * - `{ grant, …, own: true }`: and the statements also reach what is the signed-in person's own, as with `self`.
 * - `{ …, stepUp: true }`: and whoever asks has given their second factor within the last {@link STEP_UP_MINUTES}.
 * - `{ self: true }`: the signed-in person about themselves; the use case reads `call.actor.person` and no id from the input.
 * - `{ signedIn: true }`: any signed-in account; only for what holds no data of an organization or a person.
 * - `{ internal }`: the named services with their own token, never a person, never over HTTP.
 * - `{ anyone }`: without a session; only the gateway's own acts (signing in), which nobody reaches over NATS.
 */
export type Access<Field extends string = string> =
  | { readonly grant: Permission; readonly on?: Field; readonly own?: true; readonly stepUp?: true }
  | { readonly self: true }
  | { readonly signedIn: true; readonly stepUp?: true }
  | { readonly internal: readonly ServiceName[] }
  | { readonly anyone: true };

/** How long a second factor that was given counts as fresh. */
export const STEP_UP_MINUTES = 10;

/** Whether an operation is only for somebody who has just given their second factor. */
export const needsStepUp = ({ access }: Pick<Operation, 'access'>): boolean => 'stepUp' in access && access.stepUp === true;

/** Whether a second factor that was given at that moment (epoch milliseconds) is fresh. A clock that was set back makes nothing fresh for longer. */
export const isFresh = (secondAt: number | undefined, now: number): boolean =>
  secondAt !== undefined && Math.abs(now - secondAt) <= STEP_UP_MINUTES * 60_000;

export interface Operation {
  readonly type: 'query' | 'command';
  /** `<service>.<noun>.<verb>`; NATS carries it as `rpc.<subject>`. */
  readonly subject: `${ServiceName}.${string}.${string}`;
  readonly http?: Http;
  readonly access: Access;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly errors: Refusals;
  /** The output carries `version`: the gateway answers it as a strong ETag. */
  readonly versioned: boolean;
}

export interface Query extends Operation {
  readonly type: 'query';
  /** The output is a `Download` (gateway/upload): the gateway streams that file instead of answering it. */
  readonly download?: true;
  /** The use case answers bytes that it keeps ready, gzipped, with an ETag: for what many ask and few change. */
  readonly stored?: boolean;
  /** What the audit trail and the member's own page call this reading, where readings are on record. */
  readonly audit?: string;
}

export interface Command extends Operation {
  readonly type: 'command';
  /** What the audit trail and the member's own page call this act. */
  readonly audit: string;
  /** `new` makes something (201, Location, ETag); `existing` changes one thing and demands If-Match; `many` is a process or a bulk. */
  readonly on: 'new' | 'existing' | 'many';
  /** Seconds after which the caller gives up; 5 unless the command says otherwise. */
  readonly deadlineSeconds: number;
}

interface Common<I extends z.ZodType, O extends z.ZodType, E extends Refusals> {
  subject: Operation['subject'];
  http?: Http;
  access: Access<Extract<keyof z.infer<I>, string>>;
  input: I;
  output: O;
  errors?: E;
}

type Frozen<T extends Operation, I extends z.ZodType, O extends z.ZodType, E extends Refusals> = Omit<T, 'input' | 'output' | 'errors'> & {
  readonly input: I;
  readonly output: O;
  readonly errors: E;
};

const versioned = (output: z.ZodType): boolean => output instanceof z.ZodObject && 'version' in output.shape;

/** Something that is asked and changes nothing. Safe to repeat. */
export function query<I extends z.ZodType, O extends z.ZodType, const E extends Refusals = Record<never, never>, S extends boolean = false>(
  o: Common<I, O, E> & { download?: true; stored?: S; audit?: string },
): Frozen<Query, I, O, E> & { readonly stored: S } {
  return { ...o, type: 'query', errors: (o.errors ?? {}) as E, versioned: versioned(o.output), stored: (o.stored ?? false) as S };
}

/** Something that changes state: demands an `Idempotency-Key`, and `If-Match` where it changes an existing thing. */
export function command<I extends z.ZodType, O extends z.ZodType, const E extends Refusals = Record<never, never>>(
  o: Common<I, O, E> & { audit: string; on: Command['on']; deadlineSeconds?: number },
): Frozen<Command, I, O, E> {
  return { ...o, type: 'command', errors: (o.errors ?? {}) as E, versioned: versioned(o.output), deadlineSeconds: o.deadlineSeconds ?? 5 };
}

export type InputOf<O extends Operation> = z.infer<O['input']>;
export type OutputOf<O extends Operation> = z.infer<O['output']>;
/** What a caller may leave out because the schema has a default. */
export type SentOf<O extends Operation> = z.input<O['input']>;
export type ErrorOf<O extends Operation> = Extract<keyof O['errors'], string>;
