const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Điện thoại Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Máy tính Windows'],
  [/Macintosh/, 'Máy Mac'],
  [/Linux/, 'Máy tính Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** A device in words, as far as its browser says what it is. */
export function deviceOf(agent: string): string {
  const named = [systems, browsers].map((all) => all.find(([sign]) => sign.test(agent))?.[1]).filter((name) => name !== undefined);
  return named.length === 0 ? 'Chương trình khác' : named.join(' · ');
}
