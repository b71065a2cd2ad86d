import { Injectable } from '@nestjs/common';
import type { Command } from '@vungmanh/contracts/operation';
import {
  certificateIssued,
  issueCertificates,
  replaceCertificate,
  withdrawCertificate,
  type Certificate,
} from '@vungmanh/contracts/training/certificate';
import type { TrainingClass } from '@vungmanh/contracts/training/class';
import type { CertificateState } from '@vungmanh/contracts/training/class-state';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { ClassEntity } from '../class/class.entity.js';
import { ClassPage } from '../class/class-page.js';
import { lockClass } from '../class/find-class.js';
import { completeDuties } from '../duty/complete-duties.js';
import { before } from '../enrollment/enrollment.rules.js';
import { enterInBook, type Entitled } from './certificate-book.js';
import { CERTIFICATE_SQL, certificateOf, CERTIFICATES_SQL, type CertificateRecord } from './certificate-rows.js';
import { expiryOf, transitions } from './certificate.rules.js';

interface Standing extends Entitled {
  id: string;
  version: number;
  courseId: string;
  state: CertificateState;
  expiresOn: string | null;
}
type OneCall = Call<Command> & { input: { classId: string; certificateId: string; because: string } };

/** The book of certificates: entered once for who has passed, replaced or withdrawn with a reason, never struck out. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly db: Db,
    private readonly page: ClassPage,
  ) {}

  @Rpc(issueCertificates)
  issue(call: Call<typeof issueCertificates>): Promise<TrainingClass> {
    const { classId, issuedOn } = call.input;
    return this.db.commit(call, async (tx) => {
      const found = await lockClass(tx, call, classId, 'seen');
      found.close(issuedOn, { today: tx.clock.today(), at: tx.clock.now() });
      const people = await passed(tx, classId);
      await enterInBook(tx, found, people, { issuedOn, expiresOn: expiryOf(issuedOn, await validMonths(tx, found)) });
      await tx.query(`update class_enrollment set state = 'CERTIFIED', version = version + 1 where class_id = $1 and state = any($2::text[])`, [
        classId,
        before('CERTIFIED'),
      ]);
      await tx.update(found);
      const personIds = people.map((one) => one.personId);
      await completeDuties(tx, { personIds, courseId: found.courseId, on: issuedOn });
      tx.about({ persons: personIds });
      return this.page.of(tx, call.actor, classId, (params) => call.scope.within('c.node_id', params));
    });
  }

  @Rpc(replaceCertificate)
  replace(call: Call<typeof replaceCertificate>): Promise<Certificate> {
    return this.db.commit(call, async (tx) => {
      const { found, standing } = await lockOne(tx, call);
      if (!transitions[standing.state].includes('REPLACED')) throw fail(replaceCertificate, 'training/certificate-ended');
      await end(tx, call, standing, 'REPLACED');
      const { enrollmentId, personId, nodeId, id: replaces, expiresOn } = standing;
      const dates = { issuedOn: tx.clock.today(), expiresOn: expiresOn ?? undefined };
      const [made = ''] = await enterInBook(tx, found, [{ enrollmentId, personId, nodeId, replaces }], dates);
      return readOne(tx, made);
    });
  }

  @Rpc(withdrawCertificate)
  withdraw(call: Call<typeof withdrawCertificate>): Promise<Certificate> {
    return this.db.commit(call, async (tx) => {
      const { standing } = await lockOne(tx, call);
      if (!transitions[standing.state].includes('WITHDRAWN')) throw fail(withdrawCertificate, 'training/certificate-ended');
      await end(tx, call, standing, 'WITHDRAWN');
      return readOne(tx, standing.id);
    });
  }
}

const passed = (tx: Tx, classId: string): Promise<Entitled[]> =>
  tx.query<Entitled>(
    `select e.id as "enrollmentId", e.person_id as "personId", e.node_id as "nodeId" from class_enrollment e left join person_name p on p.person_id = e.person_id
     where e.class_id = $1 and e.state = 'PASSED' order by coalesce(p.sort_key, '') collate "C", e.id`,
    [classId],
  );

/** For how long the syllabus that the class followed says that its certificate counts. */
async function validMonths(tx: Tx, { courseId, edition }: ClassEntity): Promise<number | undefined> {
  const [row] = await tx.query<{ months: number | null }>(
    `select (syllabus ->> 'validMonths')::int as months from course_edition where course_id = $1 and number = $2`,
    [courseId, edition],
  );
  return row?.months ?? undefined;
}

async function lockOne(tx: Tx, call: OneCall): Promise<{ found: ClassEntity; standing: Standing }> {
  const found = await lockClass(tx, call, call.input.classId);
  const [standing] = await tx.query<Standing>(
    `select id, version, enrollment_id as "enrollmentId", person_id as "personId", node_id as "nodeId", course_id as "courseId", state,
       expires_on::text as "expiresOn" from certificate where id = $1 and class_id = $2 for update`,
    [call.input.certificateId, found.id],
  );
  if (!standing) throw refuse('request/not-found');
  if (standing.version !== call.ifMatch) throw refuse('request/stale');
  tx.about({ target: standing.id, persons: [standing.personId] });
  return { found, standing };
}

async function end(tx: Tx, call: OneCall, { id, version, personId, courseId }: Standing, state: CertificateState): Promise<void> {
  await tx.query('update certificate set state = $2, because = $3, version = version + 1 where id = $1', [id, state, call.input.because]);
  tx.publish(certificateIssued, { id, version: version + 1, personId, courseId, state });
}

async function readOne(tx: Tx, id: string): Promise<Certificate> {
  const [row] = await tx.query<CertificateRecord>(`select ${CERTIFICATE_SQL} from ${CERTIFICATES_SQL} where k.id = $1`, [id]);
  if (!row) throw refuse('request/not-found');
  return certificateOf(row);
}
