import { downloadDocument, downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import type { Operation } from '@vungmanh/contracts/operation';
import { assignFollower } from '@vungmanh/contracts/organization/follower';
import { requestOf, send } from './ask.js';
import { holding, mayAt, type Thing } from './oracle.js';
import { sampleOf } from './sample.js';
import type { Stage } from './stage.js';
import type { Kind } from './things.js';

/** Operations whose input names two things: the one is in reach, the other is not. */
const pairs: readonly { operation: Operation; near: Kind; far: Kind; input: (near: Thing, far: Thing) => Record<string, unknown> }[] = [
  { operation: addMeeting, near: 'node', far: 'body', input: (near, far) => ({ nodeId: near.nodeId, bodyId: far.fields['bodyId'] }) },
  {
    operation: assignFollower,
    near: 'body',
    far: 'body',
    input: (near, far) => ({ bodyIds: [near.fields['bodyId'], far.fields['bodyId']] }),
  },
  ...[downloadDocument, downloadMyDocument].map((operation) => ({
    operation,
    near: 'notice' as const,
    far: 'notice' as const,
    input: (near: Thing, far: Thing) => ({ meetingId: near.fields['meetingId'], documentId: far.fields['documentId'] }),
  })),
];

/** What was done with a thing that lies out of reach because another one, in reach, was named beside it; and how many were tried. */
export async function crossed({ cast, things, places }: Stage): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = [];
  let tried = 0;
  for (const { operation, near, far, input } of pairs) {
    const { access } = operation;
    for (const who of cast.players) {
      const may = (thing: Thing): boolean =>
        'grant' in access ? mayAt(who, access.grant, thing.nodeId, places.parents) : (thing.people ?? []).includes(who.person ?? '');
      if ('grant' in access && holding(who, access.grant).length === 0) continue;
      const [inReach] = things[near].filter(may);
      const [outside] = things[far].filter((thing) => thing.label !== 'absent' && !may(thing));
      if (!inReach || !outside || who.closed) continue;
      tried += 1;
      const { code } = await send(requestOf(operation, { ...sampleOf(operation), ...input(inReach, outside) }, who));
      if (code !== 'request/not-found' && !(who.onBehalfOf && code === 'request/forbidden'))
        wrong.push(`${operation.subject} · ${who.name}: ${code}`);
    }
  }
  return { tried, wrong };
}
