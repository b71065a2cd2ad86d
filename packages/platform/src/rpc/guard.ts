import { Injectable } from '@nestjs/common';
import { type Access, isFresh, needsStepUp, type Operation } from '@vungmanh/contracts/operation';
import type { Actor } from '../actor/actor.js';
import { Clock } from '../clock.js';
import { refuse } from '../problem.js';
import { Grants } from '../scope/grants.js';
import { Scope } from '../scope/scope.js';

const NOWHERE: readonly string[] = [];

/** Decides, from the contract alone, whether an actor may ask, and in which organizations. Whatever is not allowed is refused. */
@Injectable()
export class Guard {
  constructor(
    private readonly grants: Grants,
    private readonly clock: Clock,
  ) {}

  /**
   * The scope of a request that may go on; throws `request/forbidden` or `request/not-found` for any other, and `request/step-up`
   * where whoever may ask has not given a second factor lately.
   */
  async admit(contract: Operation, actor: Actor, input: unknown): Promise<Scope> {
    const scope = await this.reach(contract, actor, input);
    if (needsStepUp(contract) && !isFresh(actor.secondAt, this.clock.millis())) throw refuse('request/step-up');
    return scope;
  }

  private async reach(contract: Operation, actor: Actor, input: unknown): Promise<Scope> {
    const access: Access = contract.access;
    if ('internal' in access) {
      if (!actor.service || !access.internal.includes(actor.service)) throw refuse('request/forbidden');
      return new Scope(NOWHERE, NOWHERE);
    }
    if ('anyone' in access) throw refuse('request/forbidden');
    if (actor.service) throw refuse('request/forbidden');
    // Nobody's name stands in an audit row for whom the actor may not act.
    if (!(await this.grants.mayAct(actor))) throw refuse('request/forbidden');
    if ('signedIn' in access) return new Scope(NOWHERE, NOWHERE);
    if ('self' in access) {
      // About themselves a person acts in their own name.
      if (!actor.person || actor.onBehalfOf !== undefined) throw refuse('request/forbidden');
      return new Scope(NOWHERE, NOWHERE);
    }
    const scope = await this.grants.scope(actor, access.grant);
    if (scope.empty) throw refuse('request/forbidden');
    if (access.on !== undefined) {
      const node = typeof input === 'object' && input !== null ? Reflect.get(input, access.on) : undefined;
      if (typeof node !== 'string' || !(await this.grants.covers(scope, node))) throw refuse('request/not-found');
    }
    return scope;
  }
}
