import type { KeyObject } from 'node:crypto';
import { headsFile, publicKeyOf, readHeads, signingKey } from './heads.js';
import { Restored, restoredFile, type Gap } from './restored.js';
import { addSigned, readSigned } from './signed-lines.js';
import { verifyAudit, type Verdict, type Verified } from './verify.js';

/**
 * After a restore of a backup that is older than the last signed heads: signs, beside the heads, which rows are gone and why, so that
 * from then on the verification tells it as what it is. Throws when anything but lost ends of chains is found: that is no restore.
 * Answers how many rows are gone; none needs no line.
 */
export async function sealAfterRestore(at: Verified, { reason, now }: { reason: string; now: string }): Promise<number> {
  const verdict = await verifyAudit(at);
  if (verdict.findings.length !== verdict.lost.length) {
    throw new Error(
      `Không niêm phong lại: ngoài phần bị mất còn ${verdict.findings.length - verdict.lost.length} điều khác. Hãy xem npm run audit:verify.`,
    );
  }
  if (verdict.lost.length === 0) return 0;
  const { service, keysDir, headsDir } = at;
  const key = await publicKeyOf(keysDir, service);
  const gaps = await signedEnds(headsDir, service, key, verdict.lost);
  const file = restoredFile(headsDir, service);
  const { last } = await readSigned(file, { service, key, shape: Restored });
  const body = { service, at: now, before: last?.digest ?? '', reason, gaps: gaps.map((g) => [g.chain, g.after, g.through, g.hash]) };
  await addSigned(file, body, await signingKey(keysDir, service));
  return gaps.reduce((sum, { after, through }) => sum + through - after, 0);
}

/** The chains go on from what was signed: where a gap ends, a signed place must stand. */
async function signedEnds(headsDir: string, service: string, key: KeyObject, lost: Verdict['lost']): Promise<Gap[]> {
  const hashes = new Map<string, string>();
  const wanted = new Set(lost.map(({ chain, through }) => `${chain}:${through}`));
  await readHeads(headsFile(headsDir, service), {
    service,
    key,
    seen: (chain, { position, hash }) => {
      if (wanted.has(`${chain}:${position}`)) hashes.set(`${chain}:${position}`, hash);
    },
  });
  return lost.map((gap) => {
    const hash = hashes.get(`${gap.chain}:${gap.through}`);
    if (hash === undefined)
      throw new Error(`Không niêm phong lại: chuỗi ${gap.chain}, vị trí ${gap.through} chưa từng được ký, không phải do khôi phục.`);
    return { ...gap, hash };
  });
}
