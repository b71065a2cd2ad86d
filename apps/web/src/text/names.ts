const collator = new Intl.Collator('vi');

function byGivenName(name: string): string[] {
  const [family = '', ...rest] = name.normalize('NFC').trim().split(/\s+/);
  const given = rest.pop();
  return given === undefined ? [family] : [given, ...rest, family];
}

/** The order of Vietnamese lists: given name, then middle names, then family name. */
export function compareNames(a: string, b: string): number {
  const left = byGivenName(a);
  const right = byGivenName(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = collator.compare(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** First letters of the last two words, for a round mark beside a name: 'Nguyễn Văn Đức' gives 'VĐ'. */
export function initials(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
}
