import type { Limits } from './limits.js';
import { Refused } from './refusal.js';

/** A block of merged cells; only its first cell, `into`, holds a value. Rows and columns count from 1, both ends belong to it. */
export interface Merge {
  readonly into: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "C" → 3. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i += 1) n = n * 26 + letters.charCodeAt(i) - 64;
  return n;
}

/** 3 → "C". */
export function columnLetters(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + n) : columnLetters(Math.floor((n - 1) / 26)) + columnLetters(((n - 1) % 26) + 1);
}

const range = /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;

/**
 * Merged blocks of a sheet. They stand behind the rows in the file, so they are looked for in a pass of their own, byte by byte: what
 * names them is ASCII, and the pass that reads the rows refuses what is not UTF-8.
 */
export async function readMerges(chunks: AsyncIterable<Buffer>, limits: Limits): Promise<Merge[]> {
  const merges: Merge[] = [];
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([tail, chunk]);
    let end = 0;
    if (bytes.includes('mergeCell'))
      for (const found of bytes.toString('latin1').matchAll(range)) {
        const [, left = '', top = '', right = '', bottom = ''] = found;
        merges.push({ into: left + top, top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) });
        if (merges.length > limits.merges) throw new Refused('workbook/unsafe', 'merged cells');
        end = found.index + found[0].length;
      }
    tail = bytes.subarray(Math.max(end, bytes.length - 300));
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Walks down the rows with the blocks that reach the current one; rows must be asked for in ascending order. */
export function mergeWalker(merges: readonly Merge[]) {
  let next = 0;
  let active: Merge[] = [];
  return (row: number): readonly Merge[] => {
    if (active.length > 0) active = active.filter((merge) => merge.bottom >= row);
    for (let merge = merges[next]; merge !== undefined && merge.top <= row; merge = merges[next]) {
      if (merge.bottom >= row) active.push(merge);
      next += 1;
    }
    return active;
  };
}
