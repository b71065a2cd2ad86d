import { Injectable } from '@nestjs/common';
import {
  certificateSnapshot,
  checkCertificate,
  listCertificates,
  type Certificate,
  type CertificateRow,
  type CheckedCertificate,
} from '@vungmanh/contracts/training/certificate';
import type { CertificateState } from '@vungmanh/contracts/training/class-state';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readClass } from '../class/find-class.js';
import { CERTIFICATE_SQL, certificateOf, CERTIFICATES_SQL, type CertificateRecord } from './certificate-rows.js';
import { codeIn, isValid, numberText } from './certificate.rules.js';

/** The book of certificates for who keeps it, one code for anyone, and all of it for the register of members. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listCertificates)
  async list(call: Call<typeof listCertificates>): Promise<Page<Certificate>> {
    const { classId, cursor, limit } = call.input;
    const { nodeId } = await readClass(this.db, call, classId);
    const params: unknown[] = [classId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (k.year, k.serial) > (${p(after[0])}::int, ${p(after[1])}::int)` : '';
    const rows = await this.db.query<CertificateRecord>(
      `select ${CERTIFICATE_SQL} from ${CERTIFICATES_SQL} where k.class_id = $1 ${afterSql} order by k.year, k.serial limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [String(row.year), String(row.serial)]);
    await this.trail.recordPage(call, { persons: items.map((row) => row.personId), node: nodeId, target: classId });
    return { items: items.map(certificateOf), ...(next === undefined ? {} : { next }) };
  }

  /** Nothing of whom: not even that of two codes both are somebody's. */
  @Rpc(checkCertificate)
  async check({ input }: Call<typeof checkCertificate>): Promise<CheckedCertificate> {
    const code = codeIn(input.code);
    const [found] = await this.db.query<{ state: CertificateState; expiresOn: string | null; course: string }>(
      `select k.state, k.expires_on::text as "expiresOn", t.label as course from certificate k join course_type t on t.id = k.course_id where k.code = $1`,
      [code ?? ''],
    );
    return found ? { valid: isValid(found, this.clock.today()), course: found.course } : { valid: false };
  }

  @Rpc(certificateSnapshot)
  async snapshot({ input }: Call<typeof certificateSnapshot>): Promise<Page<CertificateRow>> {
    const { ids, cursor, limit } = input;
    const after = readCursor(cursor, 1)?.[0];
    const rows = await this.db.query<Omit<CertificateRow, 'number' | 'expiresOn'> & { year: number; serial: number; expiresOn: string | null }>(
      `select k.id, k.version, k.person_id as "personId", t.code as "courseCode", t.label as "courseLabel", k.year, k.serial,
         k.issued_on::text as "issuedOn", k.expires_on::text as "expiresOn", k.state
       from certificate k join course_type t on t.id = k.course_id
       where ($1::uuid[] is null or k.id = any($1)) and ($2::uuid is null or k.id > $2) order by k.id limit $3`,
      [ids ?? null, after ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.id]);
    return { ...page, items: page.items.map(({ year, serial, ...row }) => ({ ...present(row), number: numberText(serial, year) })) };
  }
}
