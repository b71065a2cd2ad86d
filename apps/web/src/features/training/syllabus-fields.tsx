import type { CourseEdition, Syllabus } from '@vungmanh/contracts/training/course';
import { CountField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';

/** What has been typed of a syllabus. Topics are lines of one text, each with its periods behind a slash if they are known. */
export interface TypedSyllabus {
  readonly audience: string;
  readonly issuer: string;
  readonly source: string;
  readonly topics: string;
  readonly halfDays: number | undefined;
  readonly periods: number | undefined;
  readonly sessions: number | undefined;
  readonly validMonths: number | undefined;
}

const known = <K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> =>
  (value === undefined || value === 0 ? {} : { [key]: value }) as Partial<Record<K, number>>;

/** A topic as a line: 'Bài 1 / 5'. */
const TOPIC = /^(?<title>.*?)(?:\s*\/\s*(?<periods>\d{1,4}))?$/u;

export function typedOf(edition?: CourseEdition): TypedSyllabus {
  return {
    audience: edition?.audience ?? '',
    issuer: edition?.issuer ?? '',
    source: edition?.source ?? '',
    topics: (edition?.topics ?? []).map(({ title, periods }) => (periods === undefined ? title : `${title} / ${periods}`)).join('\n'),
    halfDays: edition?.days === undefined ? undefined : edition.days * 2,
    periods: edition?.periods,
    sessions: edition?.sessions,
    validMonths: edition?.validMonths,
  };
}

export function readSyllabus({ audience, issuer, source, topics, halfDays, periods, sessions, validMonths }: TypedSyllabus): Syllabus {
  const lines = topics.split('\n').filter((line) => line.trim() !== '');
  return {
    audience,
    issuer,
    source,
    topics: lines.map((line) => {
      const found = TOPIC.exec(line.trim())?.groups;
      const count = Number(found?.['periods'] ?? 0);
      return { title: found?.['title'] ?? line, ...known('periods', count) };
    }),
    ...known('periods', periods),
    ...known('sessions', sessions),
    ...known('days', halfDays === undefined ? undefined : halfDays / 2),
    ...known('validMonths', validMonths),
  };
}

interface SyllabusFieldsProps {
  readonly typed: TypedSyllabus;
  readonly onChange: (typed: TypedSyllabus) => void;
  readonly error: string | undefined;
}

/** What is taught, how long, who issues the certificate and for how long it counts. */
export function SyllabusFields({ typed, onChange, error }: SyllabusFieldsProps) {
  const of = <K extends keyof TypedSyllabus>(key: K) => ({
    value: typed[key],
    onChange: (value: TypedSyllabus[K]) => onChange({ ...typed, [key]: value }),
  });
  return (
    <>
      <TextField label="Đối tượng" maxLength={500} {...of('audience')} />
      <TextField label="Cơ quan cấp giấy chứng nhận" maxLength={300} {...of('issuer')} />
      <CountField label="Số tiết" optional {...of('periods')} />
      <CountField label="Số buổi" optional {...of('sessions')} />
      <CountField label="Số buổi tính theo nửa ngày" hint="2 nửa ngày là 1 ngày" optional {...of('halfDays')} />
      <CountField label="Giấy chứng nhận có hiệu lực (tháng)" hint="Để trống nếu không thời hạn" optional {...of('validMonths')} />
      <TextArea
        label="Các bài, chuyên đề"
        hint="Mỗi dòng một bài; ghi số tiết sau dấu gạch chéo, ví dụ: Bài 1 / 5"
        optional
        rows={6}
        {...of('topics')}
      />
      <TextField label="Căn cứ" hint="Văn bản quy định chương trình này" error={error} maxLength={500} {...of('source')} />
    </>
  );
}
