import { z } from 'zod';
import { command, get, query } from '../src/operation.js';
import { operations } from '../src/registry.js';
import { Id } from '../src/types.js';

const input = z.strictObject({ nodeId: Id });
const output = z.strictObject({});

/**
 * These are checked by the compiler: each `@ts-expect-error` is itself an error where the line below it compiles. What stands here
 * never runs.
 */
function neverCompiles(): void {
  // @ts-expect-error -- a question without an access rule
  query({ subject: 'identity.thing.ask', http: get('/things'), input, output });
  // @ts-expect-error -- an act without an access rule
  command({ subject: 'identity.thing.do', audit: 'Làm', on: 'many', input, output });
  // @ts-expect-error -- an access rule that says nothing
  query({ subject: 'identity.thing.ask', access: {}, input, output });
  // @ts-expect-error -- nobody is no access rule
  query({ subject: 'identity.thing.ask', access: undefined, input, output });
  // @ts-expect-error -- a permission that no role can hold
  query({ subject: 'identity.thing.ask', access: { grant: 'identity:everything' }, input, output });
  // @ts-expect-error -- an organization in a field that the input has not
  query({ subject: 'identity.thing.ask', access: { grant: 'identity:manage-grants', on: 'organizationId' }, input, output });
  // @ts-expect-error -- a service that is none
  query({ subject: 'identity.thing.ask', access: { internal: ['nobody'] }, input, output });
}

it('an operation with an access rule compiles, and every operation has one', () => {
  const asked = query({ subject: 'identity.thing.ask', access: { grant: 'identity:manage-grants', on: 'nodeId' }, input, output });
  expect(asked.access).toEqual({ grant: 'identity:manage-grants', on: 'nodeId' });
  expect(neverCompiles).toBeInstanceOf(Function);
  const kinds = ['grant', 'self', 'signedIn', 'internal', 'anyone'];
  expect(operations.filter((o) => kinds.filter((k) => k in o.access).length !== 1).map((o) => o.subject)).toEqual([]);
});
