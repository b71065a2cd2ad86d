import { Inject, Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { downloadCertificate, downloadMyCertificate } from '@vungmanh/contracts/training/certificate';
import { toDocx } from '@vungmanh/documents/docx';
import { certificatePaper } from '@vungmanh/documents/papers/training-certificate';
import { toPdf } from '@vungmanh/documents/pdf';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { IssuedPapers, paperTypes, type PaperFormat } from '@vungmanh/platform/issued-papers';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { issuingOf } from '../class-paper/issuing.js';
import { CERTIFICATE_SQL, certificateOf, CERTIFICATES_SQL, type CertificateRecord } from './certificate-rows.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;
type Download = OutputOf<typeof downloadCertificate>;
type DownloadCall = Call<typeof downloadCertificate> | Call<typeof downloadMyCertificate>;
interface Row extends CertificateRecord {
  holderId: string;
  birthYear: number | null;
  course: string;
  from: string;
  to: string;
}

/** The certificate itself, for who keeps the book and for whose it is. */
@Injectable()
export class CertificatePaperService {
  constructor(
    private readonly db: Db,
    private readonly papers: IssuedPapers,
    private readonly trail: ReadTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Rpc(downloadCertificate)
  download(call: Call<typeof downloadCertificate>): Promise<Download> {
    const { certificateId, classId, format } = call.input;
    const params: unknown[] = [certificateId, classId];
    return this.draw(call, format, { whereSql: `k.id = $1 and k.class_id = $2 and ${call.scope.within('k.holder_id', params)}`, params });
  }

  /** One that counts no more is not handed out again. */
  @Rpc(downloadMyCertificate)
  mine(call: Call<typeof downloadMyCertificate>): Promise<Download> {
    const { certificateId, format } = call.input;
    return this.draw(call, format, { whereSql: 'k.id = $1 and k.person_id = $2', params: [certificateId, call.actor.person] });
  }

  private async draw(call: DownloadCall, format: PaperFormat, { whereSql, params }: { whereSql: string; params: unknown[] }): Promise<Download> {
    const [row] = await this.db.query<Row>(
      `select ${CERTIFICATE_SQL}, k.holder_id as "holderId", p.birth_year as "birthYear", t.label as course, c.from_on::text as "from", c.to_on::text as "to"
       from ${CERTIFICATES_SQL} join course_type t on t.id = k.course_id join training_class c on c.id = k.class_id where ${whereSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    if (call.contract === downloadMyCertificate && row.state !== 'VALID') throw fail(downloadMyCertificate, 'training/certificate-ended');
    const { holderId, birthYear, course, from, to, ...record } = row;
    const { personId, name, nodeName, number, code, issuedOn, expiresOn } = certificateOf(record);
    await this.trail.recordRead(call, { persons: [personId], node: holderId, target: row.id });
    const paper = certificatePaper({
      ...(await issuingOf(this.db, holderId, issuedOn)),
      simulated: this.config.mode === 'trial',
      date: issuedOn,
      name,
      ...(birthYear === null ? {} : { birthYear }),
      unit: nodeName,
      course,
      from,
      to,
      bookNumber: number,
      ...(expiresOn === undefined ? {} : { expiresOn }),
      code,
    });
    return { fileId: await this.papers.passing(format, await drawn[format](paper)), name: `Giấy chứng nhận.${format}`, type: paperTypes[format] };
  }
}
