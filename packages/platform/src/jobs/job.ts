import type { ServiceName } from '@vungmanh/contracts/service';
import 'reflect-metadata';
import { z } from 'zod';

const KIND = Symbol('vungmanh:job');

/** A kind of work that is done after the commit that asked for it; one constant beside the feature. */
export interface JobKind<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
  /** Of a kind that is done every day: milliseconds after the day has begun in Asia/Ho_Chi_Minh. */
  readonly afterMs?: number;
}

/** Declares a kind of job: `<service>.<noun>.<verb>`. The payload holds ids and dates, like an event. */
export function jobKind<Payload extends z.ZodType>(name: `${ServiceName | 'platform'}.${string}`, payload: Payload): JobKind<Payload> {
  return { name, payload };
}

/** What a daily job is about. */
export const Day = z.strictObject({ day: z.iso.date() });

/**
 * Declares a kind that nobody asks for: the worker does it once a day, `afterMs` after midnight in Asia/Ho_Chi_Minh, and expects each
 * next day before it does one. A day on which no process ran is left out: what it would have done is for the next to make up.
 */
export function dailyKind(name: `${ServiceName | 'platform'}.${string}`, afterMs = 0): JobKind<typeof Day> {
  return { name, payload: Day, afterMs };
}

/** One attempt at a job. */
export interface JobRun {
  readonly id: string;
  readonly trace: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process is asked to leave: work that can be taken up again throws, and is not counted as failed. */
  readonly stopping: AbortSignal;
  /** Says how far it is; whoever waits sees it. */
  progress(done: number, total: number): Promise<void>;
  /** The file that came out of it. */
  result(fileId: string): Promise<void>;
}

/**
 * Does one kind of job. It may run again after a crash, so running it twice must change nothing; after five failed attempts
 * it stands as FAILED with its error for the operator.
 */
export function Job<Payload extends z.ZodType>(kind: JobKind<Payload>) {
  return <M extends (payload: z.infer<Payload>, run: JobRun) => Promise<void>>(
    _target: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<M>,
  ): void => {
    if (method.value) Reflect.defineMetadata(KIND, kind, method.value);
  };
}

/** The kind of job that a method does, if any. */
export function jobKindOf(method: object): JobKind | undefined {
  return Reflect.getMetadata(KIND, method) as JobKind | undefined;
}
