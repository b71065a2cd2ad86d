import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import { unheardLabel, type CaseReport } from '@vungmanh/contracts/inspection/case-writing';
import type { Statement } from '@vungmanh/contracts/inspection/case';
import type { Paper } from '@vungmanh/documents/paper';
import type { CaseInput, Demand } from '@vungmanh/documents/papers/case';
import { caseConclusionPaper } from '@vungmanh/documents/papers/case-conclusion';
import type { Hearing } from '@vungmanh/documents/papers/case-hearing';
import type { Findings } from '@vungmanh/documents/papers/case-findings';
import { caseMinutesPaper } from '@vungmanh/documents/papers/case-minutes';
import { caseReportPaper } from '@vungmanh/documents/papers/case-report';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { CaseEntity } from '../case/case.entity.js';
import { CaseFile } from '../case/case-file.js';
import { caseText, findingOf, minutesOf, reportOf } from '../case/case-text.js';
import { demandsOf } from '../recommendation/demands-of.js';
import type { CaseFacts } from './case-facts.js';

interface Ending {
  readonly reader: Reader;
  readonly sealer: Sealer;
  readonly entity: CaseEntity;
  readonly facts: CaseFacts;
  readonly input: CaseInput;
}

/** Minutes, report and conclusion: what was found and said stands in them as it was when the team reported. */
export async function drawEnding(kind: CasePaperKind, { reader, sealer, entity, facts, input }: Ending): Promise<Paper> {
  const report = reportOf(sealer, entity);
  const hearing = hearingOf(await new CaseFile(reader, sealer, entity.id).statements(), { until: entity.reportedAt, unheard: report?.unheard });
  if (kind === 'MINUTES') {
    const minutes = minutesOf(sealer, entity);
    if (!minutes) throw new Error(`Case ${entity.id} has no minutes`);
    return caseMinutesPaper({
      ...input,
      hearing,
      date: input.date ?? minutes.heldOn,
      occasion: `làm việc với ${input.subject}`,
      startedOn: minutes.heldOn,
      startedAt: minutes.startedAt,
      venue: minutes.venue,
      sides: [{ side: 'Thành phần dự', people: minutes.present }],
      items: minutes.items,
      ...(minutes.conclusion === undefined ? {} : { conclusion: minutes.conclusion }),
      received: [],
      leader: facts.leader,
      minuteTaker: facts.minuteTaker,
      ...(report?.unheard === undefined
        ? { subjectSigner: entity.subject === 'MEMBER' ? facts.subjectName : '' }
        : { unsigned: unheardLabel[report.unheard.how] }),
    });
  }
  const findings = groupedFindings(await findingTexts(reader, sealer, entity));
  const demands = await demandsOf(reader, sealer, entity.id);
  if (kind === 'REPORT') {
    return caseReportPaper({
      ...input,
      hearing,
      addressee: facts.issuer.name,
      course: report?.course ?? '',
      assessment: report?.assessment ?? '',
      findings,
      proposals: [] satisfies Demand[],
      leader: facts.leader,
    });
  }
  const conclusion = caseText.conclusion.read(sealer, entity.id, entity.conclusionSealed) ?? '';
  return caseConclusionPaper({
    ...input,
    concludedOn: entity.concludedOn ?? '',
    findings,
    conclusion,
    demands,
    ...(facts.leader === '' ? {} : { follower: `đồng chí ${facts.leader}` }),
  });
}

/** The subject's own words by the time of the report: what explains, and what is reserved; or why there are none. */
function hearingOf(statements: readonly Statement[], { until, unheard }: { until: string | null; unheard: CaseReport['unheard'] }): Hearing {
  const of = (kind: Statement['kind']) =>
    statements
      .filter((s) => s.kind === kind && (until === null || s.at <= until))
      .map((s) => s.text)
      .join('\n');
  const [text, reserved] = [of('EXPLANATION'), of('RESERVATION')];
  if (text !== '') return { kind: 'EXPLAINED', text, ...(reserved === '' ? {} : { reserved }) };
  if (reserved !== '') return { kind: 'EXPLAINED', text: 'Đối tượng bảo lưu ý kiến.', reserved };
  if (unheard) return { kind: 'NOT_HEARD', because: `${unheardLabel[unheard.how]}. ${unheard.reason}` };
  return { kind: 'NOT_HEARD', because: 'Trong hồ sơ chưa ghi nhận ý kiến của đối tượng' };
}

type FindingLine = { kind: 'STRENGTH' | 'SHORTCOMING' | 'VIOLATION'; about: string; text: string };

async function findingTexts(reader: Reader, sealer: Sealer, entity: CaseEntity): Promise<FindingLine[]> {
  const rows = await reader.query<{ id: string; kind: FindingLine['kind']; text_sealed: string }>(
    'select id, kind, text_sealed from case_finding where case_id = $1 and withdrawn_at is null order by at, id',
    [entity.id],
  );
  return rows.map(({ id, kind, text_sealed }) => ({ kind, ...findingOf(sealer, id, text_sealed) }));
}

function groupedFindings(lines: readonly FindingLine[]): Findings[] {
  const abouts = [...new Set(lines.map((l) => l.about))];
  const of = (about: string, kind: FindingLine['kind']) => lines.filter((l) => l.about === about && l.kind === kind).map((l) => l.text);
  return abouts.map((content) => ({
    content,
    strengths: of(content, 'STRENGTH'),
    shortcomings: of(content, 'SHORTCOMING'),
    violations: of(content, 'VIOLATION'),
  }));
}
