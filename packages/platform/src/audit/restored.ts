import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readSigned } from './signed-lines.js';

/** Rows of a chain that are gone: those after one place, up to and with another, whose hash was signed. */
export interface Gap {
  readonly chain: number;
  readonly after: number;
  readonly through: number;
  readonly hash: string;
}

/** A line of it. */
export const Restored = z.strictObject({
  reason: z.string(),
  /** Number of the chain, the last place that is there, the last that is gone, its hash. */
  gaps: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int(), z.string()])),
});

/** Where the restores of a service lie, beside its heads. */
export const restoredFile = (headsDir: string, service: string): string => join(headsDir, `${service}.restored.jsonl`);

/** What was owned up to after restores: gaps that are no finding any more, and a sentence for each restore. */
export async function readRestored(
  headsDir: string,
  service: string,
  key: KeyObject,
): Promise<{ gaps: Gap[]; notes: string[]; findings: readonly string[] }> {
  const { bodies, findings } = await readSigned(restoredFile(headsDir, service), { service, key, shape: Restored });
  return {
    findings,
    gaps: bodies.flatMap(({ body }) => body.gaps.map(([chain, after, through, hash]) => ({ chain, after, through, hash }))),
    notes: bodies.map(({ body }) => {
      const rows = body.gaps.reduce((sum, [, after, through]) => sum + through - after, 0);
      return `đã khôi phục, niêm phong lại lúc ${body.at}: mất ${rows} dòng ở ${body.gaps.length} chuỗi; ${body.reason}`;
    }),
  };
}
