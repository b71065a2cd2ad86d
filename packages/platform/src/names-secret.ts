/** Words of which "mật" is a part without meaning secrecy of this paper: bí mật nhà nước (the law about it), mật độ dân số. */
const BEFORE = new Set(['bí', 'thân', 'bảo', 'hương']);
const AFTER = new Set(['độ', 'ong', 'khẩu', 'mã', 'thiết', 'nghị']);

/**
 * Does the name of a file say that it is Mật, Tối mật or Tuyệt mật? With or without the marks of Vietnamese for the two higher
 * grades; a bare "mat" is also "mặt" and says nothing.
 */
export function namesSecret(name: string): boolean {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.some((word, i) => {
    const before = words[i - 1] ?? '';
    if (word === 'mật') return !BEFORE.has(before) && !AFTER.has(words[i + 1] ?? '');
    return word === 'mat' && (before === 'toi' || before === 'tuyet');
  });
}
