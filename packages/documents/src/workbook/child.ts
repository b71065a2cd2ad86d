import { once } from 'node:events';
import { type ChildLine, packed } from './wire.js';
import { streamWorkbook } from './read.js';
import { refusalOf } from './refusal.js';

let buffer = '';

async function write(line: ChildLine): Promise<void> {
  buffer += `${JSON.stringify(line)}\n`;
  if (buffer.length > 65_536) await flush();
}

async function flush(): Promise<void> {
  const text = buffer;
  buffer = '';
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

try {
  const result = await streamWorkbook(process.argv[2] ?? '', {
    sheet: (name, hidden) => write({ sheet: name, hidden }),
    row: ({ row, cells }) => write({ row, cells: cells.map(packed) }),
  });
  await write(result.ok ? { done: true } : { refusal: result.refusal });
} catch (error) {
  await write({ refusal: refusalOf(error) });
}
await flush();
