import { DraftItem, type ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import { newId } from '@vungmanh/contracts/new-id';
import { z } from 'zod';
import { showDate } from '../../text/dates.js';

/** A resolution while it is drafted: anything may still be empty. */
export const ResolutionDraft = z.object({
  assessment: z.string().optional(),
  shortcomings: z.string().optional(),
  direction: z.string().optional(),
  items: z.array(
    DraftItem.extend({ content: z.string(), requirement: z.string().optional(), measure: z.string().optional(), degree: z.string().optional() }),
  ),
});
export type ResolutionDraft = z.infer<typeof ResolutionDraft>;
export type ItemDraft = ResolutionDraft['items'][number];

/** The six fields without which no item is issued, in the order of the paper. */
export const fieldLabel = {
  content: 'nội dung',
  requirement: 'yêu cầu',
  measure: 'biện pháp',
  deadline: 'thời hạn',
  doer: 'người thực hiện',
  checker: 'người kiểm tra',
} as const;
export type ItemField = keyof typeof fieldLabel;

const empty = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** What an item still lacks. */
export function missingOf(item: ItemDraft): ItemField[] {
  const lacks: Record<ItemField, boolean> = {
    content: empty(item.content),
    requirement: empty(item.requirement),
    measure: empty(item.measure),
    deadline: item.deadline === undefined,
    doer: item.doerIds.length === 0 && !item.doerIsBody,
    checker: item.checkerId === undefined,
  };
  return (Object.keys(fieldLabel) as ItemField[]).filter((field) => lacks[field]);
}

export const newItem = (now: Date): ItemDraft => ({ id: newId(now.getTime()), content: '', doerIds: [], doerIsBody: false });

const written = (text: string | undefined): string | undefined => (empty(text) ? undefined : text?.normalize('NFC').trim());
const without = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** What is sent: empty fields left out, and items in which nothing was written. */
export function contentOf(draft: ResolutionDraft): ResolutionContent {
  return without({
    assessment: written(draft.assessment),
    shortcomings: written(draft.shortcomings),
    direction: written(draft.direction),
    items: draft.items
      .filter((item) => missingOf(item).length < Object.keys(fieldLabel).length)
      .map((item) =>
        without({
          ...item,
          content: item.content.normalize('NFC').trim(),
          requirement: written(item.requirement),
          measure: written(item.measure),
          degree: written(item.degree),
        }),
      ),
  });
}

export const sections = [
  ['assessment', 'Đánh giá kết quả tháng trước'],
  ['shortcomings', 'Hạn chế, nguyên nhân'],
  ['direction', 'Phương hướng, nhiệm vụ'],
] as const;

/** Every part as label and text, to hold two versions against each other. */
export function readable(content: ResolutionDraft, nameOf: (id: string) => string): readonly (readonly [string, string])[] {
  return [
    ...sections.map(([key, label]) => [label, content[key] ?? ''] as const),
    ...content.items.map(
      (item, i) =>
        [
          `Việc ${i + 1}`,
          [
            item.content,
            item.requirement && `Yêu cầu: ${item.requirement}`,
            item.measure && `Biện pháp: ${item.measure}`,
            item.deadline && `Thời hạn: ${showDate(item.deadline)}`,
            doersOf(item, nameOf) && `Thực hiện: ${doersOf(item, nameOf)}`,
            item.checkerId && `Kiểm tra: ${nameOf(item.checkerId)}`,
            item.degree && `Mức độ hoàn thành: ${item.degree}`,
          ]
            .filter(Boolean)
            .join('\n'),
        ] as const,
    ),
  ];
}

/** Who does it, as people read it. */
export const doersOf = (item: Pick<ItemDraft, 'doerIds' | 'doerIsBody'>, nameOf: (id: string) => string): string =>
  [...item.doerIds.map(nameOf), ...(item.doerIsBody ? ['cả chi bộ'] : [])].join(', ');
