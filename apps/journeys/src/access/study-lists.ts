import { type Asked, below, byId, byNode, type Listing, parentsOf, thingsIn } from './listing.js';
import { holding } from './oracle.js';

const cascaded: Listing['inputOf'] = ({ things }) => ({ campaignId: things['study-level'][0]?.fields['campaignId'] });

/** Where somebody holds the right itself, whatever reaches down from above. */
const heldHere = ({ who, permission, stage }: Asked): string[] =>
  holding(who, permission)
    .map((h) => h.nodeId)
    .filter((node) => Object.values(stage.places.nodes).includes(node));

export const studyLists: Readonly<Record<string, Listing>> = {
  'training.study-campaign.list': { id: byId, of: 'node', must: (asked) => thingsIn(asked, 'campaignId', [asked.nodeId], 'study-campaign') },
  'training.study-campaign.counts': {
    inputOf: cascaded,
    id: byNode,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => below(asked).filter((node) => node === asked.nodeId || parentsOf(asked).get(node) === asked.nodeId),
  },
  'training.study-level.list': {
    inputOf: cascaded,
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'below',
    must: (asked) => thingsIn(asked, 'levelId', below(asked), 'study-level'),
  },
  'training.study-level.owed': {
    id: byId,
    nodeOf: (row) => row['nodeId'],
    of: 'reach',
    must: (asked) => thingsIn(asked, 'levelId', heldHere(asked), 'study-level'),
  },
};
