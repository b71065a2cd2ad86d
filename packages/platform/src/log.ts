import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

/** Structured logs on standard output, UTC, one JSON object a line. Fields are named by the caller: never a whole object from outside. */
export class Log {
  readonly pino: Logger;

  constructor(config: Pick<Config, 'service' | 'logLevel'>) {
    this.pino = pino({ level: config.logLevel, base: { service: config.service }, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(message: string, fields: Record<string, unknown> = {}): void {
    this.pino.info(fields, message);
  }

  warn(message: string, fields: Record<string, unknown> = {}): void {
    this.pino.warn(fields, message);
  }

  /** `cause` is logged with its stack; it must never be a person's input. */
  error(message: string, cause: unknown, fields: Record<string, unknown> = {}): void {
    this.pino.error({ ...fields, err: cause }, message);
  }
}

/** What Nest itself has to say, in the same lines. */
export function nestLogger(log: Log): LoggerService {
  const say = (level: 'debug' | 'warn' | 'error') => (message: unknown) => log.pino[level]({ from: 'nest' }, String(message));
  return { log: say('debug'), warn: say('warn'), error: say('error'), fatal: say('error'), debug: say('debug'), verbose: say('debug') };
}
