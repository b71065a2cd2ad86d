/**
 * What two ways of writing the same Vietnamese words have in common: lower case, no diacritics, đ as d.
 * 'Đức' (composed or decomposed) and 'duc' are the same; so are 'hoà', 'hòa' and 'hoa'.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim();
}

/** Makes a test for `query`: every typed word must begin some word of the text. An empty query finds everything. */
export function matcher(query: string): (text: string) => boolean {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return () => true;
  return (text) => {
    const words = fold(text).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((w) => words.some((word) => word.startsWith(w)));
  };
}
