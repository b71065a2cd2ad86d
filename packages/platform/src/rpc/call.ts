import type { InputOf, Operation } from '@vungmanh/contracts/operation';
import type { Actor } from '../actor/actor.js';
import type { Scope } from '../scope/scope.js';

/** One request, verified and parsed: what a use case receives. */
export interface Call<O extends Operation = Operation> {
  readonly contract: O;
  readonly input: InputOf<O>;
  readonly actor: Actor;
  /** Empty for operations whose access is not a grant. */
  readonly scope: Scope;
  /** The idempotency key; always there for a command. */
  readonly key?: string;
  /** The version that the caller has seen; always there for a command on an existing thing. */
  readonly ifMatch?: number;
  /** Follows the request through every service, log line and event. */
  readonly trace: string;
}
