import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Tx } from '@vungmanh/platform/db/tx';
import { changeNodes, insertNodes, type NewNode } from '../node/write-nodes.js';
import { rowsToApply, standingBelow, type StagedRow } from './staged-organizations.js';
import type { Standing } from './check-organizations.rules.js';

/** The register is no longer what the sheet was checked against. */
export class Overtaken extends Error {
  constructor() {
    super('Danh sách tổ chức đảng đã thay đổi từ khi kiểm tra tệp nên chưa ghi gì. Hãy nhập lại tệp để kiểm tra theo danh sách mới.');
  }
}

/** Writes what the preview showed, or throws {@link Overtaken} and writes nothing. A constant number of statements. */
export async function applyOrganizations(tx: Tx, of: { importId: string; nodeId: string }): Promise<void> {
  const rows = await rowsToApply(tx, of.importId);
  const fresh = rows.filter((r) => r.state === 'NEW');
  const standing = await standingBelow(
    tx,
    of.nodeId,
    fresh.map((r) => r.facts.code),
    tx.clock.today(),
  );
  if (fresh.some((r) => standing.takenElsewhere.has(r.facts.code) || standing.nodes.has(r.facts.code))) throw new Overtaken();
  if (fresh.length > 0) await insertNodes(tx, newNodes(fresh, standing));
  const changed = rows.filter((r) => r.state === 'CHANGED');
  const written = await changeNodes(
    tx,
    changed.map(({ nodeId, nodeVersion, facts }) => ({ id: nodeId, version: nodeVersion ?? 0, ...facts })),
    tx.clock.today(),
  );
  if (written < changed.length) throw new Overtaken();
}

function newNodes(rows: readonly StagedRow[], standing: Standing): NewNode[] {
  const byCode = new Map(rows.map((r) => [r.facts.code, r]));
  const from = new Map<string, CalendarDate>();
  /** Nobody stands below another before that one stands. */
  const standsFrom = (code: string): CalendarDate => {
    const node = standing.nodes.get(code);
    if (node) return node.standsFrom ?? '';
    const known = from.get(code);
    if (known !== undefined) return known;
    const facts = byCode.get(code)?.facts;
    const own = facts?.establishedOn ?? standing.today;
    const above = facts?.parentCode === undefined ? '' : standsFrom(facts.parentCode);
    const day = above > own ? above : own;
    from.set(code, day);
    return day;
  };
  return rows.map(({ nodeId, facts }) => {
    const type = standing.types.findLast((t) => t.code === facts.typeCode);
    const parentId = facts.parentCode === undefined ? undefined : (standing.nodes.get(facts.parentCode)?.id ?? byCode.get(facts.parentCode)?.nodeId);
    // The parent was there when the sheet was checked.
    if (!type || parentId === undefined) throw new Overtaken();
    return {
      id: nodeId,
      parentId,
      type,
      code: facts.code,
      name: facts.name,
      sector: facts.sector ?? undefined,
      hasSeal: facts.hasSeal ?? undefined,
      establishedOn: facts.establishedOn ?? undefined,
      from: standsFrom(facts.code),
      decision: facts.decisionNumber === null ? undefined : { number: facts.decisionNumber },
    };
  });
}
