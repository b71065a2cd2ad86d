import { newId } from '@vungmanh/contracts/new-id';
import { certificateIssued } from '@vungmanh/contracts/training/certificate';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { ClassEntity } from '../class/class.entity.js';
import { newCode } from './new-code.js';

/** Who gets a certificate, and what it takes the place of. */
export interface Entitled {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly nodeId: string;
  readonly replaces?: string;
}

/** Enters certificates into the book of whoever holds the class, one number after another within the year, and tells the others. Answers their ids. */
export async function enterInBook(
  tx: Tx,
  { id: classId, courseId, nodeId: holderId }: ClassEntity,
  people: readonly Entitled[],
  dates: { issuedOn: string; expiresOn: string | undefined },
): Promise<string[]> {
  const year = Number(dates.issuedOn.slice(0, 4));
  const [book] = await tx.query<{ last: number }>(
    `insert into certificate_book as b (node_id, year, last) values ($1, $2, $3)
     on conflict (node_id, year) do update set last = b.last + excluded.last returning b.last`,
    [holderId, year, people.length],
  );
  const first = (book?.last ?? people.length) - people.length + 1;
  const rows = people.map((one, i) => ({ ...one, id: newId(tx.clock.millis() + i), serial: first + i, code: newCode() }));
  await tx.query(
    `insert into certificate (id, version, class_id, enrollment_id, course_id, person_id, node_id, holder_id, year, serial, issued_on, expires_on, state, replaces, code)
     select r.id, 1, $1, r."enrollmentId", $2, r."personId", r."nodeId", $3, $4, r.serial, $5, $6, 'VALID', r.replaces, r.code
     from jsonb_to_recordset($7::jsonb) as r(id uuid, "enrollmentId" uuid, "personId" uuid, "nodeId" uuid, serial integer, replaces uuid, code text)`,
    [classId, courseId, holderId, year, dates.issuedOn, dates.expiresOn ?? null, JSON.stringify(rows)],
  );
  if (rows.length > 0)
    tx.publish(
      certificateIssued,
      rows.map(({ id, personId }) => ({ id, version: 1, personId, courseId, state: 'VALID' as const })),
    );
  return rows.map((row) => row.id);
}
