import { Direct } from '@vungmanh/testing/direct';
import { clockAheadMs } from '../time.js';
import { type Answer, demandsOf, requestOf, send } from './ask.js';
import { type Case, lot, nameOf, verdictOf } from './cases.js';
import { opensMore, wrongWith } from './oracle.js';
import { inputAbout, recipeOf } from './recipes.js';
import { sampleOf } from './sample.js';
import type { Stage } from './stage.js';
import { variants } from './variants.js';

/** Asks the cases of a stage and tells what was answered that should not have been. */
export class Judge {
  private constructor(
    private readonly stage: Stage,
    private readonly direct: Direct,
  ) {}

  static async open(stage: Stage): Promise<Judge> {
    const { TEST_PLATFORM_NATS: nats = '', TEST_KEYS_DIR: keys = '' } = process.env;
    return new Judge(stage, await Direct.open(nats, keys, clockAheadMs()));
  }

  close(): Promise<void> {
    return this.direct.close();
  }

  /** What is wrong with the answer to one case, or undefined. */
  async wrongIn(one: Case): Promise<string | undefined> {
    const verdict = verdictOf(one, this.stage);
    const variant = variants[one.way];
    if (variant && !variant.same) {
      const answer = await this.odd(one);
      if (answer?.code === variant.refusedAtTheDoor) return undefined;
      const within = answer?.code === 'done' ? recipeOf(one.operation)?.refusedIn?.(answer.body) : undefined;
      const wrong = answer && opensMore(within === undefined ? answer.status : 422, within ?? answer.code, verdict);
      return wrong === undefined ? undefined : `${nameOf(one)}: ${answer?.status} ${answer?.code}, ${wrong}`;
    }
    const code = await this.codeOf(one);
    const wrong = code === undefined ? undefined : wrongWith(code, verdict, this.isFound(one));
    return wrong === undefined ? undefined : `${nameOf(one)}: ${code}, ${wrong}`;
  }

  /** The code with which a case is refused, or `done`; undefined where the operation has no such form. */
  async codeOf(one: Case): Promise<string | undefined> {
    const { operation, who, thing, way } = one;
    const refusedIn = recipeOf(operation)?.refusedIn;
    if (way !== 'NATS') {
      const answer = variants[way] ? await this.odd(one) : await send(requestOf(operation, inputAbout(operation, thing), who));
      return answer?.code === 'done' ? (refusedIn?.(answer.body) ?? 'done') : answer?.code;
    }
    const { person, onBehalfOf, service } = who ?? {};
    const claims = { ...(person ? { person } : {}), ...(onBehalfOf ? { onBehalfOf } : {}), ...(service ? { service } : {}) };
    const secondAt = Date.now() + clockAheadMs();
    const actor = who && { id: who.accountId, session: 'access', secondAt, ...claims };
    const { code, json } = await this.direct.ask(operation, inputAbout(operation, thing), actor, demandsOf(operation));
    return json && refusedIn ? (refusedIn(json()) ?? code) : code;
  }

  /** The whole answer to a plain request over HTTP. */
  async answered({ operation, who, thing }: Case): Promise<Answer> {
    return send(requestOf(operation, inputAbout(operation, thing), who));
  }

  private async odd(one: Case): Promise<Answer | undefined> {
    const { operation, who, thing, way } = one;
    const kind = recipeOf(operation)?.kind;
    const inReach = (kind === undefined ? [] : this.stage.things[kind]).filter(
      (each) => each !== thing && verdictOf({ operation, who, thing: each }, this.stage) === 'let in',
    );
    const other = inReach[lot(nameOf(one), Math.max(1, inReach.length))];
    const request = requestOf(operation, inputAbout(operation, thing), who);
    const made = variants[way]?.form({ operation, request, thing, other, foreignKey: 'key-of-another-person' });
    return made && send(made);
  }

  /** Whether nothing but the thing could be missing, so that whoever is let in finds it. */
  private isFound({ operation, thing }: Case): boolean {
    const recipe = recipeOf(operation);
    if (thing === undefined || recipe === undefined) return false;
    return recipe.kind === 'node' ? operation.type === 'query' && Object.keys(sampleOf(operation)).length === 1 : true;
  }
}

/** Asks all of them, so many at once; what was wrong, in order. `enough` ends it as soon as so many were found. */
export async function judgeAll(judge: Judge, cases: readonly Case[], { atOnce = 8, enough = Number.POSITIVE_INFINITY } = {}): Promise<string[]> {
  const waiting = cases.values();
  const wrong: string[] = [];
  const ask = async (): Promise<void> => {
    for (const one of waiting) {
      if (wrong.length >= enough) return;
      let found = await judge.wrongIn(one);
      // What came too late says nothing of who may: a busy machine is asked again.
      for (let again = 0; again < 2 && found?.includes('request/timeout') === true; again += 1) found = await judge.wrongIn(one);
      if (found !== undefined) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return wrong.sort();
}
