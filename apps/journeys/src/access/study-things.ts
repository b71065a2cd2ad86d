import { cascadeStudyCampaign, openStudyCampaign } from '@vungmanh/contracts/training/study-campaign';
import { listStudyLevels } from '@vungmanh/contracts/training/study-level';
import { addDays } from '@vungmanh/regulations/calendar';
import type { Person } from '../person.js';
import { eventually } from '../time.js';
import { DAY } from './places.js';

const order = {
  paper: { kind: 'RESOLUTION' as const, number: '01-NQ/MT', issuedOn: DAY, issuer: 'Cấp ủy mô phỏng', subject: 'Mô phỏng' },
  deadlines: (['SUPERIOR', 'GRASSROOTS', 'CELL'] as const).map((tier) => ({
    tier,
    studyBy: addDays(DAY, 300),
    programBy: addDays(DAY, 330),
    reviewBy: addDays(DAY, 360),
  })),
};

/** A campaign that has reached nobody yet. */
export async function studyDraft(officer: Person, nodeId: string): Promise<string> {
  return (await officer.doOnceKnown(openStudyCampaign, { nodeId, ...order })).id;
}

/** Where every organization of the matrix stands in one campaign of the province. */
export async function studyLevels(officer: Person, provinceId: string, nodes: readonly string[]) {
  const draft = await officer.doOnceKnown(openStudyCampaign, { nodeId: provinceId, ...order });
  await officer.do(cascadeStudyCampaign, { campaignId: draft.id }, draft);
  const levelAt = async (nodeId: string): Promise<string | undefined> =>
    (await officer.do(listStudyLevels, { campaignId: draft.id, nodeId, limit: 200 })).items.find((l) => l.nodeId === nodeId)?.id;
  return Promise.all(
    nodes.map(async (nodeId) => {
      const levelId = await eventually(
        () => levelAt(nodeId),
        (found) => found !== undefined,
      );
      return { nodeId, fields: { levelId: levelId ?? '', campaignId: draft.id } };
    }),
  );
}
