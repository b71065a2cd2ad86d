import { readForParent } from './for-parent.js';
import { type ChildLine, packed } from './wire.js';

const lineOf = (line: ChildLine): string => JSON.stringify(line);

await readForParent((say) => ({
  sheet: (name, hidden) => say(lineOf({ sheet: name, hidden })),
  row: ({ row, cells }) => say(lineOf({ row, cells: cells.map(packed) })),
}));
