import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Log } from '@vungmanh/platform/log';
import type { FastifyReply } from 'fastify';
import { problemOf, sendProblem } from './problem.js';

/** The one way in which anything thrown on the way of a request leaves as an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.kind === 'internal') this.log.error('a request failed', error, { trace: reply.request.id });
    if (!reply.sent) sendProblem(reply, problem);
  }
}
