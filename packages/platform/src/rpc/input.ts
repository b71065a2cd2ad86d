import type { InputOf, Operation } from '@vungmanh/contracts/operation';
import type { FieldError } from '@vungmanh/contracts/problem';
import { vietnamese } from '@vungmanh/contracts/zod-messages';
import { z } from 'zod';
import { refuse } from '../problem.js';

// Where a contract has no sentence of its own, whoever asks without our page reads the same as on it.
z.config({ customError: vietnamese });

/** JSON as the contract's input; throws `request/malformed`, or `request/invalid` with a pointer for each wrong field. Nothing at all is `{}`. */
export function parseInput<O extends Operation>(contract: O, body: Uint8Array): InputOf<O> {
  let json: unknown;
  try {
    json = body.length === 0 ? {} : JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8'));
  } catch {
    throw refuse('request/malformed');
  }
  const parsed = contract.input.safeParse(json);
  if (!parsed.success) throw refuse('request/invalid', { errors: parsed.error.issues.map(fieldError) });
  return parsed.data as InputOf<O>;
}

const fieldError = (issue: z.core.$ZodIssue): FieldError => ({
  pointer: issue.path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  // Never what was sent: whoever mixes up names and values would read it in logs.
  detail: issue.code === 'unrecognized_keys' ? 'Có mục không thuộc biểu mẫu này' : issue.message,
});
