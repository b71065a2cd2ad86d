/** What a workbook may cost before it is refused; sizes in bytes. Source: reliability.md F46. */
export interface Limits {
  readonly file: number;
  readonly entries: number;
  /** All parts together, counted while they stream and never taken from what the file says of itself. */
  readonly unpacked: number;
  /** Unpacked to packed of one part, looked at only beyond `ratioFrom`: short parts compress arbitrarily well. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly rows: number;
  /** Characters handed on in all: shared strings can name one long text a million times. */
  readonly text: number;
  readonly cells: number;
  readonly sheets: number;
  readonly merges: number;
  readonly depth: number;
  readonly attributes: number;
}

const mebi = 1024 * 1024;

export const limits: Limits = {
  file: 20 * mebi,
  entries: 1_000,
  unpacked: 100 * mebi,
  ratio: 100,
  ratioFrom: 4 * mebi,
  rows: 100_000,
  text: 100_000_000,
  cells: 3_000_000,
  sheets: 100,
  merges: 50_000,
  depth: 64,
  attributes: 100,
};
