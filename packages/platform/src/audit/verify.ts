import pg, { type ClientBase } from 'pg';
import { SYSTEM_OPTIONS } from '../db/reach.js';
import { BEGINNING, chainOf, hashOf, SEALED_COLUMNS, type Head, type SealedRow } from './chain.js';
import { headsFile, publicKeyOf, readHeads, type HeadsOnFile } from './heads.js';
import { readRestored, type Gap } from './restored.js';

/** Where the audit of one service lies, and what it is judged by. */
export interface Verified {
  readonly service: string;
  readonly databaseUrl: string;
  readonly keysDir: string;
  readonly headsDir: string;
}

/** What a verification has found; without findings the audit is as it was written. */
export interface Verdict {
  readonly rows: number;
  readonly signed: number;
  /** Digest and instant of the last signed heads: what to compare with a printed copy. */
  readonly last?: HeadsOnFile['last'];
  /** In Vietnamese: what is wrong, and where. */
  readonly findings: readonly string[];
  /** Of the findings those that say nothing but that rows of a chain are gone, as after a restore. */
  readonly lost: readonly Omit<Gap, 'hash'>[];
  /** Restores that were owned up to: rows that are gone and are no finding. */
  readonly notes: readonly string[];
}

/** What the audit is held against, all of it from outside the database. */
export interface Outside {
  readonly onFile: HeadsOnFile;
  readonly restored: Awaited<ReturnType<typeof readRestored>>;
}

const PAGE = 5000;
/** Sealing takes a second; a row that has waited this long was never meant to be sealed. */
const UNSEALED_MINUTES = 5;

type Seal = SealedRow & { chain: number; position: number; hash: string; sealed: string; gone: boolean };

const SEALS = `
  select s.chain, s.position::int as position, encode(s.hash, 'hex') as hash, s.audit_id as sealed, a.id is null as gone, ${SEALED_COLUMNS}
  from (select * from audit_seal where (chain, position) > ($1, $2) order by chain, position limit ${PAGE}) s
  left join audit a on a.id = s.audit_id order by s.chain, s.position`;

const UNSEALED = `
  select a.id, to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as at, a.operation
  from audit a where not exists (select from audit_seal s where s.audit_id = a.id)
    and not (exists (select from audit_open o where o.audit_id = a.id) and uuid_extract_timestamp(a.id) > now() - make_interval(mins => $1))
  order by a.id limit 1000`;

/** Reads what lies outside the database: the signed heads, and the restores. */
export async function readOutside({ service, keysDir, headsDir }: Omit<Verified, 'databaseUrl'>): Promise<Outside> {
  const key = await publicKeyOf(keysDir, service);
  return { onFile: await readHeads(headsFile(headsDir, service), { service, key }), restored: await readRestored(headsDir, service, key) };
}

/**
 * Reads the whole audit of a service, as of one instant, and holds every row against its seal, every seal against the one before,
 * and the ends of the chains against the signed copies outside the database. Reads only.
 */
export async function verifyAudit({ databaseUrl, ...at }: Verified): Promise<Verdict> {
  // First the files: what is signed after this the database has all the same.
  const outside = await readOutside(at);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'vungmanh-audit-verify', options: SYSTEM_OPTIONS });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only; set local statement_timeout = '10min'");
    return await judgeAudit(client, at.service, outside);
  } finally {
    await client.end();
  }
}

/** The same on a connection whose transaction is the caller's. */
export async function judgeAudit(client: ClientBase, service: string, { onFile, restored }: Outside): Promise<Verdict> {
  const findings = [...onFile.findings, ...restored.findings];
  const lost: Omit<Gap, 'hash'>[] = [];
  const rows = await judgeChains(client, { service, signed: onFile.heads, gaps: restored.gaps }, { findings, lost });
  const { rows: unsealed } = await client.query<{ id: string; at: string | null; operation: string }>(UNSEALED, [UNSEALED_MINUTES]);
  for (const { id, at, operation } of unsealed) findings.push(`dòng ${id} (${operation}, ${at ?? '?'}) không có niêm phong`);
  return { rows, signed: onFile.lines, findings, lost, notes: restored.notes, ...(onFile.last ? { last: onFile.last } : {}) };
}

interface Held {
  readonly service: string;
  readonly signed: ReadonlyMap<number, Head>;
  readonly gaps: readonly Gap[];
}

interface Judged {
  readonly findings: string[];
  readonly lost: Omit<Gap, 'hash'>[];
}

/** Walks along all chains; adds what it finds and answers how many rows it has read. */
async function judgeChains(client: ClientBase, held: Held, { findings, lost }: Judged): Promise<number> {
  const { service, signed, gaps } = held;
  const ends = new Map<number, Head>();
  let rows = 0;
  for (let after: readonly [number, number] = [-1, 0]; ;) {
    const page: Seal[] = (await client.query<Seal>(SEALS, [...after])).rows;
    for (const seal of page) {
      const before = beforeOf(seal, ends.get(seal.chain) ?? BEGINNING, gaps);
      findings.push(...judge(service, seal, before));
      if (seal.position > before.position + 1) lost.push({ chain: seal.chain, after: before.position, through: seal.position - 1 });
      const wanted = signed.get(seal.chain);
      if (wanted?.position === seal.position && wanted.hash !== seal.hash) {
        findings.push(`${placeOf(seal)}: khác với đầu chuỗi đã ký, chuỗi đã bị viết lại`);
      }
      ends.set(seal.chain, { position: seal.position, hash: seal.hash });
    }
    rows += page.length;
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = [last.chain, last.position];
  }
  for (const [chain, { position }] of signed) {
    const end = ends.get(chain)?.position ?? 0;
    if (end >= position || gaps.some((gap) => gap.chain === chain && gap.after === end && gap.through === position)) continue;
    findings.push(`chuỗi ${chain}: bị cắt đuôi, đã ký đến vị trí ${position} nhưng chỉ còn đến ${end}`);
    lost.push({ chain, after: end, through: position });
  }
  return rows;
}

/** Where the chain goes on from: the seal before, or the signed end of a gap that was owned up to. */
function beforeOf({ chain, position }: Seal, before: Head, gaps: readonly Gap[]): Head {
  const gap = gaps.find((one) => one.chain === chain && one.after === before.position && one.through === position - 1);
  return gap ? { position: gap.through, hash: gap.hash } : before;
}

function judge(service: string, { chain, position, hash, sealed, gone, ...row }: Seal, before: Head): string[] {
  const where = placeOf({ chain, position });
  const place = { chain, position, previous: before.hash };
  if (position !== before.position + 1) {
    return [`${where}: mất ${position - before.position - 1} dòng ngay trước đó (từ vị trí ${before.position + 1})`];
  }
  if (chain !== chainOf(sealed)) return [`${where}: dòng ${sealed} không thuộc chuỗi này, đã bị đổi chỗ`];
  if (gone) {
    const vanished = hash === hashOf(service, place, { id: sealed });
    return [`${where}: dòng ${sealed} đã bị xóa${vanished ? ' trước khi kịp niêm phong' : ''}`];
  }
  if (hash !== hashOf(service, place, row)) {
    return [`${where}: dòng ${sealed} (${row.operation}, ${row.at}) hoặc niêm phong của nó đã bị sửa, đổi chỗ hoặc chép lại từ bản cũ`];
  }
  return [];
}

const placeOf = ({ chain, position }: { chain: number; position: number }): string => `chuỗi ${chain}, vị trí ${position}`;
