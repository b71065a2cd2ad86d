import { writeWorkbook } from '@vungmanh/documents/workbook/write';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A sheet that is read and found wanting: what an import is to the matrix is who may look at it. */
export async function emptyWorkbook(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'vungmanh-matrix-'));
  const file = join(folder, 'empty.xlsx');
  await writeWorkbook(file, [{ name: 'Trang 1', columns: [{ header: 'Mô phỏng', width: 20, kind: 'text' }], rows: [] }]);
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}
