import type { Operation } from '@vungmanh/contracts/operation';
import { operations } from '@vungmanh/contracts/registry';
import { createHash } from 'node:crypto';
import type { Player } from './cast.js';
import { type Thing, type Verdict, verdictOn } from './oracle.js';
import { recipeOf } from './recipes.js';
import type { Stage } from './stage.js';
import { variants } from './variants.js';

/** Who asks what about which thing, and on which way. */
export interface Case {
  readonly operation: Operation;
  readonly who: Player | undefined;
  readonly thing: Thing | undefined;
  /** NATS is past the gateway, HTTP the plain form; anything else is the name of an odd one (`variants.ts`). */
  readonly way: string;
}

/** Signing in is the gateway's own and for everybody. */
export const asked = operations.filter((o) => !('anyone' in o.access));

export const nameOf = ({ operation, who, thing, way }: Case): string =>
  `${operation.subject} · ${who?.name ?? 'nobody'} · ${thing?.label ?? '–'} · ${way}`;

/** The same for the same name, any other for another: from 0 to below `of`. */
export const lot = (name: string, of: number): number => createHash('sha256').update(name).digest().readUInt32BE() % of;

export const verdictOf = ({ operation, who, thing }: Pick<Case, 'operation' | 'who' | 'thing'>, { places }: Stage): Verdict =>
  verdictOn(operation.access, who, thing, places.parents);

/** Everybody, each operation, each thing of its kind, plainly over HTTP and past the gateway; a closed account is closed at the gateway. */
export function plainCases({ cast, things }: Stage): Case[] {
  return asked.flatMap((operation) => {
    const kind = recipeOf(operation)?.kind;
    return [undefined, ...cast.players].flatMap((who) =>
      (kind === undefined ? [undefined] : things[kind]).flatMap((thing) => {
        const ways = [...(operation.http && !who?.service ? (['HTTP'] as const) : []), ...(who?.closed ? [] : (['NATS'] as const))];
        return ways.map((way) => ({ operation, who, thing, way }));
      }),
    );
  });
}

/** Every odd form of every operation by everybody, about a thing that the lot chooses. */
export function oddCases({ cast, things }: Stage, seed: number): Case[] {
  return asked.flatMap((operation) => {
    if (!operation.http) return [];
    const kind = recipeOf(operation)?.kind;
    const of = kind === undefined ? [undefined] : things[kind];
    const asking = [undefined, ...cast.players.filter((who) => !who.service)];
    return asking.flatMap((who) =>
      Object.keys(variants).map((way) => ({ operation, who, thing: of[lot(`${operation.subject}${who?.name}${way}${seed}`, of.length)], way })),
    );
  });
}
