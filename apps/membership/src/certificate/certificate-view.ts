import { Injectable } from '@nestjs/common';
import { certificateIssued, certificateSnapshot, type CertificateRow } from '@vungmanh/contracts/training/certificate';
import { placeNewer, type CopyTable } from '@vungmanh/platform/db/place-newer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

const certificates: CopyTable = {
  tableSql: 'training_certificate',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    person_id: 'uuid',
    course_code: 'text',
    course_label: 'text',
    number: 'text',
    issued_on: 'date',
    expires_on: 'date',
    state: 'text',
  },
};

/** Certificates that training has issued, for the record of the member and for what admission asks. */
@Injectable()
export class CertificateView {
  @Project({ name: 'certificate', event: certificateIssued, snapshot: certificateSnapshot, empty: ['delete from training_certificate'] })
  async apply(rows: CertificateRow[], tx: Tx): Promise<void> {
    await placeNewer(
      tx,
      certificates,
      rows.map((row) => ({
        id: row.id,
        version: row.version,
        person_id: row.personId,
        course_code: row.courseCode,
        course_label: row.courseLabel,
        number: row.number,
        issued_on: row.issuedOn,
        expires_on: row.expiresOn,
        state: row.state,
      })),
    );
  }
}
