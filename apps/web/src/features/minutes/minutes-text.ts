import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import type { MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import { z } from 'zod';

/** Minutes while they are written: anything may still be empty. */
export const MinutesDraft = z.object({
  items: z.array(z.object({ agendaIndex: z.number(), account: z.string().optional(), conclusion: z.string().optional() })),
  ideology: z.string().optional(),
  selfCriticism: z.string().optional(),
  praise: z.string().optional(),
  otherConclusion: z.string().optional(),
  speakers: z.number(),
  concerns: z.array(z.object({ topic: z.string(), count: z.number(), answer: z.string().optional() })),
});
export type MinutesDraft = z.infer<typeof MinutesDraft>;

/** Parts of the minutes beside the items of the agenda, in the order of the paper. */
export const parts = [
  ['ideology', 'Tình hình tư tưởng đảng viên, quần chúng'],
  ['selfCriticism', 'Tự phê bình và phê bình'],
  ['praise', 'Biểu dương, nhắc nhở'],
  ['otherConclusion', 'Kết luận chung của chủ trì'],
] as const;

const written = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.normalize('NFC').trim();

const without = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** What is sent: empty fields and lines left out, text as the contract wants it. */
export function contentOf(draft: MinutesDraft): MinutesContent {
  return without({
    items: draft.items
      .map((i) => without({ agendaIndex: i.agendaIndex, account: written(i.account), conclusion: written(i.conclusion) }))
      .filter((i) => i.account !== undefined || i.conclusion !== undefined)
      .toSorted((a, b) => a.agendaIndex - b.agendaIndex),
    ideology: written(draft.ideology),
    selfCriticism: written(draft.selfCriticism),
    praise: written(draft.praise),
    otherConclusion: written(draft.otherConclusion),
    speakers: draft.speakers,
    concerns: draft.concerns
      .filter((c) => c.topic.trim() !== '' || written(c.answer) !== undefined)
      .map((c) => without({ topic: c.topic.normalize('NFC').trim(), count: c.count, answer: written(c.answer) })),
  });
}

/** The draft with one item of the agenda changed. */
export function withItem(draft: MinutesDraft, agendaIndex: number, more: { account?: string; conclusion?: string }): MinutesDraft {
  const before = draft.items.find((i) => i.agendaIndex === agendaIndex) ?? { agendaIndex };
  return { ...draft, items: [...draft.items.filter((i) => i.agendaIndex !== agendaIndex), { ...before, ...more }] };
}

/** Every part of the minutes as label and text: for reading, and for holding two versions against each other. */
export function readable(content: MinutesDraft, agenda: readonly Pick<AgendaItem, 'title'>[]): readonly (readonly [label: string, text: string])[] {
  const items = agenda.flatMap((item, i) => {
    const at = content.items.find((one) => one.agendaIndex === i);
    const title = `${i + 1}. ${item.title}`;
    return [
      [title, at?.account ?? ''],
      [`${title} – kết luận`, at?.conclusion ?? ''],
    ] as const;
  });
  return [
    ...items,
    ...parts.map(([key, label]) => [label, content[key] ?? ''] as const),
    ['Số đồng chí phát biểu', String(content.speakers)],
    ['Kiến nghị, vướng mắc', content.concerns.map((c) => `${c.topic} (${c.count} ý kiến)${c.answer ? `: ${c.answer}` : ''}`).join('\n')],
  ];
}

/** The parts in which two versions differ. */
export function differences(
  mine: readonly (readonly [string, string])[],
  theirs: readonly (readonly [string, string])[],
): readonly { label: string; mine: string; theirs: string }[] {
  const other = new Map(theirs);
  const labels = new Set([...mine, ...theirs].map(([label]) => label));
  const own = new Map(mine);
  return [...labels]
    .map((label) => ({ label, mine: own.get(label) ?? '', theirs: other.get(label) ?? '' }))
    .filter((d) => d.mine.trim() !== d.theirs.trim());
}
