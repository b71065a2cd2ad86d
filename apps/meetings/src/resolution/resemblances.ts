import type { DraftItem, Resolution } from '@vungmanh/contracts/meetings/resolution';
import { searchText } from '@vungmanh/contracts/text';
import type { Reader } from '../roster/roster-of.js';
import { openStatesSql } from '../task/open.js';

/**
 * From which share of common trigrams two items read alike: "Nạo vét kênh mương nội đồng" and "Nạo vét kênh mương nội đồng vụ xuân" do,
 * "Thu đảng phí quý IV" and "Thu quỹ quý IV" do not. A warning and no rule, so it stands here and not in the register.
 */
const ALIKE = 0.6;

/** Open tasks of the body that items of a draft read like (seed 000: "không trùng lặp"); in one statement, the most alike first. */
export async function resemblancesOf(reader: Reader, bodyId: string, items: readonly DraftItem[]): Promise<Resolution['resemblances']> {
  if (items.length === 0) return [];
  return reader.query(
    `select i.id as "itemId", t.id as "taskId", t.content, t.deadline::text as deadline
     from unnest($2::uuid[], $3::text[]) with ordinality as i(id, text, n)
     join task t on t.body_id = $1 and t.state in ${openStatesSql} and similarity(t.search_text, i.text) >= $4
     order by i.n, similarity(t.search_text, i.text) desc, t.id limit 100`,
    [bodyId, items.map((i) => i.id), items.map((i) => searchText(i.content)), ALIKE],
  );
}
