import pg from 'pg';
import { BEGINNING, chainOf, hashOf, SEALED_COLUMNS, type Head, type SealedRow } from './chain.js';
import { headsFile, publicKeyOf, readHeads, type HeadsOnFile } from './heads.js';

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

/**
 * Reads the whole audit of a service, as of one instant, and holds every row against its seal, every seal against the one before,
 * and the ends of the chains against the signed copies outside the database. Reads only.
 */
export async function verifyAudit({ service, databaseUrl, keysDir, headsDir }: Verified): Promise<Verdict> {
  // First the file: what is signed after this the database has all the same.
  const onFile = await readHeads(headsFile(headsDir, service), service, await publicKeyOf(keysDir, service));
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'vungmanh-audit-verify' });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only; set local statement_timeout = '10min'");
    const findings = [...onFile.findings];
    const rows = await judgeChains(client, service, onFile.heads, findings);
    const { rows: unsealed } = await client.query<{ id: string; at: string | null; operation: string }>(UNSEALED, [UNSEALED_MINUTES]);
    for (const { id, at, operation } of unsealed) findings.push(`dòng ${id} (${operation}, ${at ?? '?'}) không có niêm phong`);
    return { rows, signed: onFile.lines, findings, ...(onFile.last ? { last: onFile.last } : {}) };
  } finally {
    await client.end();
  }
}

/** Walks along all chains; adds what it finds and answers how many rows it has read. */
async function judgeChains(client: pg.Client, service: string, signed: ReadonlyMap<number, Head>, findings: string[]): Promise<number> {
  const ends = new Map<number, Head>();
  let rows = 0;
  for (let after: readonly [number, number] = [-1, 0]; ;) {
    const page: Seal[] = (await client.query<Seal>(SEALS, [...after])).rows;
    for (const seal of page) {
      const before = ends.get(seal.chain) ?? BEGINNING;
      findings.push(...judge(service, seal, before));
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
    if (end < position) findings.push(`chuỗi ${chain}: bị cắt đuôi, đã ký đến vị trí ${position} nhưng chỉ còn đến ${end}`);
  }
  return rows;
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
