import { randomInt } from 'node:crypto';
import { CODE_LENGTH, LETTERS } from './certificate.rules.js';

/** A code of its own, without hyphens. It says nothing of whom or what it stands for. */
export const newCode = (): string => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
