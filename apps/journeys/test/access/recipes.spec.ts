import { get, query } from '@vungmanh/contracts/operation';
import { operations } from '@vungmanh/contracts/registry';
import { Id } from '@vungmanh/contracts/types';
import { z } from 'zod';
import { asked } from '../../src/access/cases.js';
import { isListed } from '../../src/access/lists.js';
import { missingIn, recipeOf, unbound } from '../../src/access/recipes.js';
import { sampleOf } from '../../src/access/sample.js';

it('knows of every operation what it is asked about: a new one says it in src/access', () => {
  expect(operations.flatMap((operation) => missingIn(operation, isListed(operation)))).toEqual([]);
});

it('has an input for every operation', () => {
  const without = asked.flatMap((operation) => {
    try {
      sampleOf(operation);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : operation.subject];
    }
  });
  expect(without).toEqual([]);
});

it('excuses no operation that is not there, and none that is bound after all', () => {
  const known = new Map(operations.map((o) => [o.subject as string, o]));
  const idle = Object.keys(unbound).filter((subject) => {
    const operation = known.get(subject);
    return operation === undefined || recipeOf(operation) !== undefined;
  });
  expect(idle).toEqual([]);
});

it('says what to do where an operation names, binds or lists something that the matrix does not know', () => {
  const made = query({
    subject: 'meetings.thing.parts',
    http: get('/things/:thingId'),
    access: { grant: 'meetings:read' },
    input: z.strictObject({ thingId: Id }),
    output: z.strictObject({ items: z.array(z.strictObject({})) }),
  });
  const [unknown, lost, unlisted, ...more] = missingIn(made, false);
  expect(unknown).toContain('say what the id in "thingId" is of');
  expect(lost).toContain('its grant is bound to no id');
  expect(unlisted).toContain('it answers rows');
  expect(more).toEqual([]);
});
