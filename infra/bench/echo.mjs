import { query } from '@vungmanh/contracts/operation';
import { z } from 'zod';

/** W7: the same input comes back, parsed on the way in and checked on the way out. */
export const echo = query({
  subject: 'meetings.echo.answer',
  access: { internal: ['gateway'] },
  input: z.strictObject({ text: z.string() }),
  output: z.object({ text: z.string() }),
});

/** An input whose JSON has that many bytes. */
export const inputOf = (bytes) => ({ text: 'x'.repeat(bytes - JSON.stringify({ text: '' }).length) });
