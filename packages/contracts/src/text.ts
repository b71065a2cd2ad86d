/** NFC without marks, lower case, đ as d: what a search compares. `hòa`, `hoà` and their NFD forms give the same text. */
export function searchText(value: string): string {
  // Codes and numbers have neither marks nor spaces; an import asks for half a million of them.
  if (/^[\w.-]*$/.test(value)) return value.toLowerCase();
  return value
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const letters: Readonly<Record<string, string>> = { ă: 'az', â: 'azz', đ: 'dz', ê: 'ez', ô: 'oz', ơ: 'ozz', ư: 'uz' };
const tones: Readonly<Record<string, string>> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' };
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/gu;

/** Names are made of the same few thousand syllables; a list of a province asks for each of them a hundred times. */
const known = new Map<string, string>();
const KNOWN_AT_MOST = 5000;

function keyOf(syllable: string): string {
  const kept = known.get(syllable);
  if (kept !== undefined) return kept;
  const key = syllableKey(syllable);
  if (known.size < KNOWN_AT_MOST) known.set(syllable, key);
  return key;
}

/** Letters in the order of the Vietnamese alphabet, then the tone: what is left of a syllable are a–z and digits, in their own order. */
function syllableKey(syllable: string): string {
  const apart = syllable.normalize('NFD');
  const tone = [...apart.matchAll(TONE)].map(([mark]) => tones[mark]).join('');
  const base = apart
    .replace(TONE, '')
    .normalize('NFC')
    .replace(/[ăâđêôơư]/g, (letter) => letters[letter] ?? letter);
  return `${base.normalize('NFD').replace(/[^a-z]/g, '')}${tone || '0'}`;
}

/**
 * A key by which names sort as in Vietnamese lists: given name, then middle, then family name, each syllable by its letters and
 * then its tone (ngang, huyền, hỏi, ngã, sắc, nặng). Only a–z, digits and spaces, so that every collation sorts it alike.
 */
export function sortKey(name: string): string {
  const keys = name.normalize('NFC').toLowerCase().trim().split(/\s+/).map(keyOf);
  const given = keys.at(-1) ?? '';
  const family = keys.length > 1 ? (keys[0] ?? '') : '';
  // Two spaces before the family name: a name without a middle name, or with a shorter one, comes first.
  return `${given} ${keys.slice(1, -1).join(' ')}  ${family}`;
}
