import { statusOf } from '@vungmanh/contracts/problem';
import { Problem, refuse } from '@vungmanh/platform/problem';
import type { FastifyReply } from 'fastify';

/** Answers a refusal as RFC 9457 says; `instance` is the trace id under which the logs tell the rest. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { kind, code, title, more } = problem;
  const status = statusOf[kind];
  const body = { type: `urn:vungmanh:problem:${code}`, title, status, code, ...more, instance: reply.request.id };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

/** What Fastify and Nest refuse by themselves, in our own words; anything unplanned says nothing but its trace id. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  switch (statusIn(error)) {
    case 400:
      return refuse('request/malformed');
    case 404:
    case 405:
      return refuse('request/not-found');
    case 413:
      return refuse('request/too-large');
    case 415:
      return refuse('request/unsupported-type');
    default:
      return refuse('request/internal');
  }
}

function statusIn(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const status: unknown = 'getStatus' in error && typeof error.getStatus === 'function' ? error.getStatus() : Reflect.get(error, 'statusCode');
  return typeof status === 'number' ? status : 500;
}
