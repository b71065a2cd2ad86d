/** NFC without marks, lower case, đ as d: what a search compares. `hòa`, `hoà` and their NFD forms give the same text. */
export function searchText(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** A person's name in the order of Vietnamese lists: given name, then middle, then family name. NFC. */
export function sortKey(name: string): string {
  const parts = name.normalize('NFC').trim().split(/\s+/);
  const given = parts.at(-1) ?? '';
  return [given, ...parts.slice(1, -1), ...parts.slice(0, parts.length > 1 ? 1 : 0)].join(' ');
}
