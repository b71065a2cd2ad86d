import type { Criterion, RoundState } from '@vungmanh/contracts/training/contest';

export const roundTone = (state: RoundState) => (state === 'CLOSED' ? 'done' : state === 'PLANNED' ? 'plain' : 'wait');
export const pointsText = (points: number): string => String(points).replace('.', ',');

/** '8,25' and '8.25' alike; undefined for what is no number of points up to the most of a line, by quarters. */
export function readPoints(typed: string, max: number): number | undefined {
  const points = /^\d{1,3}([.,]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN;
  return points >= 0 && points <= max && Number.isInteger(points * 4) ? points : undefined;
}

/** A line of the scale as it is typed: 'Nhận diện vấn đề / 20'. */
const LINE = /^(?<label>.+?)\s*\/\s*(?<max>\d{1,3})$/u;

/** Lines of one part of the scale, keyed by their place in it; undefined where one cannot be read. */
export function readLines(typed: string, part: Criterion['part']): Criterion[] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line, i): Criterion | undefined => {
    const found = LINE.exec(line.trim())?.groups;
    return found && { key: `${part.toLowerCase()}-${i + 1}`, label: found['label'] ?? '', part, max: Number(found['max']) };
  });
  return read.every((one) => one !== undefined) ? read : undefined;
}
