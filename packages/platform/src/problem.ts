import { common, type CommonCode, type FieldError, type Kind } from '@vungmanh/contracts/problem';
import type { ErrorOf, Operation } from '@vungmanh/contracts/operation';

/** A refusal on its way to the person; everything in it may be shown. */
export class Problem extends Error {
  constructor(
    readonly kind: Kind,
    readonly code: string,
    readonly title: string,
    readonly more: { detail?: string; errors?: FieldError[] } = {},
  ) {
    super(`${code}: ${title}`);
    this.name = 'Problem';
  }

  /** As it travels in a reply. */
  toJSON(): { kind: Kind; code: string; title: string; detail?: string; errors?: FieldError[] } {
    return { kind: this.kind, code: this.code, title: this.title, ...this.more };
  }
}

/**
 * A rule that was broken. Rules are pure and know no contract: whoever calls the rule declares the code, and an undeclared
 * one becomes `request/internal` and fails the spec that caused it.
 */
export class Broken extends Error {
  constructor(
    readonly code: string,
    readonly detail?: string,
  ) {
    super(code);
    this.name = 'Broken';
  }
}

/** Refuses with an error that the contract declares; another code does not compile. */
export function fail<O extends Operation>(contract: O, code: ErrorOf<O>, more: { detail?: string; errors?: FieldError[] } = {}): Problem {
  const refusal = contract.errors[code];
  if (!refusal) throw new Error(`${contract.subject} does not declare ${code}`);
  return new Problem(refusal.kind, code, refusal.title, more);
}

/** One of the refusals that every operation shares. */
export function refuse(code: CommonCode, more: { detail?: string; errors?: FieldError[] } = {}): Problem {
  return new Problem(common[code].kind, code, common[code].title, more);
}
