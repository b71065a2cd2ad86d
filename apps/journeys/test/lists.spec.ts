import { operations } from '@vungmanh/contracts/registry';
import { z } from 'zod';
import { sampleOf } from '../src/access/sample.js';
import { Person } from '../src/person.js';

const lists = operations.filter((o) => o.http && o.input instanceof z.ZodObject && 'limit' in o.input.shape);

/** What the contract says of every list (packages/contracts/test/lists.spec.ts), as whoever asks over HTTP meets it. */
it('a page that is too long is refused over HTTP, in Vietnamese, at the field that is wrong', async () => {
  const officer = await Person.signedIn('canbo.tinh');
  const answers = new Map<string, unknown>();
  for (const list of lists) {
    for (const limit of [201, 0]) {
      const { status, body } = await officer.send(list, { ...sampleOf(list), limit });
      answers.set(`${list.subject} ${limit}`, { status, code: body.code, errors: body.errors });
    }
  }
  const errors = [{ pointer: '/limit', detail: 'Mỗi trang có từ 1 đến 200 dòng. Hãy xem tiếp bằng trang sau.' }];
  const others = [...answers].filter(([, answer]) => JSON.stringify(answer) !== JSON.stringify({ status: 422, code: 'request/invalid', errors }));
  expect(others).toEqual([]);
  expect(answers.size).toBeGreaterThan(40);
});
