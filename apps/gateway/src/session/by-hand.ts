import type { InputOf, Operation } from '@vungmanh/contracts/operation';
import { parseInput } from '@vungmanh/platform/rpc/input';
import type { FastifyRequest } from 'fastify';

/** The path of an operation that the gateway answers itself. */
export function pathOf(operation: Operation): string {
  if (!operation.http) throw new Error(`${operation.subject} has no route`);
  return operation.http.path;
}

/** The body as the contract wants it; the gateway's JSON parser hands it over as bytes. */
export function inputOf<O extends Operation>(operation: O, request: FastifyRequest): InputOf<O> {
  return parseInput(operation, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
}
