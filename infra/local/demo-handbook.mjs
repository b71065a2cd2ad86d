import { inParallel } from './client.mjs';

/** The handbook, written and published by the province; answers what an agenda may cite on the work with members. */
export async function loadHandbook(client, { nodeId, log }) {
  const { demoChapters } = await import('@vungmanh/demo/handbook');
  const citable = [];
  await inParallel(demoChapters, 4, async ({ code, content }) => {
    const draft = await client.call('POST', '/handbook/chapters', { nodeId, code, content });
    const note = { note: 'Dữ liệu mô phỏng' };
    const published = await client.call('POST', `/handbook/chapters/${draft.id}/editions`, note, { ifMatch: draft.version });
    if (content.areas.includes('PARTY_BUILDING')) citable.push({ code, chapterId: draft.id, edition: published.edition });
  });
  log(`  ${demoChapters.length} chương Sổ tay nghiệp vụ`);
  return citable.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code: _, ...citation }) => citation);
}
