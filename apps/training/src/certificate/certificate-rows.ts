import type { Certificate } from '@vungmanh/contracts/training/certificate';
import { present } from '@vungmanh/platform/db/present';
import { codeText, numberText } from './certificate.rules.js';

export interface CertificateRecord extends Omit<Certificate, 'number' | 'expiresOn' | 'because'> {
  year: number;
  serial: number;
  expiresOn: string | null;
  because: string | null;
}

export const CERTIFICATE_SQL = `k.id, k.version, k.person_id as "personId", coalesce(p.name, '') as name, coalesce(n.name, '') as "nodeName", k.year, k.serial,
  k.issued_on::text as "issuedOn", k.expires_on::text as "expiresOn", k.state, k.because, k.code`;
export const CERTIFICATES_SQL = 'certificate k left join person_name p on p.person_id = k.person_id left join node_view n on n.id = k.node_id';

export const certificateOf = ({ year, serial, code, ...row }: CertificateRecord): Certificate => ({
  ...present(row),
  number: numberText(serial, year),
  code: codeText(code),
});
