/** A part of a chapter as it was typed: plain text, in which the beginning of a line says what the line is. */
export type ChapterBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string };

/** What the form tells whoever writes. */
export const chapterTextHelp = 'Dòng bắt đầu bằng "# " là đề mục, "## " là tiểu mục, "- " là một ý; mỗi dòng khác là một đoạn.';

/** The blocks of a text: `# ` and `## ` begin a heading, `- ` an item of a list; any other line that is not empty is a paragraph. */
export function chapterBlocks(body: string): ChapterBlock[] {
  const blocks: ChapterBlock[] = [];
  for (const raw of body.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '') continue;
    const [, mark, said = ''] = /^(##?|-)\s+(.*)$/u.exec(line) ?? [];
    const last = blocks.at(-1);
    if (mark === undefined) blocks.push({ kind: 'paragraph', text: line });
    else if (mark !== '-') blocks.push({ kind: 'heading', level: mark === '#' ? 1 : 2, text: said });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, said] };
    else blocks.push({ kind: 'list', items: [said] });
  }
  return blocks;
}
